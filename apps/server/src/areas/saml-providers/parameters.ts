/** Parameters of SAML providers (spec: domain 1.3, 8.2). */

import { choice, lettersDigitsAnd, type TextFormat, text } from '../../kernel/parameters.ts';
import { multiLine } from '../../kernel/text/characters.ts';
import { signAlgorithms } from './metadata/idp-metadata.ts';
import { metadataParameter } from './metadata/metadata-parameter.ts';

const lettersAndDigits = lettersDigitsAnd('');

const providerNameFormat: TextFormat = {
  label: ['a letter or digit at both ends', '首尾须为字母或数字'],
  accepts: name =>
    lettersAndDigits.has(name.charCodeAt(0)) && lettersAndDigits.has(name.charCodeAt(name.length - 1)),
};

export const samlProviderName = text('SAMLProviderName', {
  required: true,
  min: 1,
  max: 128,
  characters: lettersDigitsAnd('.-_'),
  format: providerNameFormat,
  doc: ['Name of the provider.', '身份提供商名称。'],
});

export const metadataDocument = metadataParameter('EncodedSAMLMetadataDocument', [
  'Metadata of the identity provider, in Base64: one EntityDescriptor with one IDPSSODescriptor and at most two certificates to check signatures with. It can be given later; until then nobody is let in through the provider.',
  '身份提供商的元数据文档（Base64）：包含一个 EntityDescriptor、一个 IDPSSODescriptor 和最多两个签名证书。可稍后提供；提供之前无法通过该身份提供商扮演角色。',
]);

export const newMetadataDocument = metadataParameter('NewEncodedSAMLMetadataDocument', [
  'New metadata of the identity provider, in Base64; it takes effect at once and in whole.',
  '新的身份提供商元数据文档（Base64），立即整体生效。',
]);

const descriptionForm = { min: 1, max: 256, characters: multiLine } as const;

export const description = text('Description', { ...descriptionForm, doc: ['Remarks.', '备注。'] });

export const newDescription = text('NewDescription', {
  ...descriptionForm,
  emptyClears: true,
  doc: ['New remarks; an empty text clears them.', '新的备注；传空则清除。'],
});

const signAlgorithmDoc = [
  'How requests to the identity provider are signed. What it signs itself is never accepted with SHA-1.',
  '发往身份提供商的请求所用的签名算法；身份提供商自身的签名一律不接受 SHA-1。',
] as const;

export const signAlgorithm = choice('AuthnSignAlgo', signAlgorithms, {
  default: 'rsa-sha1',
  doc: signAlgorithmDoc,
});
export const newSignAlgorithm = choice('AuthnSignAlgo', signAlgorithms, { doc: signAlgorithmDoc });
