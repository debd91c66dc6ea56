import { holdsWithoutKey } from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const mfaGap: LintRule = {
  code: 'mfa-gap',
  level: 'security',
  meaning: [
    'The Deny applies when acs:MFAPresent is false. Calls with an AccessKey do not have the key at all, so they are not denied.',
    '该 Deny 在 acs:MFAPresent 为 false 时适用。使用 AccessKey 的调用根本没有该键，因此不会被拒绝。',
  ],
  instead: [
    'Allow only with MFA, by "Bool": {"acs:MFAPresent": "true"} on every Allow, or deny with "StringNotEqualsIgnoreCase": {"acs:MFAPresent": "true"}, which holds without the key.',
    '请在每条 Allow 上写 "Bool": {"acs:MFAPresent": "true"}，仅允许使用 MFA 的请求；或在 Deny 中写 "StringNotEqualsIgnoreCase": {"acs:MFAPresent": "true"}，键不存在时该条件也成立。',
  ],
  check: eachStatement(({ conditions }, report) => {
    for (const condition of conditions) {
      if (condition.canonicalKey !== 'acs:mfapresent' || holdsWithoutKey(condition)) continue;
      const { operator } = condition.operator;
      const denies =
        operator.prepare(condition.values.map(({ value }) => value))('false') !== operator.negated;
      if (!denies) continue;
      report(
        condition,
        'Calls with an AccessKey have no acs:MFAPresent, so this Deny does not stop them. Require "Bool": {"acs:MFAPresent": "true"} where you allow, or deny with "StringNotEqualsIgnoreCase": {"acs:MFAPresent": "true"}.',
      );
    }
  }, 'Deny'),
};
