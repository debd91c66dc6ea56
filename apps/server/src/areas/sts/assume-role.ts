import { type CompiledTrust, TRUSTS_NOBODY } from '@wardenry/policy';
import type { AccountId, KeyCaller, Origin } from '../../kernel/callers/identity.ts';
import type { KnownRole } from '../../kernel/callers/sessions.ts';
import type { RequestContext } from '../../kernel/context.ts';
import { apiError } from '../../kernel/errors.ts';
import type { ConditionValues, Operation, ResourceName } from '../../kernel/operation.ts';
import { readOperation, sts } from '../../kernel/operation.ts';
import {
  callerEnded,
  chainTooLong,
  roleNotExist,
  rootMayNotAssume,
  sessionPolicyFixed,
  sessionPolicyGrammar,
  sessionPolicySize,
  sessionTooLong,
  sourceIdentityFixed,
} from './errors.ts';
import {
  durationSeconds,
  externalId,
  roleArn,
  roleSessionName,
  sessionPolicy,
  sourceIdentity,
} from './parameters.ts';
import { type RamResource, requireRamResource } from './ram-arn.ts';
import { checkDuration, type IssuedSession, issueSession } from './session/issue-session.ts';
import type { SessionParts } from './session/parts.ts';
import { recordedCredentials, sessionFields, sessionMembers } from './wire.ts';

/** Seconds that a session which another session made may last (as with other clouds; no source names a bound). */
const LONGEST_CHAINED = 3600;
/** Roles one behind the other; each makes the token longer. */
const MOST_CHAINED = 5;

/** What a caller says about the session that it wants. */
interface Asked {
  readonly roleArn: string;
  readonly roleSessionName: string;
  readonly durationSeconds: number;
  readonly sessionPolicy?: string;
  readonly externalId?: string;
  readonly sourceIdentity?: string;
}

/** The role that each call was decided on: the session is of that one, whatever is called like it a moment later. */
type DecidedRoles = WeakMap<RequestContext, KnownRole>;

/** STS AssumeRole (spec: wire 7.1). */
export function stsAssumeRole(parts: SessionParts): Operation {
  const decided: DecidedRoles = new WeakMap();
  return readOperation({
    api: sts,
    name: 'AssumeRole',
    summary: [
      'Exchanges the identity of a RAM user or of a session for a session of a role.',
      'RAM 用户或角色会话扮演角色，获取临时身份凭证。',
    ],
    parameters: { roleArn, roleSessionName, durationSeconds, sessionPolicy, externalId, sourceIdentity },
    response: sessionFields,
    errors: [
      sessionPolicySize,
      sessionPolicyGrammar,
      sessionPolicyFixed,
      sessionTooLong,
      sourceIdentityFixed,
      chainTooLong,
      rootMayNotAssume,
      callerEnded,
      roleNotExist,
    ],
    authorization: {
      kind: 'policy',
      resources: command => [roleResource(requireRamResource(command.roleArn, 'role'))],
      trust: (command, context) => trustOf(parts, decided, command, context),
      concerns: context => ownerElsewhere(decided.get(context), context),
      conditions: conditionsOf,
    },
    run: (scope, command) => assumeRole(parts, decided.get(scope.context), scope.context, command),
    issued: recordedCredentials,
    render: sessionMembers,
  });
}

function roleResource({ accountId, name }: RamResource): ResourceName {
  return { relativeId: `role/${name}`, owner: accountId, service: 'ram' };
}

/** Ordinary conditions of the trust policy, missing when they are not sent (spec: policy 3.5, 9.13). */
function conditionsOf({ externalId, sourceIdentity }: Asked): ConditionValues {
  return {
    ...(externalId === undefined ? {} : { 'sts:ExternalId': externalId }),
    ...(sourceIdentity === undefined ? {} : { 'sts:SourceIdentity': sourceIdentity }),
  };
}

