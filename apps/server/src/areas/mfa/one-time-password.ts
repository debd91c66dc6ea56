/** Time-based one-time passwords: SHA-1, six digits, a new one every 30 seconds (RFC 6238, RFC 4226; spec: domain 7). */
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP = 30_000;
const DIGITS = 6;
/** How many steps the clock of a device may be ahead or behind. */
const DRIFT = 1;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a device has in common with the server. */
export type Seed = Uint8Array;

/**
 * Reads a seed.
 *
 * @param text Base32 without padding (RFC 4648, 6), of a whole number of bytes
 */
export function seedOf(text: string): Seed {
  const bits = [...text].map(mark => BASE32.indexOf(mark).toString(2).padStart(5, '0')).join('');
  const bytes = Math.floor(bits.length / 8);
  return Uint8Array.from({ length: bytes }, (_, at) => Number.parseInt(bits.slice(8 * at, 8 * at + 8), 2));
}

/**
 * The number of the time step at a time.
 *
 * @param now milliseconds since 1970
 */
export function stepAt(now: number): number {
  return Math.floor(now / STEP);
}

/** The password of a time step. */
export function passwordOf(seed: Seed, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', seed).update(counter).digest();
  // The last half byte says where to read; the sign is left out (RFC 4226, 5.3).
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/**
 * Finds the time steps that two passwords are of, when they follow each other (spec: domain 0.30).
 *
 * @param now milliseconds since 1970; the second password is of this step or of one next to it
 * @param lastStep the newest step that was used before; neither password may be of it or of one before it
 * @returns the step of the second password, which is the newest used from then on; undefined when the two are wrong
 */
export function stepOfPair(
  seed: Seed,
  [first, second]: readonly [string, string],
  now: number,
  lastStep: number,
): number | undefined {
  const present = stepAt(now);
  const steps = [present - DRIFT, present, present + DRIFT].filter(step => step - 1 > lastStep);
  return steps.find(step => isPassword(seed, step - 1, first) && isPassword(seed, step, second));
}

function isPassword(seed: Seed, step: number, given: string): boolean {
  const [expected, actual] = [Buffer.from(passwordOf(seed, step)), Buffer.from(given)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
