import { parseArn } from '../../../arn.ts';
import type { JsonString } from '../../../json/json.ts';
import { fold } from '../../../letter-case.ts';
import { holdsWithoutKey } from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';
import type { LintStatement } from '../../lint-statement.ts';

/** What has to be limited for each type of identity provider, in lower case, and how to write it. */
const LIMITS = [
  {
    prefix: 'oidc-provider/',
    keys: ['oidc:aud', 'oidc:sub'],
    advice: '"StringEquals": {"oidc:aud": "<client id>", "oidc:sub": "<subject>"}',
  },
  {
    prefix: 'saml-provider/',
    keys: ['saml:recipient'],
    advice: '"StringEquals": {"saml:recipient": "<address of the log-on service>"}',
  },
] as const;

export const federatedWithoutCondition: LintRule = {
  code: 'federated-without-condition',
  level: 'security',
  meaning: [
    'Everybody whom the identity provider vouches for may assume the role: no condition says which application or person is meant.',
    '身份提供商认证的任何人都可以扮演该角色：没有条件限定具体的应用或人员。',
  ],
  instead: [
    'Add a condition on oidc:aud and oidc:sub, or on saml:recipient.',
    '请添加关于 oidc:aud 与 oidc:sub 的条件，或关于 saml:recipient 的条件。',
  ],
  kinds: ['trust'],
  check: eachStatement((statement, report) => {
    for (const provider of statement.principals?.Federated ?? []) {
      const limits = LIMITS.find(({ prefix }) => fold(relativeIdOf(provider)).startsWith(prefix));
      if (limits === undefined || isLimited(statement, limits.keys)) continue;
      report(
        provider,
        `Everybody whom this provider vouches for may assume the role. Add "Condition": {${limits.advice}}.`,
      );
    }
  }, 'Allow'),
};

function relativeIdOf({ value }: JsonString): string {
  return parseArn(value)?.relativeId ?? '';
}

function isLimited({ conditions }: LintStatement, keys: readonly string[]): boolean {
  return conditions.some(condition => keys.includes(condition.canonicalKey) && !holdsWithoutKey(condition));
}
