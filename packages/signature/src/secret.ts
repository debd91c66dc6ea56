import type { DigestName } from './digest.ts';
import { type HmacKey, hmac, prepareHmacKey } from './hmac.ts';

const HIDDEN = '[SigningSecret]';

/**
 * The secret of one AccessKey, with its HMAC keys prepared when first used. Keep it as long as the AccessKey is cached:
 * preparing costs more than verifying.
 *
 * Printing, inspecting or serialising it never shows the secret.
 */
export class SigningSecret {
  readonly #text: string;
  /** At most one per scheme and digest. */
  readonly #prepared: PreparedKey[] = [];

  /** @throws TypeError when the text is empty: everybody could sign with an empty secret. */
  constructor(text: string) {
    if (text === '') throw new TypeError('The secret of an AccessKey must not be empty.');
    this.#text = text;
  }

  /** The signature of an ACS3 string to sign, in lower-case hexadecimal; the key is the bare secret (spec: wire 1.2). */
  signAcs3(digest: DigestName, stringToSign: string): string {
    return hmac(this.#key('acs3', digest), stringToSign, 'hex');
  }

  /** The signature of an RPC V1 string to sign, in base64; the key is the secret followed by `&` (spec: wire 2.1). */
  signRpcV1(digest: DigestName, stringToSign: string): string {
    return hmac(this.#key('rpc-v1', digest), stringToSign, 'base64');
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }

  #key(scheme: PreparedKey['scheme'], digest: DigestName): HmacKey {
    for (const prepared of this.#prepared) {
      if (prepared.scheme === scheme && prepared.key.digest === digest) return prepared.key;
    }
    const key = prepareHmacKey(digest, scheme === 'acs3' ? this.#text : `${this.#text}&`);
    this.#prepared.push({ scheme, key });
    return key;
  }
}

interface PreparedKey {
  readonly scheme: 'acs3' | 'rpc-v1';
  readonly key: HmacKey;
}
