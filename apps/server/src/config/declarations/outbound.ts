import type { Declaration } from '../declaration.ts';
import { destinations, path } from '../kinds.ts';

/** Settings of what the server asks others for: the keys of OIDC providers. */
export const outbound = {
  outboundAllow: {
    section: 'outbound',
    kind: destinations,
    otherwise: ['public addresses alone are reached', '只访问公网地址'],
    doc: [
      'Where the server may fetch from although the address is not public, such as the issuer of an internal OIDC provider. A host is opened wherever inside it leads, but not to link-local addresses; a network opens what lies in it. Addresses at which clouds hand out credentials of the machine are opened by themselves alone.',
      '允许服务器访问的非公网目标，例如内部 OIDC 身份提供商的签发者。按主机名放行时可指向任意内网地址，但不含链路本地地址；按网段放行时包含其中的地址。云厂商发放本机凭证的元数据地址只能以该地址本身放行。',
    ],
  },
  extraCaFile: {
    section: 'outbound',
    kind: path,
    otherwise: ['the authorities that Node.js trusts', '仅信任 Node.js 内置的证书颁发机构'],
    doc: [
      'PEM file of further certificate authorities that are trusted when the server fetches from others.',
      '服务器对外访问时额外信任的证书颁发机构（PEM 文件）。',
    ],
  },
} as const satisfies Record<string, Declaration>;
