import { quote } from '../../../findings.ts';
import { fold } from '../../../letter-case.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

const CASE_SENSITIVE = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'];

export const principalArnCase: LintRule = {
  code: 'principal-arn-case',
  level: 'security',
  meaning: [
    'acs:PrincipalARN is compared with regard to letter case, and the value has capital letters. Names of roles have been seen in lower case in such ARNs, so the comparison may fail.',
    'acs:PrincipalARN 的比较区分大小写，而该值含有大写字母。此类 ARN 中的角色名曾出现小写形式，比较可能失败。',
  ],
  instead: [
    'Use StringEqualsIgnoreCase or StringNotEqualsIgnoreCase; with StringLike list the name in lower case too.',
    '请使用 StringEqualsIgnoreCase 或 StringNotEqualsIgnoreCase；使用 StringLike 时请同时列出小写形式。',
  ],
  check: eachStatement(({ conditions }, report) => {
    for (const { canonicalKey, operatorName, values } of conditions) {
      const operator = operatorName.slice(operatorName.indexOf(':') + 1);
      if (canonicalKey !== 'acs:principalarn' || !CASE_SENSITIVE.includes(operator)) continue;
      const listed = new Set(values.map(({ value }) => value));
      for (const text of values) {
        const folded = fold(text.value);
        if (folded === text.value || listed.has(folded)) continue;
        const advice = operator.endsWith('Equals')
          ? `Write "${operatorName}IgnoreCase".`
          : `List ${quote(folded)} as well.`;
        report(
          text,
          `${operatorName} compares letter case, and principals may come in lower case, so ${quote(text.value)} may not match. ${advice}`,
        );
      }
    }
  }),
};
