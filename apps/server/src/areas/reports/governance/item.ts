import type { UserFacts } from '../facts.ts';
import type { Cell, CellType, Column, Metric, Row } from '../report.ts';
import type { GovernedAccount } from './account.ts';

/** One thing that the governance report looks at. */
export interface GovernanceItem {
  /** As it is called on the wire. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows about the account, which stand first. */
  readonly ofAccount?: (account: GovernedAccount, now: number) => readonly Row[];
  /** Rows about one user. */
  readonly ofUser?: (user: UserFacts, now: number) => readonly Row[];
  /** What sums the item up; the number of its rows when absent. */
  readonly metric?: (account: GovernedAccount) => Metric;
}

/** Declares columns by their names. */
export function columns(types: Readonly<Record<string, CellType>>): readonly Column[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}

/** A metric of the type that its value has. */
export function metricOf(value: Cell): Metric {
  if (typeof value === 'number') return { type: 'Number', value };
  return { type: typeof value === 'boolean' ? 'Boolean' : 'String', value };
}
