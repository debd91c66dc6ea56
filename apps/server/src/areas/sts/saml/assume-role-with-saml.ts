import { type FederatedCaller, nameKey } from '../../../kernel/callers/identity.ts';
import type { RequestContext } from '../../../kernel/context.ts';
import { type ApiError, apiError } from '../../../kernel/errors.ts';
import { type AnonymousOperation, anonymousOperation, sts } from '../../../kernel/operation.ts';
import type { Preparation } from '../../../kernel/preparation.ts';
import { object } from '../../../kernel/response.ts';
import { findSamlProvider } from '../../saml-providers/index.ts';
import { sessionPolicyGrammar, sessionPolicySize, sessionTooLong } from '../errors.ts';
import { durationSeconds, roleArn, samlAssertion, samlProviderArn, sessionPolicy } from '../parameters.ts';
import { type RamResource, requireRamResource } from '../ram-arn.ts';
import { decideTrust } from '../session/decide-trust.ts';
import { checkDuration, type IssuedSession, issueSession } from '../session/issue-session.ts';
import type { SessionParts } from '../session/parts.ts';
import { checkSessionPolicy } from '../session/session-policy.ts';
import { recordedCredentials, samlAssertionFields, sessionFields, sessionMembers } from '../wire.ts';
import { AssertionProblem, expired } from './assertion-problem.ts';
import {
  assertionExpired,
  assertionInvalid,
  assertionSpent,
  metadataMissing,
  roleTrustsNot,
  samlProviderNotExist,
  samlRoleNotExist,
} from './errors.ts';
import type { Assertion } from './response/assertion.ts';
import type { ServiceProvider } from './service-provider.ts';
import { verifyResponse } from './verify-response.ts';

const SECOND = 1000;
/** Seconds of the shortest session: one may have passed of what begins with a whole second. */
const SHORTEST = 2;

/** What a caller says about the session that it wants. */
interface Asked {
  readonly samlProviderArn: string;
  readonly roleArn: string;
  readonly durationSeconds: number;
  readonly sessionPolicy?: string;
}

/** An assertion that the provider has made for this role; whether it was used before is not known yet. */
interface Proof {
  readonly accountId: string;
  readonly providerId: string;
  readonly assertion: Assertion;
}

/** STS AssumeRoleWithSAML (spec: wire 7.2, domain 2.9). */
export function stsAssumeRoleWithSaml(parts: SessionParts): AnonymousOperation {
  return anonymousOperation({
    api: sts,
    name: 'AssumeRoleWithSAML',
    summary: [
      'Exchanges the assertion of a SAML provider for a session of a role.',
      '使用 SAML 断言扮演角色，获取临时身份凭证。',
    ],
    parameters: { samlProviderArn, roleArn, samlAssertion, sessionPolicy, durationSeconds },
    response: { ...sessionFields, SAMLAssertionInfo: object(samlAssertionFields) },
    errors: [
      samlProviderNotExist,
      metadataMissing,
      assertionInvalid,
      assertionExpired,
      assertionSpent,
      samlRoleNotExist,
      roleTrustsNot,
      sessionTooLong,
      sessionPolicySize,
      sessionPolicyGrammar,
    ],
    why: [
      'The assertion itself proves who calls; the trust policy of the role decides.',
      '调用者身份由断言证明，并由角色的信任策略决定。',
    ],
    caller: ({ samlProviderArn: arn }) => callerOf(requireRamResource(arn, 'saml-provider')),
    async prove(preparation, command) {
      checkSessionPolicy(command.sessionPolicy);
      const named = requireRamResource(command.samlProviderArn, 'saml-provider');
      const proof = await proofOf(preparation, named, command.samlAssertion, parts.serviceProvider);
      requireOffer(proof.assertion, requireRamResource(command.roleArn, 'role'), named);
      return proof;
    },
    // Several providers may be one and the same outside, under one name after another too.
    once: ({ accountId, assertion }) => ({
      name: `saml\n${accountId}\n${assertion.issuer}\n${assertion.id}`,
      expires: assertion.usableUntil,
      spent: assertionSpent,
    }),
    run: (context, command, proof) => exchange(parts, context, command, proof),
    issued: ({ session }) => recordedCredentials(session),
    render: ({ session, assertion }) => ({
      ...sessionMembers(session),
      SAMLAssertionInfo: {
        SubjectType: assertion.subjectType,
        Subject: assertion.subject,
        Recipient: assertion.recipient,
        Issuer: assertion.issuer,
      },
    }),
  });
}

/** Whom a provider vouches for. */
function callerOf({ accountId, name }: RamResource): FederatedCaller {
  return { kind: 'federated', accountId, provider: `saml-provider/${name}` };
}

