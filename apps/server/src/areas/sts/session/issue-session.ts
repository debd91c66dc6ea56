import type { Origin, SessionIdentity } from '../../../kernel/callers/identity.ts';
import type { KnownRole, SessionCredentials, SessionTokens } from '../../../kernel/callers/sessions.ts';
import { apiError } from '../../../kernel/errors.ts';
import { sessionTooLong } from '../errors.ts';
import { checkSessionPolicy } from './session-policy.ts';

/** A session that somebody may have: both sides have allowed it. */
export interface GrantedSession {
  readonly role: KnownRole;
  /** What it ends with besides the role, as {@link SessionSources} found it. */
  readonly bornFrom: readonly Origin[];
  readonly sessionName: string;
  readonly durationSeconds: number;
  /** JSON text as it was sent; without one the session may do what its role may. */
  readonly sessionPolicy?: string | undefined;
  readonly sourceIdentity?: string | undefined;
  /** Whether who stands behind it showed a second factor; undefined where nobody could. */
  readonly mfaPresent?: boolean | undefined;
}

/** A session with what it calls with. */
export interface IssuedSession {
  readonly identity: SessionIdentity;
  readonly credentials: SessionCredentials;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const SECOND = 1000;

/**
 * Issues a session; nothing of it is stored.
 *
 * @param now milliseconds since 1970
 * @throws ApiError `InvalidParameter.DurationSeconds` beyond what the role allows, `InvalidParameter.PolicySize`,
 *   `InvalidParameter.PolicyGrammar`
 */
export function issueSession(tokens: SessionTokens, now: number, granted: GrantedSession): IssuedSession {
  const { role, bornFrom, sessionName, durationSeconds } = granted;
  const { sessionPolicy, sourceIdentity, mfaPresent } = granted;
  checkSessionPolicy(sessionPolicy);
  checkDuration(durationSeconds, role.maxSessionDuration);
  const issuedAt = now - (now % SECOND);
  const expiresAt = issuedAt + durationSeconds * SECOND;
  const known = {
    sessionName,
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    ...(mfaPresent === undefined ? {} : { mfaPresent }),
  };
  const credentials = tokens.issue({
    ...known,
    role: role.origin,
    issuedAt,
    expiresAt,
    bornFrom,
    ...(sessionPolicy === undefined ? {} : { sessionPolicy }),
  });
  const { accountId, roleId, name: roleName } = role;
  return { identity: { kind: 'session', accountId, roleId, roleName, ...known }, credentials, expiresAt };
}

/**
 * @param longest seconds
 * @throws ApiError `InvalidParameter.DurationSeconds`
 */
export function checkDuration(durationSeconds: number, longest: number): void {
  if (durationSeconds > longest) throw apiError(sessionTooLong, { longest });
}
