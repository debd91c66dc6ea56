import type { Identity } from '../identity.ts';
import type { Head, SignatureClaim } from '../request/head.ts';
import { type Answer, isRecord, type ServerConnection, ServerUnavailable } from './post.ts';

/** What a request needs permission for, with the facts that conditions may look at. */
export interface Check {
  readonly action: string;
  readonly resource: readonly string[];
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

/** What the server says of a request. */
export type Verification =
  /** Somebody signed it, who is allowed or not. */
  | {
      readonly kind: 'verified';
      readonly identity: Identity;
      readonly allowed: boolean;
      readonly requestId: string;
    }
  /** Nobody whom the server knows signed it. `code` is the server's, such as SignatureDoesNotMatch. */
  | { readonly kind: 'unverified'; readonly code: string; readonly requestId: string };

/** How a request is asked about. */
export interface VerifyOptions {
  /** Nothing is refused for it; the server records what would have been. */
  readonly dryRun: boolean;
  /** See {@link ServerConnection.post}. */
  readonly deadline: number;
}

const PATH = '/v1/verify';
const ACTION = 'VerifyRequest';

/**
 * Has the server verify a request and decide about it, in one call.
 *
 * @throws ServerUnavailable when there is no answer, or one that is not exactly of the known shape
 */
export async function verify(
  server: ServerConnection,
  { method, path, rawQuery }: Head,
  { headers, bodyDigest }: SignatureClaim,
  check: Check,
  { dryRun, deadline }: VerifyOptions,
): Promise<Verification> {
  const query = rawQuery === '' ? {} : { query: rawQuery };
  const request = { method, path, ...query, headers, bodySha256: bodyDigest };
  const body = { ...request, check, ...(dryRun ? { dryRun } : {}) };
  const answer = await server.post(PATH, ACTION, body, deadline);
  return readVerification(answer, dryRun);
}

/** Effects of a decision (RAM policy evaluation); only the first lets anything through. */
const EFFECTS = ['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const;
const IDENTITY_TYPES = ['Account', 'RAMUser', 'AssumedRoleUser'] as const;

function readVerification({ status, members }: Answer, dryRun: boolean): Verification {
  const { RequestId: requestId, refusal, identity } = members;
  if (status !== 200)
    throw new ServerUnavailable(`it answered ${status} ${wordOf(members.Code)} to the guard itself`);
  if (!isText(requestId)) throw unreadable('RequestId');
  if (refusal !== undefined) return { kind: 'unverified', code: codeOf(refusal), requestId };
  // A dry run is answered Allow whatever was decided.
  const effect = oneOf(EFFECTS, dryRun ? members.wouldBe : members.decision, 'decision');
  return { kind: 'verified', identity: readIdentity(identity), allowed: effect === 'Allow', requestId };
}

function codeOf(refusal: unknown): string {
  if (!isRecord(refusal) || !isText(refusal.code)) throw unreadable('refusal');
  return refusal.code;
}

function readIdentity(value: unknown): Identity {
  if (!isRecord(value)) throw unreadable('identity');
  const { AccountId: accountId, Arn: arn, PrincipalId: principalId, UserId: userId, RoleId: roleId } = value;
  if (!isText(accountId) || !isText(arn) || !isText(principalId)) throw unreadable('identity');
  return {
    accountId,
    arn,
    identityType: oneOf(IDENTITY_TYPES, value.IdentityType, 'IdentityType'),
    principalId,
    ...(isText(userId) ? { userId } : {}),
    ...(isText(roleId) ? { roleId } : {}),
  };
}

function oneOf<Text extends string>(known: readonly Text[], value: unknown, member: string): Text {
  const found = known.find(text => text === value);
  if (found === undefined) throw unreadable(member);
  return found;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function unreadable(member: string): ServerUnavailable {
  return new ServerUnavailable(`its answer has no ${member} that is known`);
}

/** Of a code that the server gave: it goes into a log. */
function wordOf(code: unknown): string {
  return typeof code === 'string' ? code.slice(0, 64) : '';
}
