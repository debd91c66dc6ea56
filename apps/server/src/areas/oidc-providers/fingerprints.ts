import { fingerprintAlreadyExists, fingerprintNotExist, tooManyFingerprints } from './errors.ts';
import { addItem, type ItemList, removeItem } from './item-operations.ts';
import { fingerprintKey } from './oidc-provider.ts';
import { fingerprint } from './parameters.ts';

const fingerprints: ItemList = {
  list: 'fingerprints',
  parameter: fingerprint,
  quota: 'fingerprintsPerOidcProvider',
  keyOf: fingerprintKey,
  alreadyExists: fingerprintAlreadyExists,
  notExist: fingerprintNotExist,
  tooMany: tooManyFingerprints,
};

export const imsAddFingerprint = addItem(
  'AddFingerprintToOIDCProvider',
  ['Adds a fingerprint to an OIDC provider.', '为 OIDC 身份提供商添加指纹。'],
  fingerprints,
);

export const imsRemoveFingerprint = removeItem(
  'RemoveFingerprintFromOIDCProvider',
  ['Takes a fingerprint away from an OIDC provider.', '从 OIDC 身份提供商移除指纹。'],
  fingerprints,
);