/**
 * Proves by the provider's metadata what the response says.
 *
 * @throws ApiError `EntityNotExist.SAMLProvider`, `AuthenticationFail.IDPMetadata.Invalid`,
 *   `AuthenticationFail.SAMLAssertion.Invalid`, `AuthenticationFail.SAMLAssertion.Expired`
 */
async function proofOf(
  { read, now }: Preparation,
  named: RamResource,
  response: string,
  { audiences, recipients }: ServiceProvider,
): Promise<Proof> {
  const provider = await read(scope => findSamlProvider(scope, named.name));
  if (provider === undefined) throw unknownProvider(named);
  const { providerId, metadata, createdAt } = provider;
  if (metadata === undefined) throw apiError(metadataMissing, { provider: provider.name });
  const { entityId: issuer, certificates } = metadata;
  try {
    const expectations = { issuer, audiences, recipients, now };
    const assertion = await verifyResponse(response, certificates, expectations);
    refuseEarlier(assertion, createdAt);
    return { accountId: named.accountId, providerId, assertion };
  } catch (error) {
    if (!(error instanceof AssertionProblem)) throw error;
    const kind = error.kind === 'expired' ? assertionExpired : assertionInvalid;
    throw apiError(kind, { problem: error.message }, { cause: error });
  }
}

/**
 * Whoever deleted a provider has ended what it vouched for: one of the same name does not bring it back.
 *
 * @param createdAt milliseconds since 1970; an identity provider may write whole seconds only
 * @throws AssertionProblem
 */
function refuseEarlier({ issuedAt }: Assertion, createdAt: number): void {
  if (issuedAt >= createdAt - (createdAt % SECOND)) return;
  throw expired('it was issued before its provider was registered here');
}

/** @throws ApiError when the assertion does not offer the role that is asked for, through the provider that is named */
function requireOffer({ roles }: Assertion, role: RamResource, provider: RamResource): void {
  const isOffered = roles.some(offered => isSame(offered.role, role) && isSame(offered.provider, provider));
  if (isOffered) return;
  const problem = 'its attribute Role does not offer this role through this provider';
  throw apiError(assertionInvalid, { problem });
}

function isSame(one: RamResource, other: RamResource): boolean {
  return one.accountId === other.accountId && nameKey(one.name) === nameKey(other.name);
}

/**
 * Exchanges a proof for a session, if the role trusts its provider.
 *
 * @throws ApiError `EntityNotExist.RoleArn`, `EntityNotExist.SAMLProvider` when the provider was deleted meanwhile, `NoPermission`,
 *   or what is wrong with the session that is asked for
 */
async function exchange(
  { sources, tokens }: SessionParts,
  context: RequestContext,
  command: Asked,
  { providerId, assertion }: Proof,
): Promise<{ readonly session: IssuedSession; readonly assertion: Assertion }> {
  const { accountId, name } = requireRamResource(command.roleArn, 'role');
  const named = requireRamResource(command.samlProviderArn, 'saml-provider');
  const caller = callerOf(named);
  // What exists in another account is not for this provider to learn.
  if (accountId !== named.accountId) throw apiError(roleTrustsNot, { role: name, provider: named.name });
  const role = await sources.byRoleName(accountId, name);
  if (role === undefined) throw apiError(samlRoleNotExist, { role: name, account: accountId });
  const bornFrom = await sources.originsOfFederated(caller, providerId);
  if (bornFrom === undefined) throw unknownProvider(named);
  const decision = decideTrust(role, caller, context, { 'saml:recipient': assertion.recipient });
  if (decision.effect !== 'Allow') throw apiError(roleTrustsNot, { role: role.name, provider: named.name });
  // What is asked for is held against the role as it was asked for, however soon the provider ends it.
  checkDuration(command.durationSeconds, role.maxSessionDuration);
  const session = issueSession(tokens, context.now, {
    role,
    bornFrom,
    sessionName: assertion.sessionName,
    durationSeconds: secondsOf(command.durationSeconds, assertion, context.now),
    sessionPolicy: command.sessionPolicy,
  });
  return { session, assertion };
}

function unknownProvider({ accountId, name }: RamResource): ApiError {
  return apiError(samlProviderNotExist, { provider: name, account: accountId });
}

/**
 * A session ends with the one at the provider at the latest, however long it was asked for.
 *
 * @throws ApiError `AuthenticationFail.SAMLAssertion.Expired` when that leaves no time to use it
 */
function secondsOf(asked: number, { sessionEndsAt }: Assertion, now: number): number {
  if (sessionEndsAt === undefined) return asked;
  const left = Math.floor((sessionEndsAt - now) / SECOND);
  if (left >= SHORTEST) return Math.min(asked, left);
  throw apiError(assertionExpired, { problem: 'the session at its provider ends at this moment' });
}
