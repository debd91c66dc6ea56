import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/**
 * Wraps data keys under a key that the database never holds. The master key of a file or of the environment is one;
 * a key management service can be another, which is why both ways are asynchronous.
 */
export interface KeyWrapper {
  /** Tells which key wrapped something, and tells nothing about the key. */
  readonly keyId: string;
  /** @returns text that begins with the version of the format and the id of the key */
  wrap(dataKey: Uint8Array, dataKeyId: number): Promise<string>;
  /** @throws KeyNotOpened when it was wrapped by another key, for another place, or altered since */
  unwrap(wrapped: string, dataKeyId: number): Promise<Uint8Array>;
}

/** A wrapped data key does not open; the server must not start. */
export class KeyNotOpened extends Error {
  override readonly name = 'KeyNotOpened';
}

/** Bytes of a master key and of a data key. */
export const KEY_BYTES = 32;

const FORMAT = 'w1';

/**
 * Makes the wrapper of a master key that this process holds: AES-256-GCM, bound to the number of the data key.
 *
 * @param masterKey 32 bytes
 */
export function localKeyWrapper(masterKey: Uint8Array): KeyWrapper {
  const wrapping = createSecretKey(derivedFrom(masterKey, 'wrap'));
  const keyId = Buffer.from(derivedFrom(masterKey, 'key id')).toString('base64url').slice(0, 12);
  return {
    keyId,
    async wrap(dataKey, dataKeyId) {
      return `${FORMAT}.${keyId}.${encrypt(wrapping, dataKey, placeOf(dataKeyId))}`;
    },
    async unwrap(wrapped, dataKeyId) {
      const [format, wrappedBy, sealed] = wrapped.split('.');
      if (format !== FORMAT || sealed === undefined) {
        throw new KeyNotOpened(
          `Data key ${dataKeyId} is stored in a format that this version does not know.`,
        );
      }
      if (wrappedBy !== keyId) {
        throw new KeyNotOpened(
          `The master key is not the one that this database was made with: its id is ${keyId}, and ${wrappedBy} is needed.`,
        );
      }
      const dataKey = decrypt(wrapping, sealed, placeOf(dataKeyId));
      if (dataKey === undefined) throw new KeyNotOpened(`Data key ${dataKeyId} was altered in the database.`);
      return dataKey;
    },
  };
}

function placeOf(dataKeyId: number): string {
  return `data_keys\n${dataKeyId}`;
}

/**
 * Derives a key for one purpose (HKDF-SHA256, RFC 5869), so that no key serves two.
 *
 * @param key 32 random bytes
 * @param purpose distinct for every use
 * @returns 32 bytes
 */
export function derivedFrom(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `wardenry 1 ${purpose}`, KEY_BYTES));
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under a fresh random nonce. One key may seal 2^32 texts before a nonce becomes likely to repeat.
 *
 * @param place bound in as associated data
 * @returns base64url of nonce, ciphertext and tag
 */
export function encrypt(key: KeyObject, plain: Uint8Array, place: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place, 'utf8'));
  const hidden = cipher.update(plain);
  return Buffer.concat([nonce, hidden, cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @returns undefined when the text was altered, or made by another key or for another place */
export function decrypt(key: KeyObject, sealed: string, place: string): Uint8Array | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== sealed) return undefined;
  const tag = bytes.subarray(bytes.length - TAG_BYTES);
  const hidden = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(place, 'utf8'))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(hidden), decipher.final()]);
  } catch {
    // The one thing that `final` throws for is a tag that does not fit.
    return undefined;
  }
}
