import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secret, text } from '../test/arbitraries.ts';
import { hmac, prepareHmacKey } from './hmac.ts';

it('a prepared key gives the HMAC of RFC 2104 for every digest, key and message', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('sha1', 'sha256', 'sm3'),
      secret,
      fc.array(text, { minLength: 1, maxLength: 5 }),
      (digest, key, messages) => {
        const prepared = prepareHmacKey(digest, key);
        for (const message of messages) {
          expect(hmac(prepared, message, 'hex')).toBe(createHmac(digest, key).update(message).digest('hex'));
          expect(hmac(prepared, message, 'base64')).toBe(
            createHmac(digest, key).update(message).digest('base64'),
          );
        }
      },
    ),
  );
});
