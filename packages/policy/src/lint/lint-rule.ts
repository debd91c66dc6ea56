import type { DocumentKind, Effect } from '../document/document.ts';
import type { Place } from '../json/json.ts';
import type { Budget } from './budget.ts';
import type { LintLevel, Localized } from './lint-finding.ts';
import type { LintStatement } from './lint-statement.ts';

/** What a rule looks at: the statements of a document that are valid, and what they are judged by. */
export interface LintDocument {
  readonly kind: DocumentKind;
  readonly statements: readonly LintStatement[];
  /** For comparisons of many with many. A rule that cannot pay says nothing more. */
  readonly budget: Budget;
  /** The present, as ISO 8601; `undefined` when nobody said. */
  readonly now: string | undefined;
}

/**
 * Takes note of something at a place. The message says what is the matter and how to write it; the level is given where
 * it is graver than the rule's own.
 */
export type RuleReport = (place: Place, message: string, level?: GraverLevel) => void;

/** `undefined` where the rule's own level is meant. */
export type GraverLevel = 'security' | undefined;

/**
 * The level of a part that matches nothing, although it names something: a Deny does not deny what it names, and an
 * exclusion from an Allow does not exclude it.
 */
export function levelOfMiss(effect: Effect, negated: boolean): GraverLevel {
  return (effect === 'Deny') === negated ? undefined : 'security';
}

/** One check of valid documents: a row of `lint-rules.ts`. */
export interface LintRule {
  /** Its stable name. */
  readonly code: string;
  readonly level: Exclude<LintLevel, 'error'>;
  /** Whether findings are of level security where the statement grants more or denies less by what was found. */
  readonly graver?: true;
  /** What a finding means, for the reference page. */
  readonly meaning: Localized;
  /** What to write instead, for the reference page. */
  readonly instead: Localized;
  /** The documents that it looks at; all when absent. */
  readonly kinds?: readonly DocumentKind[];
  readonly check: (document: LintDocument, report: RuleReport) => void;
}

/** A check that looks at each statement on its own, or at those of one effect. */
export function eachStatement(
  check: (statement: LintStatement, report: RuleReport, document: LintDocument) => void,
  effect?: Effect,
): LintRule['check'] {
  return (document, report) => {
    for (const statement of document.statements) {
      if (effect === undefined || statement.effect === effect) check(statement, report, document);
    }
  };
}
