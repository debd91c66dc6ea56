import { apiError } from '../../kernel/errors.ts';
import { anonymousOperation, sts } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { samlProviderNotExist, sessionPolicyGrammar, sessionPolicySize } from './errors.ts';
import { durationSeconds, roleArn, samlAssertion, samlProviderArn, sessionPolicy } from './parameters.ts';
import { requireRamResource } from './ram-arn.ts';
import { checkSessionPolicy } from './session-policy.ts';
import { samlAssertionFields, sessionFields } from './wire.ts';

/** STS AssumeRoleWithSAML (spec: wire 7.2). No provider can be registered so far, so every assertion is a stranger's. */
export const stsAssumeRoleWithSaml = anonymousOperation({
  api: sts,
  name: 'AssumeRoleWithSAML',
  summary: [
    'Exchanges the assertion of a SAML provider for a session of a role.',
    '使用 SAML 断言扮演角色，获取临时身份凭证。',
  ],
  parameters: { samlProviderArn, roleArn, samlAssertion, sessionPolicy, durationSeconds },
  response: { ...sessionFields, SAMLAssertionInfo: object(samlAssertionFields) },
  errors: [sessionPolicySize, sessionPolicyGrammar, samlProviderNotExist],
  why: [
    'The assertion itself proves who calls; the trust policy of the role decides.',
    '调用者身份由断言证明，并由角色的信任策略决定。',
  ],
  async run(_context, command): Promise<never> {
    checkSessionPolicy(command.sessionPolicy);
    const { accountId, name } = requireRamResource(command.samlProviderArn, 'saml-provider');
    throw apiError(samlProviderNotExist, { provider: name, account: accountId });
  },
  render: (session: never) => session,
});
