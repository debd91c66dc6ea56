import { apiError } from '../../../kernel/errors.ts';
import { type AnonymousOperation, anonymousOperation, sts } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import { findOidcProvider } from '../../oidc-providers/index.ts';
import { roleNotExist, sessionPolicyGrammar, sessionPolicySize, sessionTooLong } from '../errors.ts';
import {
  durationSeconds,
  oidcProviderArn,
  oidcToken,
  roleArn,
  roleSessionName,
  sessionPolicy,
} from '../parameters.ts';
import { requireRamResource } from '../ram-arn.ts';
import { decideTrust } from '../session/decide-trust.ts';
import { issueSession } from '../session/issue-session.ts';
import type { SessionParts } from '../session/parts.ts';
import { checkSessionPolicy } from '../session/session-policy.ts';
import { recordedCredentials, sessionFields, sessionMembers } from '../wire.ts';
import { notTrusted, providerNotRegistered, tokenErrors } from './errors.ts';
import { Issuers } from './issuers.ts';
import type { TokenClaims } from './json-web-token.ts';
import { assertStillAccepted, verifyToken } from './verify-token.ts';
import { oidcTokenFields, oidcTokenMembers } from './wire.ts';

/** What a token said, proven by the provider that was registered at that moment. */
interface Proof {
  readonly providerId: string;
  readonly claims: TokenClaims;
}

/** STS AssumeRoleWithOIDC (spec: wire 7.3, domain 2.9). */
export function stsAssumeRoleWithOidc({ sources, tokens, outbound }: SessionParts): AnonymousOperation {
  const issuers = new Issuers(outbound);
  return anonymousOperation({
    api: sts,
    name: 'AssumeRoleWithOIDC',
    summary: [
      'Exchanges the token of an OIDC provider for a session of a role.',
      '使用 OIDC 令牌扮演角色，获取临时身份凭证。',
    ],
    parameters: { oidcProviderArn, roleArn, oidcToken, roleSessionName, sessionPolicy, durationSeconds },
    response: { ...sessionFields, OIDCTokenInfo: object(oidcTokenFields) },
    errors: [...tokenErrors, roleNotExist, sessionTooLong, sessionPolicySize, sessionPolicyGrammar],
    why: [
      'The token itself proves who calls; the trust policy of the role decides.',
      '调用者身份由令牌证明，并由角色的信任策略决定。',
    ],
    caller(command) {
      const { accountId, name } = requireRamResource(command.oidcProviderArn, 'oidc-provider');
      return { kind: 'federated', accountId, provider: `oidc-provider/${name}` };
    },
    async prove({ read, now }, command): Promise<Proof> {
      checkSessionPolicy(command.sessionPolicy);
      const { accountId, name } = requireRamResource(command.oidcProviderArn, 'oidc-provider');
      const registered = async () => {
        const provider = await read(scope => findOidcProvider(scope, name));
        if (provider === undefined) throw apiError(providerNotRegistered);
        return provider;
      };
      const provider = await registered();
      const verified = await verifyToken(command.oidcToken, { provider, accountId, now }, issuers);
      assertStillAccepted(verified, { provider: await registered(), accountId, now });
      return { providerId: provider.providerId, claims: verified.claims };
    },
    async run(context, command, { providerId, claims }) {
      const { caller } = context;
      if (caller.kind !== 'federated') throw new TypeError('a provider was expected to vouch for the caller');
      const { accountId, name: role } = requireRamResource(command.roleArn, 'role');
      // A provider vouches within its account; whether a role of another one is there is nobody's business.
      if (accountId !== caller.accountId) throw apiError(notTrusted);
      const known = await sources.byRoleName(accountId, role);
      if (known === undefined) throw apiError(roleNotExist, { role, account: accountId });
      const bornFrom = await sources.originsOfFederated(caller, providerId);
      if (bornFrom === undefined) throw apiError(providerNotRegistered);
      const decision = decideTrust(known, caller, context, {
        'oidc:iss': claims.issuer,
        'oidc:aud': claims.audiences,
        'oidc:sub': claims.subject,
      });
      if (decision.effect !== 'Allow') throw apiError(notTrusted);
      return issueSession(tokens, context.now, {
        role: known,
        bornFrom,
        sessionName: command.roleSessionName,
        durationSeconds: command.durationSeconds,
        sessionPolicy: command.sessionPolicy,
      });
    },
    issued: recordedCredentials,
    render: (session, { proof }) => ({
      ...sessionMembers(session),
      OIDCTokenInfo: oidcTokenMembers(proof.claims),
    }),
  });
}
