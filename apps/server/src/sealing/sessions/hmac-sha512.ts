import { hash } from 'node:crypto';

/** Bytes that SHA-512 takes at a time. */
const BLOCK = 128;

/**
 * HMAC-SHA512 (RFC 2104) by two one-shot hashes behind pads that are made once: the objects of `createHmac` cost a server
 * ten times as much.
 *
 * @param key at most 128 bytes
 * @returns takes a text, whose UTF-8 is authenticated, and gives 64 bytes
 */
export function hmacSha512(key: Uint8Array): (text: string) => Uint8Array {
  const [inner, outer] = [padded(key, 0x36), padded(key, 0x5c)];
  return text =>
    hash(
      'sha512',
      Buffer.concat([outer, hash('sha512', Buffer.concat([inner, Buffer.from(text, 'utf8')]), 'buffer')]),
      'buffer',
    );
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  const block = new Uint8Array(BLOCK).fill(pad);
  for (const [at, byte] of key.entries()) block[at] = byte ^ pad;
  return block;
}
