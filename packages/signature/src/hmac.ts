import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import type { DigestName } from './digest.ts';

/** SHA-1, SHA-256 and SM3 all work on blocks of 64 bytes. */
const BLOCK_BYTES = 64;

/** A key prepared for one digest: everything of HMAC (RFC 2104) that does not depend on the message. */
export interface HmacKey {
  readonly digest: DigestName;
  /** One block: the key xor `0x36`. A text when it is ASCII, as with every generated secret. */
  readonly innerPad: string | Buffer;
  /** One block, the key xor `0x5c`, and behind it room for the inner digest, overwritten by every computation. */
  readonly outer: Buffer;
}

/** Prepares a key; the text counts as its UTF-8 bytes. */
export function prepareHmacKey(digest: DigestName, key: string): HmacKey {
  const bytes = Buffer.from(key, 'utf8');
  const block = Buffer.alloc(BLOCK_BYTES);
  block.set(bytes.length > BLOCK_BYTES ? hash(digest, bytes, 'buffer') : bytes);
  const innerPad = Buffer.from(block.map(byte => byte ^ 0x36));
  const outer = Buffer.alloc(BLOCK_BYTES + hash(digest, '', 'buffer').length);
  outer.set(block.map(byte => byte ^ 0x5c));
  return {
    digest,
    innerPad: innerPad.every(byte => byte < 0x80) ? innerPad.toString('latin1') : innerPad,
    outer,
  };
}

/**
 * The HMAC of a text's UTF-8 bytes, as lower-case hexadecimal or as padded base64.
 *
 * Two one-shot digests over prepared blocks: a Hmac object costs several times as much in a busy server, most of it when
 * it is collected. For the same reason what is intermediate travels as text, which is cheaper than a new Buffer.
 */
export function hmac(
  { digest, innerPad, outer }: HmacKey,
  message: string,
  encoding: 'hex' | 'base64',
): string {
  const inner =
    typeof innerPad === 'string'
      ? innerPad + message
      : Buffer.concat([innerPad, Buffer.from(message, 'utf8')]);
  outer.write(hash(digest, inner, 'binary'), BLOCK_BYTES, 'binary');
  return hash(digest, outer, encoding);
}
