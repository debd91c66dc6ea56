import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Diagnosis, DiagnosisSeal } from '../kernel/diagnosis.ts';
import { DAY } from '../kernel/time.ts';

const CIPHER = 'aes-256-gcm';
/** The version of this format, and room for what a later one has to say: real messages begin alike (spec: policy 5.2). */
const HEAD = Buffer.from([1, 1, 0, 0, 0, 0]);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Milliseconds that a message can be read (spec: policy 5.2). */
const LIFETIME = 30 * DAY;

/** What is sealed. */
interface Sealed {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly diagnosis: Diagnosis;
}

/**
 * Seals diagnoses under a key of their own, bound to the account: another account's message is as good as none.
 *
 * @param key 32 bytes
 */
export function diagnosisSeal(key: Uint8Array): DiagnosisSeal {
  return {
    seal(accountId, diagnosis, now) {
      const sealed: Sealed = { at: now, diagnosis };
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(associated(accountId));
      const text = Buffer.concat([cipher.update(JSON.stringify(sealed), 'utf8'), cipher.final()]);
      return Buffer.concat([HEAD, nonce, cipher.getAuthTag(), text]).toString('base64');
    },
    open(accountId, text, now) {
      const bytes = Buffer.from(text, 'base64');
      // A second spelling of the same bytes was not made here.
      if (bytes.toString('base64') !== text || !bytes.subarray(0, HEAD.length).equals(HEAD)) return undefined;
      const plain = decrypted(key, bytes.subarray(HEAD.length), associated(accountId));
      if (plain === undefined) return undefined;
      // Only this function's counterpart has the key.
      const { at, diagnosis } = JSON.parse(plain) as Sealed;
      return now - at > LIFETIME ? undefined : diagnosis;
    },
  };
}

function decrypted(key: Uint8Array, bytes: Buffer, aad: Buffer): string | undefined {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch {
    // The one thing that final() throws for is a tag that does not fit.
    return undefined;
  }
}

function associated(accountId: string): Buffer {
  return Buffer.concat([HEAD, Buffer.from(accountId, 'utf8')]);
}
