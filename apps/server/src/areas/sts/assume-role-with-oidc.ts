import { apiError } from '../../kernel/errors.ts';
import { anonymousOperation, sts } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { oidcProviderNotRegistered, sessionPolicyGrammar, sessionPolicySize } from './errors.ts';
import {
  durationSeconds,
  oidcProviderArn,
  oidcToken,
  roleArn,
  roleSessionName,
  sessionPolicy,
} from './parameters.ts';
import { checkSessionPolicy } from './session-policy.ts';
import { oidcTokenFields, sessionFields } from './wire.ts';

/** STS AssumeRoleWithOIDC (spec: wire 7.3). No provider can be registered so far, so every token is a stranger's. */
export const stsAssumeRoleWithOidc = anonymousOperation({
  api: sts,
  name: 'AssumeRoleWithOIDC',
  summary: [
    'Exchanges the token of an OIDC provider for a session of a role.',
    '使用 OIDC 令牌扮演角色，获取临时身份凭证。',
  ],
  parameters: { oidcProviderArn, roleArn, oidcToken, roleSessionName, sessionPolicy, durationSeconds },
  response: { ...sessionFields, OIDCTokenInfo: object(oidcTokenFields) },
  errors: [sessionPolicySize, sessionPolicyGrammar, oidcProviderNotRegistered],
  why: [
    'The token itself proves who calls; the trust policy of the role decides.',
    '调用者身份由令牌证明，并由角色的信任策略决定。',
  ],
  async run(_context, command): Promise<never> {
    checkSessionPolicy(command.sessionPolicy);
    throw apiError(oidcProviderNotRegistered);
  },
  render: (session: never) => session,
});
