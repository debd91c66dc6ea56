import type { AccountId } from '../../../kernel/callers/identity.ts';
import type { KnownPrincipal, PresentedToken } from '../../../kernel/decisions.ts';
import { ApiError, type ErrorKind } from '../../../kernel/errors.ts';
import type { Soon } from '../../../kernel/soon.ts';
import { gatewayErrors } from '../../errors.ts';
import type { SessionPrincipal, Sessions } from './sessions.ts';

type Known = KnownPrincipal | 'ended' | undefined;

/**
 * Finds a session that somebody asks about, who is told of none of other accounts.
 *
 * @param now milliseconds since 1970
 * @throws StorageUnavailable
 */
export function knownSession(
  sessions: Pick<Sessions, 'find'>,
  accountId: AccountId,
  { accessKeyId, securityToken }: PresentedToken,
  now: number,
): Soon<Known> {
  const known = ({ caller, subject }: SessionPrincipal): Known =>
    caller.accountId === accountId ? { identity: caller, subject } : undefined;
  try {
    const found = sessions.find(accessKeyId, securityToken, now);
    return found instanceof Promise ? found.then(known, answered) : known(found);
  } catch (error) {
    return answered(error);
  }
}

const endings: readonly ErrorKind[] = [gatewayErrors.securityTokenExpired, gatewayErrors.sessionEnded];

/** @throws what is no refusal */
function answered(error: unknown): 'ended' | undefined {
  if (!(error instanceof ApiError)) throw error;
  return endings.includes(error.kind) ? 'ended' : undefined;
}
