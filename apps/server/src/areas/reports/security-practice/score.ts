import type { PasswordLevel } from './password-level.ts';

/** How safe an account is, in figures (spec: domain 9.1). */
export interface SecurityPractice {
  readonly users: number;
  readonly usersWithMfa: number;
  readonly usersWithUnusedKeys: number;
  readonly usersWithOldKeys: number;
  /** Keys of the account itself. */
  readonly accountKeys: number;
  readonly unusedAccountKeys: number;
  readonly oldAccountKeys: number;
  readonly passwordLevel: PasswordLevel;
  /** Whether the account itself logs on with a second factor. */
  readonly hasMfa: boolean;
}

const pointsOfLevel: Readonly<Record<PasswordLevel, number>> = { low: 0, mid: 3, high: 5 };

/**
 * Sums an account up. The vendor's formula is not published; this one gives the one sum that its documents show
 * (spec: domain 9.1).
 *
 * @returns 0 for an account that does everything wrong, 100 for one that does everything right
 */
export function scoreOf(practice: SecurityPractice): number {
  const { users } = practice;
  const share = (some: number) => (users === 0 ? 0 : some / users);
  const points =
    (practice.hasMfa ? 15 : 0) +
    (practice.accountKeys === 0 ? 10 : 0) +
    (practice.unusedAccountKeys === 0 ? 16 : 0) +
    (practice.oldAccountKeys === 0 ? 16 : 0) +
    pointsOfLevel[practice.passwordLevel] +
    7 * (1 - share(users - practice.usersWithMfa)) +
    15 * (1 - share(practice.usersWithUnusedKeys)) +
    16 * (1 - share(practice.usersWithOldKeys));
  return Math.round(points);
}
