/** Parameters of user SSO (spec: domain 8.1). */

import { boolean, lettersDigitsAnd, type TextFormat, text } from '../../kernel/parameters.ts';
import { consistsOf } from '../../kernel/text/characters.ts';
import { clearableMetadataParameter } from '../saml-providers/index.ts';

export const ssoEnabled = boolean('SsoEnabled', {
  default: false,
  doc: [
    'Whether users log on through the identity provider; their passwords are not asked for while they do. The account itself is not concerned.',
    '是否启用用户 SSO；启用期间用户不能使用密码登录。不影响主账号。',
  ],
});

export const metadataDocument = clearableMetadataParameter('MetadataDocument', [
  'Metadata of the identity provider, in Base64: one EntityDescriptor with one IDPSSODescriptor and at most two certificates to check signatures with. What was given before stays when absent; an empty text takes it away.',
  '身份提供商的元数据文档（Base64）：包含一个 EntityDescriptor、一个 IDPSSODescriptor 和最多两个签名证书。不传则保持不变；传空则清除。',
]);

const LONGEST_DOMAIN = 253;
const LONGEST_LABEL = 63;
const labelCharacters = lettersDigitsAnd('-');

/** Two labels at least, none of which begins or ends in a hyphen (RFC 1035 2.3.1). */
const domainFormat: TextFormat = {
  label: ['a domain name such as example.com', '域名，例如 example.com'],
  accepts(given) {
    const labels = given.split('.');
    return labels.length > 1 && labels.every(isLabel);
  },
};

function isLabel(label: string): boolean {
  if (label.length < 1 || label.length > LONGEST_LABEL) return false;
  return !label.startsWith('-') && !label.endsWith('-') && consistsOf(label, labelCharacters);
}

export const auxiliaryDomain = text('AuxiliaryDomain', {
  min: 1,
  max: LONGEST_DOMAIN,
  format: domainFormat,
  emptyClears: true,
  doc: [
    'A domain of the company that names in assertions may end in besides those of the account; never one of this installation. What was given before stays when absent; an empty text takes it away.',
    '辅助域名：除账号自身的域名外，断言中的用户名还可使用的企业域名，不能是本系统的域名。不传则保持不变；传空则清除。',
  ],
});

export const ssoLoginWithDomain = boolean('SsoLoginWithDomain', {
  default: true,
  doc: [
    'Whether names in assertions must end in a domain; without, they must be bare user names.',
    '断言中的用户名是否须带域名后缀；设为 false 时须为不带域名的用户名。',
  ],
});
