import type { AttemptLimit } from '../../kernel/attempts.ts';
import type { PasswordPolicy } from './password-policy.ts';

const HOUR = 3_600_000;

/** Failures in a row that no policy can allow (spec: security Q13). */
const CEILING = 100;

/** How many wrong passwords in a row are judged before an hour of rest (spec: domain 4.2). */
export function attemptLimit({ maxLoginAttempts }: PasswordPolicy): AttemptLimit {
  return { failures: maxLoginAttempts === 0 ? CEILING : maxLoginAttempts, lockedFor: HOUR };
}
