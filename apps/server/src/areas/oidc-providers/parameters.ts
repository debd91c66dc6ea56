/** Parameters of OIDC providers (spec: domain 1.3, 8.3). */
import { multiLine } from '../../kernel/characters.ts';
import { integer, lettersDigitsAnd, type TextFormat, text } from '../../kernel/parameters.ts';

const LONGEST_ITEM = 128;
/** Characters of 50 client ids with their commas. */
const LONGEST_LIST = 50 * (LONGEST_ITEM + 1);

const clientIdCharacters = lettersDigitsAnd('.-_:/');
const fingerprintCharacters = lettersDigitsAnd('');

function isAlphanumeric(text: string, at: number): boolean {
  return fingerprintCharacters.has(text.charCodeAt(at));
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
  label: ['an https URL without "?", "#" and "@"', '不含 "?"、"#"、"@" 的 https URL'],
  accepts(given) {
    const isPlain = !['?', '#', '@', ' '].some(mark => given.includes(mark));
    return isPlain && given.startsWith('https://') && URL.canParse(given);
  },
};

export const issuerUrl = text('IssuerUrl', {
  required: true,
  min: 1,
  max: 255,
  format: issuerFormat,
  doc: ['URL of the issuer, exactly as its tokens carry it.', '签发者 URL，须与令牌中的 iss 完全一致。'],
});

function accepted(item: string, characters: typeof clientIdCharacters): boolean {
  if (item.length === 0 || item.length > LONGEST_ITEM || !isAlphanumeric(item, 0)) return false;
  for (let at = 0; at < item.length; at += 1) if (!characters.has(item.charCodeAt(at))) return false;
  return true;
}

/** Texts of one form, separated by commas, none of them twice. */
function listOf(characters: typeof clientIdCharacters, most: number): TextFormat {
  const marks = characters.label;
  return {
    label: [
      `${most} at most, separated by commas, each of ${marks[0]}, beginning with a letter or digit, none twice`,
      `以逗号分隔，最多 ${most} 个，每个由${marks[1]}组成，以字母或数字开头，不得重复`,
    ],
    accepts(given) {
      const items = given.split(',');
      const isEveryAccepted = items.every(item => accepted(item, characters));
      return isEveryAccepted && items.length <= most && new Set(items).size === items.length;
    },
  };
}

/** Most client ids and fingerprints of one provider (spec: domain 1.4). */
export const MOST_CLIENT_IDS = 50;
export const MOST_FINGERPRINTS = 5;

export const clientIds = text('ClientIds', {
  min: 1,
  max: LONGEST_LIST,
  format: listOf(clientIdCharacters, MOST_CLIENT_IDS),
  doc: ['Audiences that are accepted.', '接受的客户端 ID（受众）。'],
});

export const fingerprints = text('Fingerprints', {
  min: 1,
  max: MOST_FINGERPRINTS * (LONGEST_ITEM + 1),
  format: listOf(fingerprintCharacters, MOST_FINGERPRINTS),
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
  characters: fingerprintCharacters,
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
