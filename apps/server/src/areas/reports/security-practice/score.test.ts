import { describe, expect, it } from 'vitest';
import { type SecurityPractice, scoreOf } from './score.ts';

const flawless: SecurityPractice = {
  users: 10,
  usersWithMfa: 10,
  usersWithUnusedKeys: 0,
  usersWithOldKeys: 0,
  accountKeys: 0,
  unusedAccountKeys: 0,
  oldAccountKeys: 0,
  passwordLevel: 'high',
  hasMfa: true,
};

describe('the score', () => {
  it('of the account that the documents show is 63', () => {
    const sample = { ...flawless, users: 9, usersWithMfa: 0, accountKeys: 1, hasMfa: false } as const;
    expect(scoreOf({ ...sample, passwordLevel: 'low' })).toBe(63);
  });

  it('is 100 where everything is right, with users and without', () => {
    expect(scoreOf(flawless)).toBe(100);
    expect(scoreOf({ ...flawless, users: 0, usersWithMfa: 0 })).toBe(100);
  });

  it('is 0 where everything is wrong', () => {
    const worst = {
      users: 10,
      usersWithMfa: 0,
      usersWithUnusedKeys: 10,
      usersWithOldKeys: 10,
      accountKeys: 2,
      unusedAccountKeys: 2,
      oldAccountKeys: 1,
      passwordLevel: 'low',
      hasMfa: false,
    } as const;
    expect(scoreOf(worst)).toBe(0);
  });

  it.each([
    [{ hasMfa: false }, 85],
    [{ accountKeys: 1 }, 90],
    [{ unusedAccountKeys: 1 }, 84],
    [{ oldAccountKeys: 2 }, 84],
    [{ passwordLevel: 'mid' }, 98],
    [{ passwordLevel: 'low' }, 95],
    [{ usersWithMfa: 5 }, 97],
    [{ usersWithUnusedKeys: 2 }, 97],
    [{ usersWithOldKeys: 1 }, 98],
  ] as const)('with nothing wrong but %j is %i', (wrong, score) => {
    expect(scoreOf({ ...flawless, ...wrong })).toBe(score);
  });
});
