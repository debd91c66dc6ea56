import { findConditionKey } from '../../../catalogue/condition-keys.ts';
import { holdsWithoutKey } from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const allowWithoutKey: LintRule = {
  code: 'allow-without-key',
  level: 'security',
  meaning: [
    'A negated operator holds of a request that does not have the key, so the Allow applies to it.',
    '请求中没有该键时否定运算符也成立，因此该 Allow 会适用。',
  ],
  instead: [
    'Say what the value must be, with the operator that is not negated.',
    '请使用非否定运算符写明允许的值。',
  ],
  check: eachStatement(({ conditions }, report) => {
    for (const condition of conditions) {
      const { qualifier } = condition.operator;
      if (qualifier === 'ForAllValues' || !holdsWithoutKey(condition)) continue;
      if (findConditionKey(condition.key)?.always === true) continue;
      const positive = condition.operatorName.replace('Not', '');
      report(
        condition,
        `${condition.operatorName} holds when the request has no ${condition.key}, so such requests are allowed. Write "${positive}" and the values that are allowed.`,
      );
    }
  }, 'Allow'),
};
