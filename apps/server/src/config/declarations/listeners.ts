import type { Declaration } from '../declaration.ts';
import { listener, networks, origin, path, yesOrNo } from '../kinds.ts';

/** Settings of the listeners. */
export const listeners = {
  listen: {
    section: 'listeners',
    kind: listener,
    default: '127.0.0.1:8440',
    doc: [
      'Where plain HTTP is served. Off loopback, API requests over plain HTTP are refused unless a trusted proxy received them by https or allow-plain-http is set.',
      '提供明文 HTTP 的地址。非回环连接上的明文 API 请求会被拒绝，除非可信代理以 https 收到该请求或设置了 allow-plain-http。',
    ],
  },
  tlsListen: {
    section: 'listeners',
    kind: listener,
    default: '127.0.0.1:8443',
    doc: ['Where https is served.', '提供 https 的地址。'],
  },
  adminListen: {
    section: 'listeners',
    kind: listener,
    default: 'off',
    doc: [
      'Where /metrics is served, beside /livez, /readyz and /version. It asks for no credentials: let only the monitoring reach it.',
      '提供 /metrics（以及 /livez、/readyz、/version）的地址。它不要求凭证，应只对监控系统开放。',
    ],
  },
  publicUrl: {
    section: 'listeners',
    kind: origin,
    otherwise: ['http://localhost with the port of listen', 'http://localhost 加 listen 的端口'],
    doc: [
      'The origin that people and programs reach the server by. Anything but a loopback name must be https.',
      '人员与程序访问本服务器所用的源。非回环名称必须使用 https。',
    ],
  },
  tlsCertFile: {
    section: 'listeners',
    kind: path,
    otherwise: [
      'a local CA and a certificate for 127.0.0.1, ::1 and localhost, made in the data folder',
      '在数据目录中生成本地 CA 及用于 127.0.0.1、::1 和 localhost 的证书',
    ],
    doc: ['PEM file of the certificate and its chain.', '证书及证书链的 PEM 文件。'],
  },
  tlsKeyFile: {
    section: 'listeners',
    kind: path,
    otherwise: ['as tls-cert-file', '同 tls-cert-file'],
    doc: ['PEM file of the private key of the certificate.', '证书私钥的 PEM 文件。'],
  },
  allowPlainHttp: {
    section: 'listeners',
    kind: yesOrNo,
    default: 'false',
    doc: [
      'Accepts API requests over plain HTTP off loopback too: signatures protect them from change, nothing protects them from being read.',
      '在非回环连接上也接受明文 API 请求：签名可防篡改，但无法防窃听。',
    ],
  },
  explorer: {
    section: 'listeners',
    kind: yesOrNo,
    default: 'true',
    doc: [
      'Serves the reference of the API at /explorer, as a page that can make calls, and as /openapi.json. It shows what is declared, and nothing of any account.',
      '在 /explorer 提供可发起调用的 API 参考页面，并提供 /openapi.json。其中只有声明，不含任何账号的数据。',
    ],
  },
  trustedProxies: {
    section: 'listeners',
    kind: networks,
    otherwise: ['no proxy is believed', '不信任任何代理'],
    doc: [
      'Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; from any other address these headers are ignored.',
      '其 X-Forwarded-For 与 X-Forwarded-Proto 可信的代理；来自其他地址的这些请求头将被忽略。',
    ],
  },
} as const satisfies Record<string, Declaration>;
