/** What a new device is set up with: a seed to type in, and the same as an image to scan (spec: domain 0.33, 7). */
import { type AccountId, nameKey } from '../../kernel/callers/identity.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import { defaultDomain, userPrincipalName } from '../accounts/index.ts';
import { pngOf } from './qr/png.ts';
import { qrCode } from './qr/qr-code.ts';
import { SEEDS } from './store.ts';

/** Whose passwords these are, as apps show it. */
const ISSUER = 'Wardenry';
/** Pixels of a module, and the quiet zone that scanners need (ISO/IEC 18004, 6.3.8). */
const IMAGE = { scale: 4, border: 4 } as const;

export interface Enrolment {
  /** Base32. */
  readonly seed: string;
  /** The name under which apps show the device. */
  readonly label: string;
  readonly sealedSeed: string;
}

/** Draws the seed of a new device and seals it. */
export async function enrol(
  preparation: Preparation,
  name: string,
  accountId: AccountId,
): Promise<Enrolment> {
  const seed = preparation.ids.mfaSeed();
  const domain = await preparation.read(defaultDomain);
  const sealedSeed = preparation.seal(seed, seedPlace(name, accountId));
  return { seed, label: userPrincipalName(name, domain), sealedSeed };
}

/**
 * The image to scan, a PNG in Base64. It is drawn for devices that exist by now and for no others: a call that is refused
 * must not cost what drawing does (spec: security P8).
 */
export function imageOf({ label, seed }: Enrolment): string {
  return pngOf(qrCode(keyUri(label, seed)), IMAGE).toString('base64');
}

/** Where the seed of a device is sealed for. */
export function seedPlace(name: string, accountId: AccountId) {
  return { table: SEEDS, row: nameKey(name), accountId };
}

/** The form that apps for one-time passwords read. Digits, hash and period are left out: they are what apps take anyway. */
function keyUri(label: string, seed: string): string {
  return `otpauth://totp/${encodeURIComponent(label)}?secret=${seed}&issuer=${ISSUER}`;
}
