import { errorMeanings } from './error-meanings.ts';
import type { LintLevel, Localized } from './lint-finding.ts';
import { lintRules } from './lint-rules.ts';

/** What one code of a finding means. */
export interface LintReference {
  readonly code: string;
  /** The usual one. */
  readonly level: LintLevel;
  /** Whether it is of level security where a statement grants more or denies less by it. */
  readonly graver: boolean;
  readonly meaning: Localized;
  /** What to write instead. */
  readonly instead: Localized;
}

/** Every code that a finding can have, the worst level first. */
export function lintReference(): readonly LintReference[] {
  const errors = Object.entries(errorMeanings).map(
    ([code, meaning]): LintReference => ({ code, level: 'error', graver: false, ...meaning }),
  );
  const rules = lintRules.map(
    ({ code, level, graver = false, meaning, instead }): LintReference => ({
      code,
      level,
      graver,
      meaning,
      instead,
    }),
  );
  return [...errors, ...rules].toSorted(
    (left, right) => LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level),
  );
}

/** The worst first. */
const LEVELS: readonly LintLevel[] = ['error', 'security', 'suggestion'];
