import type { LintRule } from '../../lint-rule.ts';

/** The last rule: it says that others had to stop. */
export const comparisonIncomplete: LintRule = {
  code: 'comparison-incomplete',
  level: 'suggestion',
  meaning: [
    'The document is too large to compare all its statements and patterns with one another in bounded time.',
    '文档过大，无法在限定时间内将所有语句与模式两两比较。',
  ],
  instead: [
    'Split the policy into several; each is then compared in full.',
    '请将策略拆分为多个，这样每个都能完整比较。',
  ],
  check: ({ statements, budget }, report) => {
    const [first] = statements;
    if (first === undefined || !budget.isSpent()) return;
    report(
      first,
      'The document is too large to compare everything in it: redundant patterns, shadowed statements and the like may remain. Split it into several policies.',
    );
  },
};
