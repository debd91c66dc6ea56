import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hmacSha512 } from './hmac-sha512.ts';

test.each([0, 1, 32, 127, 128])('gives what the library gives for a key of %d bytes', length => {
  for (const text of ['', 'CAISabc', '名 é😀', 'x'.repeat(5000)]) {
    const key = randomBytes(length);
    const expected = createHmac('sha512', key).update(text, 'utf8').digest('hex');
    expect(Buffer.from(hmacSha512(key)(text)).toString('hex')).toBe(expected);
  }
});
