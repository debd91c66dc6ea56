import { describe, expect, it } from 'vitest';
import { hashPassword, passwordHashing } from './passwords.ts';

const cheap = { memoryCost: 64, timeCost: 1 };
const hashing = passwordHashing({ atOnce: 2, waiting: 100 }, cheap);

describe('the hash of a password', () => {
  it('is argon2id with the documented cost, and different every time', async () => {
    const [one, another] = [await hashPassword('correct horse'), await hashPassword('correct horse')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(another);
  });

  it('is of that password and of no other', async () => {
    const hash = await hashing.hash('correct horse');
    expect(await hashing.verify('correct horse', hash)).toBe(true);
    for (const wrong of ['Correct horse', 'correct horse ', '', 'correct hors']) {
      expect([wrong, await hashing.verify(wrong, hash)]).toEqual([wrong, false]);
    }
  });

  it('is of a letter however its keyboard composes it', async () => {
    const hash = await hashing.hash('caf\u00e9 noir');
    expect(await hashing.verify('cafe\u0301 noir', hash)).toBe(true);
  });

  it('is not the empty text, which no password verifies', async () => {
    expect(await hashing.verify('', '')).toBe(false);
    expect(await hashing.verify('anything', '')).toBe(false);
  });
});

describe('hashing within bounds', () => {
  it('lets as many wait as it may, and turns the others away', async () => {
    const bounded = passwordHashing({ atOnce: 1, waiting: 2 }, cheap);
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => bounded.hash('password')));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(outcomes[4]).toMatchObject({
      reason: { code: 'ServiceUnavailable', status: 503, retryAfter: 1000 },
    });
  });

  it('has its places free again when all are done, those that failed among them', async () => {
    const bounded = passwordHashing({ atOnce: 1, waiting: 0 }, cheap);
    await expect(bounded.verify('password', 'no hash')).rejects.toThrow();
    expect(await bounded.hash('password')).toMatch(/^\$argon2id\$/);
    expect(await bounded.hash('password')).toMatch(/^\$argon2id\$/);
  });
});
