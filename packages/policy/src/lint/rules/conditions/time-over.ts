import { quote } from '../../../findings.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const timeOver: LintRule = {
  code: 'time-over',
  level: 'suggestion',
  meaning: [
    'The statement applies only before a point in time that has passed.',
    '该语句仅在某一时间之前适用，而该时间已过。',
  ],
  instead: ['Remove the statement, or write a later time.', '请删除该语句，或写一个更晚的时间。'],
  check: eachStatement(({ conditions }, report, { now }) => {
    for (const { canonicalKey, operatorName, operator, values } of conditions) {
      const [first] = values;
      if (now === undefined || first === undefined || canonicalKey !== 'acs:currenttime') continue;
      if (!operatorName.includes('DateLessThan')) continue;
      if (operator.operator.prepare(values.map(({ value }) => value))(now)) continue;
      report(
        first,
        `${quote(first.value)} has passed, so the statement no longer applies. Remove it, or write a later time.`,
      );
    }
  }),
};
