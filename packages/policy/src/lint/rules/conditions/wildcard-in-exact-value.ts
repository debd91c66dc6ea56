import { quote } from '../../../findings.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement, levelOfMiss } from '../../lint-rule.ts';

const EXACT = ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'];

/** How the ARN of a principal begins: this star is no wildcard (spec: policy 3.5). */
const PRINCIPAL_PREFIX = 'acs:ram:*:';

export const wildcardInExactValue: LintRule = {
  code: 'wildcard-in-exact-value',
  level: 'suggestion',
  graver: true,
  meaning: [
    'The operator compares whole texts, so that the * in the value is a star and no wildcard.',
    '该运算符按完整文本比较，值中的 * 只是普通字符，不是通配符。',
  ],
  instead: [
    'Use StringLike or StringNotLike for wildcards.',
    '如需通配符，请使用 StringLike 或 StringNotLike。',
  ],
  check: eachStatement(({ effect, conditions }, report) => {
    for (const { canonicalKey, operatorName, values } of conditions) {
      const operator = operatorName.slice(operatorName.indexOf(':') + 1);
      if (!EXACT.includes(operator)) continue;
      for (const text of values) {
        const isArn = canonicalKey === 'acs:principalarn' && text.value.startsWith(PRINCIPAL_PREFIX);
        if (!text.value.includes('*', isArn ? PRINCIPAL_PREFIX.length : 0)) continue;
        const like = operator.startsWith('StringNot') ? 'StringNotLike' : 'StringLike';
        report(
          text,
          `${operatorName} takes the * in ${quote(text.value)} for a star. Write "${like}" if it is a wildcard.`,
          levelOfMiss(effect, operator.startsWith('StringNot')),
        );
      }
    }
  }),
};
