import { isCommonPassword } from './common-passwords.ts';
import { LONGEST_PASSWORD, type PasswordPolicy } from './password-policy.ts';

/** One demand of a policy, and how to tell whoever does not meet it. */
interface Demand {
  readonly isMet: boolean;
  /** A clause without a full stop. */
  readonly problem: string;
}

/**
 * The first demand of a policy that a password does not meet (spec: domain 4.2).
 *
 * @param userName whose password it is
 * @returns a clause that says what is asked for; undefined for a password that the policy takes
 */
export function weaknessOf(password: string, policy: PasswordPolicy, userName: string): string | undefined {
  const marks = [...password];
  const demands: readonly Demand[] = [
    {
      isMet: marks.length >= policy.minimumLength && marks.length <= LONGEST_PASSWORD,
      problem: `it must have ${policy.minimumLength} to ${LONGEST_PASSWORD} characters`,
    },
    {
      isMet: !policy.requireLowercase || marks.some(isLowercase),
      problem: 'it must have a lower-case letter',
    },
    {
      isMet: !policy.requireUppercase || marks.some(isUppercase),
      problem: 'it must have an upper-case letter',
    },
    { isMet: !policy.requireNumbers || marks.some(isDigit), problem: 'it must have a digit' },
    { isMet: !policy.requireSymbols || marks.some(isSymbol), problem: 'it must have a symbol' },
    {
      isMet: new Set(marks).size >= policy.minimumDifferent,
      problem: `it must have ${policy.minimumDifferent} different characters`,
    },
    {
      isMet: !policy.notContainUserName || !password.toLowerCase().includes(userName.toLowerCase()),
      problem: 'it must not contain the name of its user',
    },
    {
      isMet: !policy.interceptRisk || !isCommonPassword(password),
      problem: 'it is one of those that are guessed first',
    },
  ];
  return demands.find(({ isMet }) => !isMet)?.problem;
}

function isLowercase(mark: string): boolean {
  return mark >= 'a' && mark <= 'z';
}

function isUppercase(mark: string): boolean {
  return mark >= 'A' && mark <= 'Z';
}

function isDigit(mark: string): boolean {
  return mark >= '0' && mark <= '9';
}

/** Every other character, letters of other scripts among them. */
function isSymbol(mark: string): boolean {
  return !isLowercase(mark) && !isUppercase(mark) && !isDigit(mark);
}
