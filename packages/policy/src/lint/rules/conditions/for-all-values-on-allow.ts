import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const forAllValuesOnAllow: LintRule = {
  code: 'for-all-values-on-allow',
  level: 'security',
  meaning: [
    'ForAllValues holds of a request that does not have the key, so the Allow applies to it.',
    '请求中没有该键时 ForAllValues 也成立，因此该 Allow 会适用。',
  ],
  instead: [
    'Use ForAnyValue or no qualifier if the key must be there.',
    '如果该键必须存在，请使用 ForAnyValue 或不带限定词的运算符。',
  ],
  check: eachStatement(({ conditions }, report) => {
    for (const condition of conditions) {
      if (condition.operator.qualifier !== 'ForAllValues') continue;
      const plain = condition.operatorName.slice(condition.operatorName.indexOf(':') + 1);
      report(
        condition,
        `${condition.operatorName} holds when the request has no ${condition.key}. Write "ForAnyValue:${plain}" or "${plain}" if the key must be there.`,
      );
    }
  }, 'Allow'),
};
