import type { Declaration } from '../declaration.ts';
import { httpsUrl, identifier } from '../kinds.ts';

/** Settings of how identity providers know this server. */
export const federation = {
  samlEntityId: {
    section: 'federation',
    kind: identifier,
    default: 'urn:alibaba:cloudcomputing',
    doc: [
      'What the server calls itself in its SAML metadata. An assertion may name it as its audience, beside urn:alibaba:cloudcomputing and urn:alibaba:cloudcomputing:international, which are taken always.',
      '服务器在 SAML 元数据中的实体标识（entityID）。断言的受众可以是该值；urn:alibaba:cloudcomputing 与 urn:alibaba:cloudcomputing:international 始终被接受。',
    ],
  },
  samlConsumerUrl: {
    section: 'federation',
    kind: httpsUrl,
    otherwise: [
      '/saml-role/sso at public-url; without that https://signin.aliyun.com/saml-role/sso',
      'public-url 下的 /saml-role/sso；未设置 public-url 时为 https://signin.aliyun.com/saml-role/sso',
    ],
    doc: [
      'Where SAML assertions for roles are delivered, as the metadata says. An assertion may name it as its recipient, beside https://signin.aliyun.com/saml-role/sso and the default, which are taken always.',
      '元数据中用于角色 SSO 的断言接收地址（ACS）。断言的 Recipient 可以是该值；https://signin.aliyun.com/saml-role/sso 与默认值始终被接受。',
    ],
  },
} as const satisfies Record<string, Declaration>;
