import { quote } from '../../../findings.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const repeatedValue: LintRule = {
  code: 'repeated-value',
  level: 'suggestion',
  meaning: ['A value stands twice in the list of a condition.', '条件的值列表中有重复的值。'],
  instead: ['Write it once.', '请只写一次。'],
  check: eachStatement(({ conditions }, report) => {
    for (const { values } of conditions) {
      const seen = new Set<string>();
      for (const text of values) {
        if (seen.has(text.value))
          report(text, `${quote(text.value)} stands in the list twice. Write it once.`);
        seen.add(text.value);
      }
    }
  }),
};
