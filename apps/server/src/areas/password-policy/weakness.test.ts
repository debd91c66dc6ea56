import { describe, expect, it } from 'vitest';
import { defaultPasswordPolicy, type PasswordPolicy } from './password-policy.ts';
import { weaknessOf } from './weakness.ts';

const weakness = (password: string, demands: Partial<PasswordPolicy> = {}) =>
  weaknessOf(password, { ...defaultPasswordPolicy, ...demands }, 'Ann.B');

describe('a password', () => {
  it.each<[string, Partial<PasswordPolicy>, string, string]>([
    ['its length', { minimumLength: 10 }, 'ninechars', 'tencharsss'],
    ['lower case', { requireLowercase: true }, 'UPPER-123', 'UPPER-12e'],
    ['upper case', { requireUppercase: true }, 'lower-123', 'lower-12E'],
    ['digits', { requireNumbers: true }, 'lettersOnly', 'letters0nly'],
    ['symbols', { requireSymbols: true }, 'lettersAnd0', 'lettersAnd 0'],
    ['different characters', { minimumDifferent: 6 }, 'abcdeabcde', 'abcdefabcd'],
    ['the name of its user', { notContainUserName: true }, 'so-ANN.b-says', 'so-annb-says'],
    ['being common', { interceptRisk: true }, 'P@ssw0rd123', 'river-Cabbage-9'],
  ])('is held against %s', (_, demands, weak, strong) => {
    expect([weak, weakness(weak, demands)]).toEqual([weak, expect.stringMatching(/\w/)]);
    expect([strong, weakness(strong, demands)]).toEqual([strong, undefined]);
    expect([weak, weakness(weak)]).toEqual([weak, undefined]);
  });

  it('is counted in characters, of which some take two units', () => {
    expect(weakness('😀'.repeat(7))).toMatch(/8 to 32 characters/);
    expect(weakness('😀'.repeat(8))).toBeUndefined();
    expect(weakness('x'.repeat(33))).toMatch(/8 to 32 characters/);
  });
});