/**
 * Whom a role trusts. One that another account does not have trusts nobody, as one that does not trust the caller: what
 * other accounts have is nobody's business.
 *
 * @throws ApiError `NoPermission` for the account itself
 */
async function trustOf(
  { sources }: SessionParts,
  decided: DecidedRoles,
  command: Asked,
  context: RequestContext,
): Promise<CompiledTrust | undefined> {
  const { caller, accountId: own } = context;
  if (caller.kind === 'root') throw apiError(rootMayNotAssume);
  const { accountId, name } = requireRamResource(command.roleArn, 'role');
  const role = await sources.byRoleName(accountId, name);
  if (role !== undefined) {
    decided.set(context, role);
    return role.trust;
  }
  return accountId === own ? undefined : TRUSTS_NOBODY;
}

function ownerElsewhere(
  role: KnownRole | undefined,
  { accountId: own }: RequestContext,
): AccountId | undefined {
  return role === undefined || role.accountId === own ? undefined : role.accountId;
}

/**
 * Issues a session to somebody whom its own policies and the role have allowed it.
 *
 * @param role that they were decided on; undefined when there was none
 * @throws ApiError `EntityNotExist.Role`, or what is wrong with the session that is asked for
 */
async function assumeRole(
  { sources, tokens }: SessionParts,
  role: KnownRole | undefined,
  { caller, now }: RequestContext,
  command: Asked,
): Promise<IssuedSession> {
  if (caller.kind !== 'user' && caller.kind !== 'session') throw apiError(rootMayNotAssume);
  if (role === undefined) {
    const { accountId, name } = requireRamResource(command.roleArn, 'role');
    throw apiError(roleNotExist, { role: name, account: accountId });
  }
  const bornFrom = await sources.originsOf(caller);
  if (bornFrom === undefined) throw apiError(callerEnded);
  if (caller.kind === 'session') checkChain(command, bornFrom);
  return issueSession(tokens, now, {
    role,
    bornFrom,
    sessionName: command.roleSessionName,
    durationSeconds: command.durationSeconds,
    sessionPolicy: sessionPolicyOf(command, caller, role),
    sourceIdentity: sourceIdentityOf(command, caller),
    mfaPresent: caller.kind === 'session' ? caller.mfaPresent : undefined,
  });
}

/** @throws ApiError `InvalidParameter.DurationSeconds`, `LimitExceeded.RoleChain` */
function checkChain({ durationSeconds }: Asked, bornFrom: readonly Origin[]): void {
  checkDuration(durationSeconds, LONGEST_CHAINED);
  const roles = bornFrom.filter(({ kind }) => kind === 'role').length;
  if (roles >= MOST_CHAINED) throw apiError(chainTooLong, { limit: MOST_CHAINED });
}

/**
 * What the session is narrowed to: one that takes its own role on again stays as narrow as it is. What both its policy and
 * another one allow cannot be said in one policy, so that it may not ask for another.
 *
 * @throws ApiError `InvalidParameter.Policy`
 */
function sessionPolicyOf(
  { sessionPolicy }: Asked,
  caller: KeyCaller,
  { roleId }: KnownRole,
): string | undefined {
  if (caller.kind !== 'session' || caller.roleId !== roleId) return sessionPolicy;
  const before = caller.sessionPolicy;
  if (before === undefined || sessionPolicy === undefined) return before ?? sessionPolicy;
  if (before !== sessionPolicy) throw apiError(sessionPolicyFixed);
  return before;
}

/**
 * Who stands behind a session: once said, it stays for the whole chain.
 *
 * @throws ApiError `InvalidParameter.SourceIdentity`
 */
function sourceIdentityOf({ sourceIdentity }: Asked, caller: KeyCaller): string | undefined {
  const before = caller.kind === 'session' ? caller.sourceIdentity : undefined;
  if (before === undefined || sourceIdentity === undefined) return before ?? sourceIdentity;
  if (before !== sourceIdentity) throw apiError(sourceIdentityFixed, { identity: before });
  return before;
}
