import { expect, test } from 'vitest';
import { nonceClaim } from './nonce.ts';

const nonce = { scope: '', accessKeyId: 'WDNKalice', text: 'a'.repeat(64), expires: 1000 };
const digestOf = (changes: Partial<typeof nonce>) =>
  Buffer.from(nonceClaim({ ...nonce, ...changes }, 64).digest).toString('hex');

test('a nonce may be as long as the setting says and not one character longer', () => {
  expect(nonceClaim(nonce, 64)).toMatchObject({ expires: 1000 });
  expect(() => nonceClaim(nonce, 63)).toThrow('longer than 63 characters');
});

test('the same text is another nonce for another key and for another service', () => {
  const digests = [digestOf({}), digestOf({ accessKeyId: 'WDNKbob' }), digestOf({ scope: 'guarded by x\n' })];
  expect(new Set(digests).size).toBe(3);
  expect(digestOf({ expires: 2000 })).toBe(digests[0]);
});
