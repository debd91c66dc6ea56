import { randomBytes, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { IdSource } from '../kernel/preparation.ts';

/** How the ids of one installation look. */
export interface IdStyle {
  /** Two digits that every id of an account, user or group carries behind its first digit. */
  readonly cell: string;
  /** First characters of AccessKey ids, 4 to 8 letters and digits. */
  readonly accessKeyPrefix: string;
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ACCESS_KEY_ID_LENGTH = 24;
const SECRET_RANDOM = 24;
const SECRET_CHECKSUM = 6;

/** Source of every id that is drawn. */
export interface NewIds extends IdSource {
  /** 16 digits, beginning with 1 and the cell hint. */
  accountId(): string;
}

/**
 * Source of new ids and secrets. Numbers are drawn, not counted: two nodes need not agree, and an id tells nothing about
 * how many there are.
 */
export function randomIds({ cell, accessKeyPrefix }: IdStyle): NewIds {
  return {
    accountId: () => `1${cell}${draw('0123456789', 13)}`,
    userId: () => `2${cell}${draw('0123456789', 15)}`,
    groupId: () => `3${cell}${draw('0123456789', 15)}`,
    roleId: () => `4${cell}${draw('0123456789', 15)}`,
    // The letter tells it from the id of an account's first group, which is made of digits.
    resourceGroupId: () => `rg-a${draw(BASE36, 14)}`,
    uuid: () => randomUUID(),
    gatewayTokenId: () => `gwt-${draw(BASE62, 20)}`,
    applicationId: () => `5${cell}${draw('0123456789', 15)}`,
    applicationSecretId: () => `aps-${draw(BASE62, 20)}`,
    samlProviderId: () => `saml-${draw(BASE62, 20)}`,
    oidcProviderId: () => `oidc-${draw(BASE62, 20)}`,
    serviceCredentialId: () => `svc-${draw(BASE62, 20)}`,
    accessKeyId: () => accessKeyPrefix + draw(BASE62, ACCESS_KEY_ID_LENGTH - accessKeyPrefix.length),
    mfaSeed: () => draw(BASE32, 64),
    accessKeySecret() {
      const random = draw(BASE62, SECRET_RANDOM);
      return random + checksumOf(random);
    },
  };
}

/**
 * Whether a text can be an AccessKey secret of this product: 24 random base62 characters and their checksum. It lets a
 * secret scanner tell a leaked secret from any other text without asking the server.
 */
export function isAccessKeySecret(text: string): boolean {
  if (text.length !== SECRET_RANDOM + SECRET_CHECKSUM) return false;
  for (const mark of text) if (!BASE62.includes(mark)) return false;
  return checksumOf(text.slice(0, SECRET_RANDOM)) === text.slice(SECRET_RANDOM);
}

/** CRC-32 (ISO 3309) of the ASCII text as six base62 digits (0-9, A-Z, a-z), most significant first. */
function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let i = 0; i < SECRET_CHECKSUM; i += 1) {
    digits = BASE62.charAt(rest % BASE62.length) + digits;
    rest = Math.floor(rest / BASE62.length);
  }
  return digits;
}

/**
 * Draws characters, each equally likely.
 *
 * @param alphabet at most 256 characters
 */
export function draw(alphabet: string, length: number): string {
  // Bytes beyond the last whole multiple would make the first characters likelier.
  const usable = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length - text.length + 8)) {
      if (byte < usable && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}
