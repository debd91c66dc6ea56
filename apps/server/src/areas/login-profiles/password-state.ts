import { DAY } from '../../kernel/time.ts';
import type { PasswordPolicy } from '../password-policy/index.ts';
import type { LoginProfile } from './login-profile.ts';

/** What age has done to a password. No values are published for the field that shows it. */
export type PasswordState = 'NotSet' | 'Valid' | 'Expired' | 'InitialExpired';

/**
 * Holds the age of a password against the policy (spec: domain 4.2).
 *
 * @param now milliseconds since 1970
 */
export function passwordState(
  { passwordHash, passwordSetAt, initialAt }: LoginProfile,
  { maxAge, initialAge }: PasswordPolicy,
  now: number,
): PasswordState {
  if (passwordHash === '') return 'NotSet';
  if (initialAge > 0 && initialAt !== undefined && now >= initialAt + initialAge * DAY)
    return 'InitialExpired';
  return maxAge > 0 && now >= passwordSetAt + maxAge * DAY ? 'Expired' : 'Valid';
}
