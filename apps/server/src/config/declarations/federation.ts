import type { Declaration } from '../declaration.ts';
import { httpsUrl, identifier, yesOrNo } from '../kinds.ts';

/** Settings of how identity providers know this server. */
export const federation = {
  samlEntityId: {
    section: 'federation',
    kind: identifier,
    default: 'urn:alibaba:cloudcomputing',
    doc: [
      'What the server calls itself in its SAML metadata. An assertion may name it as its audience, beside urn:alibaba:cloudcomputing and urn:alibaba:cloudcomputing:international, which are taken unless saml-known-names is false.',
      '服务器在 SAML 元数据中的实体标识（entityID）。断言的受众可以是该值；urn:alibaba:cloudcomputing 与 urn:alibaba:cloudcomputing:international 在 saml-known-names 不为 false时同样被接受。',
    ],
  },
  samlConsumerUrl: {
    section: 'federation',
    kind: httpsUrl,
    otherwise: [
      '/saml-role/sso at public-url; without that the server has no SAML metadata to show',
      'public-url 下的 /saml-role/sso；未设置 public-url 时不提供 SAML 元数据',
    ],
    doc: [
      'Where SAML assertions for roles are delivered, as the metadata says. An assertion may name it as its recipient, beside /saml-role/sso at public-url and, unless saml-known-names is false, https://signin.aliyun.com/saml-role/sso.',
      '元数据中用于角色 SSO 的断言接收地址（ACS）。断言的 Recipient 可以是该值、public-url 下的 /saml-role/sso，以及（saml-known-names 不为 false时）https://signin.aliyun.com/saml-role/sso。',
    ],
  },
  samlKnownNames: {
    section: 'federation',
    kind: yesOrNo,
    default: 'true',
    doc: [
      'Whether SAML assertions are taken that are meant for urn:alibaba:cloudcomputing, urn:alibaba:cloudcomputing:international and https://signin.aliyun.com/saml-role/sso, as published guides configure identity providers. With false only saml-entity-id and the URLs of this server are.',
      '是否接受受众为 urn:alibaba:cloudcomputing、urn:alibaba:cloudcomputing:international 且接收地址为 https://signin.aliyun.com/saml-role/sso 的 SAML 断言（公开指南即如此配置身份提供商）。设为 false 时只接受 saml-entity-id 与本服务器的地址。',
    ],
  },
} as const satisfies Record<string, Declaration>;
