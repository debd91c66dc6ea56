/** Parameters of OIDC providers (spec: domain 1.3, 8.3). */

import { HIGHEST_CLIENT_IDS_QUOTA, HIGHEST_FINGERPRINTS_QUOTA } from '../../kernel/limits.ts';
import {
  type CharacterSet,
  integer,
  lettersDigitsAnd,
  type TextFormat,
  text,
} from '../../kernel/parameters.ts';
import { consistsOf, multiLine } from '../../kernel/text/characters.ts';
import { isHttpsUrl } from '../../kernel/text/url.ts';
import { fingerprintKey } from './oidc-provider.ts';

const LONGEST_ITEM = 128;

const clientIdCharacters = lettersDigitsAnd('.-_:/');
const lettersAndDigits = lettersDigitsAnd('');

const hexadecimalDigits: CharacterSet = {
  label: ['hexadecimal digits', '十六进制数字'],
  has: unit =>
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66),
};

function isAlphanumeric(text: string, at: number): boolean {
  return lettersAndDigits.has(text.charCodeAt(at));
}

const providerNameFormat: TextFormat = {
  label: ['a letter or digit at both ends', '首尾须为字母或数字'],
  accepts: name => isAlphanumeric(name, 0) && isAlphanumeric(name, name.length - 1),
};

export const oidcProviderName = text('OIDCProviderName', {
  required: true,
  min: 1,
  max: 128,
  characters: lettersDigitsAnd('.-_'),
  format: providerNameFormat,
  doc: ['Name of the provider.', '身份提供商名称。'],
});

/** An https URL without query, fragment and user (spec: domain 8.3). */
const issuerFormat: TextFormat = {
  label: [
    'an https URL in ASCII without "?", "#" and "@"',
    '仅含 ASCII 字符且不含 "?"、"#"、"@" 的 https URL',
  ],
  accepts: given => isHttpsUrl(given) && !['?', '#', '@'].some(mark => given.includes(mark)),
};

export const issuerUrl = text('IssuerUrl', {
  required: true,
  min: 1,
  max: 255,
  format: issuerFormat,
  doc: ['URL of the issuer, exactly as its tokens carry it.', '签发者 URL，须与令牌中的 iss 完全一致。'],
});

function accepted(item: string, characters: CharacterSet): boolean {
  return item.length <= LONGEST_ITEM && isAlphanumeric(item, 0) && consistsOf(item, characters);
}

/**
 * Texts of one form, separated by commas, none of them twice.
 *
 * @param keyOf what is the same of two texts that are the same
 */
function listOf(characters: CharacterSet, keyOf: (item: string) => string): TextFormat {
  const marks = characters.label;
  return {
    label: [
      `separated by commas, each of ${marks[0]}, beginning with a letter or digit, none twice`,
      `以逗号分隔，每个由${marks[1]}组成，以字母或数字开头，不得重复`,
    ],
    accepts(given) {
      const items = given.split(',');
      const isEveryAccepted = items.every(item => accepted(item, characters));
      return isEveryAccepted && new Set(items.map(keyOf)).size === items.length;
    },
  };
}

/** @param most items; the quota, which the rule asks for, is no higher */
function longestList(most: number): number {
  return most * (LONGEST_ITEM + 1);
}

export const clientIds = text('ClientIds', {
  min: 1,
  max: longestList(HIGHEST_CLIENT_IDS_QUOTA),
  format: listOf(clientIdCharacters, String),
  doc: ['Audiences that are accepted.', '接受的客户端 ID（受众）。'],
});

export const fingerprints = text('Fingerprints', {
  min: 1,
  max: longestList(HIGHEST_FINGERPRINTS_QUOTA),
  format: listOf(hexadecimalDigits, fingerprintKey),
  doc: [
    'SHA-1 fingerprints of authorities whose certificates the issuer uses.',
    '签发者所用 CA 证书的 SHA-1 指纹。',
  ],
});

const oneClientId: TextFormat = {
  label: ['a letter or digit at the beginning', '以字母或数字开头'],
  accepts: given => isAlphanumeric(given, 0),
};

export const clientId = text('ClientId', {
  required: true,
  min: 1,
  max: LONGEST_ITEM,
  characters: clientIdCharacters,
  format: oneClientId,
  doc: ['One audience.', '客户端 ID。'],
});

export const fingerprint = text('Fingerprint', {
  required: true,
  min: 1,
  max: LONGEST_ITEM,
  characters: hexadecimalDigits,
  doc: ['One fingerprint.', '指纹。'],
});

const hours = [
  'Hours after its issue in which a token is accepted.',
  '令牌签发后允许使用的时长（小时）。',
] as const;

export const issuanceLimitTime = integer('IssuanceLimitTime', { min: 1, max: 168, default: 12, doc: hours });
export const newIssuanceLimitTime = integer('IssuanceLimitTime', { min: 1, max: 168, doc: hours });

export const description = text('Description', {
  min: 1,
  max: 256,
  characters: multiLine,
  doc: ['Remarks.', '备注。'],
});

export const newDescription = text('NewDescription', {
  min: 1,
  max: 256,
  characters: multiLine,
  emptyClears: true,
  doc: ['New remarks; an empty text clears them.', '新的备注；传空则清除。'],
});
