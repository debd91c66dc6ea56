import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const repeatedKey: LintRule = {
  code: 'repeated-key',
  level: 'suggestion',
  meaning: [
    'Two spellings of one condition key stand under one operator. Both must hold, which the values of one key need not.',
    '同一运算符下出现了同一条件键的两种写法。两者必须同时成立，而同一键的多个值只需一个成立。',
  ],
  instead: ['Write the key once, with all values in a list.', '请只写一次该键，并将所有值写成列表。'],
  check: eachStatement(({ conditions }, report) => {
    const seen = new Set<string>();
    for (const condition of conditions) {
      const line = `${condition.operatorName} ${condition.canonicalKey}`;
      if (seen.has(line)) {
        report(
          condition,
          `${condition.key} stands under ${condition.operatorName} in another spelling too, and both must hold. Write it once, with all values in a list.`,
        );
      }
      seen.add(line);
    }
  }),
};
