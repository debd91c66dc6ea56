import { boolOperators } from './bool.ts';
import { ipOperators } from './ip.ts';
import type { ConditionOperator } from './operator.ts';
import { dateOperators, numericOperators } from './ordered.ts';
import { stringOperators } from './string.ts';

/** What a condition asks of a key with several values (spec: policy 3.4). */
export type SetQualifier = 'ForAllValues' | 'ForAnyValue';

/** An operator as a document writes it: perhaps behind a set qualifier and a colon. */
export interface QualifiedOperator {
  readonly qualifier: SetQualifier | undefined;
  readonly operator: ConditionOperator;
}

/** Every operator by its name, which is written exactly so (spec: policy 3.2). */
export const conditionOperators: ReadonlyMap<string, ConditionOperator> = new Map([
  ...stringOperators,
  ...numericOperators,
  ...dateOperators,
  ...boolOperators,
  ...ipOperators,
]);

/** Finds the operator that a document names, such as `ForAnyValue:StringLike`. `undefined` for an unknown one. */
export function findOperator(name: string): QualifiedOperator | undefined {
  const colon = name.indexOf(':');
  const operator = conditionOperators.get(name.slice(colon + 1));
  if (operator === undefined) return undefined;
  if (colon < 0) return { qualifier: undefined, operator };
  const qualifier = name.slice(0, colon);
  return qualifier === 'ForAllValues' || qualifier === 'ForAnyValue' ? { qualifier, operator } : undefined;
}
