import { draw } from '../sealing/index.ts';

const LETTERS_AND_DIGITS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/**
 * Draws a one-time password: 20 random characters in four groups, without those that are mistaken for one another. It has
 * small and capital letters, digits and a mark, so that every password policy within the documented ranges takes it
 * (spec: domain 4.2, security Q12).
 */
export function oneTimePassword(): string {
  for (;;) {
    const groups = Array.from({ length: GROUPS }, () => draw(LETTERS_AND_DIGITS, GROUP_LENGTH));
    const password = groups.join('-');
    if (hasAllKinds(password)) return password;
  }
}

function hasAllKinds(password: string): boolean {
  const marks = [...password];
  const has = (from: string, to: string) => marks.some(mark => mark >= from && mark <= to);
  return has('a', 'z') && has('A', 'Z') && has('2', '9');
}
