import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Longest life of a token in seconds, as SDKs ask for it (spec: domain 13.4). */
const LONGEST_LIFE = 21_600;

const KEY_BYTES = 32;
const TIME_BYTES = 6;

/**
 * Tokens of the second version of the instance-metadata protocol. A token is the time that it ends at and a MAC of that
 * under a key of this process: nothing is kept of it, however many are asked for.
 */
export interface MetadataTokens {
  /**
   * Makes a token.
   *
   * @param seconds how long it lasts, as the header of the request says it; undefined when the header is missing
   * @returns undefined unless these are whole seconds from 1 to 21600
   */
  issue(seconds: string | undefined): string | undefined;
  /** Whether a token is one of this process and has not ended. */
  accepts(token: string): boolean;
}

export function createMetadataTokens(): MetadataTokens {
  const key = randomBytes(KEY_BYTES);
  const macOf = (time: Buffer) => createHmac('sha256', key).update(time).digest();
  return {
    issue(seconds = '') {
      const life = /^\d{1,5}$/.test(seconds) ? Number(seconds) : 0;
      if (life < 1 || life > LONGEST_LIFE) return undefined;
      const time = Buffer.alloc(TIME_BYTES);
      time.writeUIntBE(Date.now() + life * 1000, 0, TIME_BYTES);
      return Buffer.concat([time, macOf(time)]).toString('base64url');
    },
    accepts(token) {
      const bytes = Buffer.from(token, 'base64url');
      const time = bytes.subarray(0, TIME_BYTES);
      const [given, right] = [bytes.subarray(TIME_BYTES), macOf(time)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
      return time.readUIntBE(0, TIME_BYTES) > Date.now();
    },
  };
}
