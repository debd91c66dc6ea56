/**
 * Every setting of the server, declared once. Its name in each source follows from the key: `tlsListen` is the flag
 * `--tls-listen`, the variable `WARDENRY_TLS_LISTEN` and the line `tls-listen:` of the YAML file. The reference page, the
 * redacted print-out and the help are made from these rows.
 */
import { DEFAULT_LIMITS } from '../kernel/limits.ts';
import type { Localized } from '../kernel/parameters.ts';
import {
  database,
  integer,
  isDigits,
  isLettersAndDigits,
  type Kind,
  listener,
  networks,
  oneOf,
  origin,
  path,
  text,
  yesOrNo,
} from './kinds.ts';

/** Headings of the reference, in its order. */
export const sections = {
  listeners: ['Listeners', '监听'],
  storage: ['Storage and keys', '存储与密钥'],
  firstStart: ['First start', '首次启动'],
  log: ['Log', '日志'],
  identifiers: ['Identifiers', '标识符'],
  requests: ['Requests', '请求'],
  stop: ['Stopping', '停止'],
  quotas: ['Quotas of an account', '账号配额'],
} as const satisfies Record<string, Localized>;

/** One row of the list. */
export interface Declaration {
  readonly section: keyof typeof sections;
  readonly kind: Kind<unknown>;
  /** Text of the default, read like a given one. Without it the setting may be absent. */
  readonly default?: string;
  /** What happens when a setting without default is absent. */
  readonly otherwise?: Localized;
  readonly doc: Localized;
  /**
   * Makes the setting a secret one, with a twin that names a file. Tells whether a text is secret; such a text is refused
   * among the arguments, which every process of the machine can read.
   */
  readonly secret?: (text: string) => boolean;
}

const always = (): boolean => true;

/** Whether a database URL carries a password. */
function hasPassword(url: string): boolean {
  return (URL.parse(url)?.password ?? '') !== '' || (URL.parse(url)?.searchParams.has('password') ?? false);
}

function quota(name: keyof typeof DEFAULT_LIMITS, max: number, doc: Localized) {
  return { section: 'quotas', kind: integer(0, max), default: String(DEFAULT_LIMITS[name]), doc } as const;
}

/** The list. */
export const declarations = {
  listen: {
    section: 'listeners',
    kind: listener,
    default: '127.0.0.1:8440',
    doc: [
      'Where plain HTTP is served. Off loopback, API requests over plain HTTP are refused unless a trusted proxy received them by https or allow-plain-http is set.',
      '提供明文 HTTP 的地址。非回环连接上的明文 API 请求会被拒绝,除非可信代理以 https 收到该请求或设置了 allow-plain-http。',
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
      '提供 /metrics(以及 /livez、/readyz、/version)的地址。它不要求凭证,应只对监控系统开放。',
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
      '在非回环连接上也接受明文 API 请求:签名可防篡改,但无法防窃听。',
    ],
  },
  trustedProxies: {
    section: 'listeners',
    kind: networks,
    otherwise: ['no proxy is believed', '不信任任何代理'],
    doc: [
      'Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; from any other address these headers are ignored.',
      '其 X-Forwarded-For 与 X-Forwarded-Proto 可信的代理;来自其他地址的这些请求头将被忽略。',
    ],
  },
  dataDir: {
    section: 'storage',
    kind: path,
    default: './data',
    doc: [
      'Folder of the embedded database, the master key and the local certificates.',
      '存放内嵌数据库、主密钥与本地证书的目录。',
    ],
  },
  databaseUrl: {
    section: 'storage',
    kind: database,
    otherwise: ['SQLite in the data folder', '数据目录中的 SQLite'],
    secret: hasPassword,
    doc: ['The state database: SQLite or PostgreSQL.', '状态数据库:SQLite 或 PostgreSQL。'],
  },
  databaseConnections: {
    section: 'storage',
    kind: integer(2, 200),
    default: '10',
    doc: ['Connections that this node opens to PostgreSQL at most.', '本节点到 PostgreSQL 的最大连接数。'],
  },
  masterKey: {
    section: 'storage',
    kind: text(
      [
        '32 random bytes in base64 (openssl rand -base64 32)',
        '32 个随机字节的 base64(openssl rand -base64 32)',
      ],
      isMasterKey,
    ),
    otherwise: [
      'master.key in the data folder, made at the first start',
      '数据目录中的 master.key,首次启动时生成',
    ],
    secret: always,
    doc: [
      'Wraps the keys that secrets in the database are sealed with. Losing it loses them; keep it apart from backups of the database.',
      '用于包裹数据库中密封机密所用的密钥。丢失即无法恢复;请与数据库备份分开保存。',
    ],
  },
  bootstrapFile: {
    section: 'firstStart',
    kind: path,
    otherwise: ['they are printed to the terminal, once', '仅在终端打印一次'],
    doc: [
      'File that the first credentials are written to as JSON, readable by its owner only, in place of printing them.',
      '将首批凭证以 JSON 写入的文件(仅属主可读),此时不在终端打印。',
    ],
  },
  bootstrapAccountId: {
    section: 'firstStart',
    kind: text(
      ['16 digits, the first not 0', '16 位数字,首位不为 0'],
      given => isDigits(given) && given.length === 16 && !given.startsWith('0'),
    ),
    otherwise: ['random', '随机'],
    doc: [
      'Id of the first account, for reproducible tests. Loopback listeners only.',
      '首个账号的 ID,用于可重复的测试。仅限回环监听。',
    ],
  },
  bootstrapAccessKeyId: {
    section: 'firstStart',
    kind: text(
      ['4 to 32 letters and digits', '4 到 32 个字母和数字'],
      given => isLettersAndDigits(given) && given.length >= 4 && given.length <= 32,
    ),
    otherwise: ['random', '随机'],
    doc: [
      'Id of the first AccessKey, for reproducible tests. Loopback listeners only.',
      '首个 AccessKey 的 ID,用于可重复的测试。仅限回环监听。',
    ],
  },
  bootstrapAccessKeySecret: {
    section: 'firstStart',
    kind: text(
      ['8 to 64 letters and digits', '8 到 64 个字母和数字'],
      given => isLettersAndDigits(given) && given.length >= 8 && given.length <= 64,
    ),
    otherwise: ['random', '随机'],
    secret: always,
    doc: [
      'Secret of the first AccessKey, for reproducible tests. Loopback listeners only.',
      '首个 AccessKey 的密钥,用于可重复的测试。仅限回环监听。',
    ],
  },
  logLevel: {
    section: 'log',
    kind: oneOf('debug', 'info', 'warn', 'error', 'silent'),
    default: 'info',
    doc: ['The least important lines that are written.', '写出的最低级别。'],
  },
  logFormat: {
    section: 'log',
    kind: oneOf('auto', 'json', 'text'),
    default: 'auto',
    doc: [
      'JSON lines, or short lines for people; auto writes the latter to a terminal only.',
      'JSON 行或便于阅读的短行;auto 仅在终端使用后者。',
    ],
  },
  accessKeyPrefix: {
    section: 'identifiers',
    kind: text(
      [
        '4 to 8 letters and digits, such as WDNK, or LTAI for tools that look for it',
        '4 到 8 个字母和数字,例如 WDNK;若工具要求可用 LTAI',
      ],
      given => isLettersAndDigits(given) && given.length >= 4 && given.length <= 8,
    ),
    default: 'WDNK',
    doc: [
      'First characters of new AccessKey ids. One of your own lets secret scanners tell your keys from those of a cloud.',
      '新 AccessKey ID 的前缀。使用自有前缀可让密钥扫描工具区分本系统与云厂商的密钥。',
    ],
  },
  cell: {
    section: 'identifiers',
    kind: text(['two digits', '两位数字'], given => isDigits(given) && given.length === 2),
    default: '00',
    doc: [
      'Hint in new ids that tells which installation an account lives in.',
      '写入新 ID 的提示,表明账号所在的部署单元。',
    ],
  },
  clockWindowSeconds: {
    section: 'requests',
    kind: integer(30, 1860),
    default: '900',
    doc: [
      "How far a request's date may be from this machine's clock, either way.",
      '请求时间与本机时钟允许的最大偏差(前后均适用)。',
    ],
  },
  rateLimitPerKey: {
    section: 'requests',
    kind: integer(1, 1_000_000),
    default: '5000',
    doc: [
      'Requests of one AccessKey per second, in the long run, on one node.',
      '单个 AccessKey 在单节点上的每秒请求数(长期平均)。',
    ],
  },
  rateBurstPerKey: {
    section: 'requests',
    kind: integer(1, 1_000_000),
    default: '10000',
    doc: ['Requests of one AccessKey that may come at once.', '单个 AccessKey 可瞬时到达的请求数。'],
  },
  headLimitBytes: {
    section: 'requests',
    kind: integer(16_384, 1_048_576),
    default: '163840',
    doc: ['Request line and headers together.', '请求行与请求头合计大小。'],
  },
  signedHeadLimitBytes: {
    section: 'requests',
    kind: integer(8192, 1_048_576),
    default: '65536',
    doc: [
      'Request line and headers of every request but the two anonymous ones that carry an assertion or a token.',
      '除携带断言或令牌的两个匿名请求外,其余请求的请求行与请求头合计大小。',
    ],
  },
  bodyLimitBytes: {
    section: 'requests',
    kind: integer(16_384, 16_777_216),
    default: '1048576',
    doc: ['Body of a request.', '请求体大小。'],
  },
  headTimeoutSeconds: {
    section: 'requests',
    kind: integer(1, 120),
    default: '10',
    doc: ['Time for the request line and the headers to arrive.', '请求行与请求头的到达时限。'],
  },
  requestTimeoutSeconds: {
    section: 'requests',
    kind: integer(1, 600),
    default: '30',
    doc: ['Time for the whole request to arrive.', '整个请求的到达时限。'],
  },
  keepAliveSeconds: {
    section: 'requests',
    kind: integer(1, 3600),
    default: '65',
    doc: [
      'How long an idle connection is kept; longer than the load balancer keeps it.',
      '空闲连接的保持时间;应长于负载均衡器的保持时间。',
    ],
  },
  maxConnections: {
    section: 'requests',
    kind: integer(16, 1_000_000),
    default: '10000',
    doc: ['Connections to one listener; more are closed at once.', '单个监听的连接数上限;超出的立即关闭。'],
  },
  nonceCapacity: {
    section: 'requests',
    kind: integer(1000, 100_000_000),
    default: '4000000',
    doc: [
      'Nonces that are remembered at once; when they are used up, requests are refused rather than checked less.',
      '同时记住的随机数数量;用尽时拒绝请求而非放松检查。',
    ],
  },
  keyCacheCapacity: {
    section: 'requests',
    kind: integer(16, 10_000_000),
    default: '10000',
    doc: [
      'AccessKeys whose user and policies are held in memory.',
      '在内存中保留其用户与策略的 AccessKey 数量。',
    ],
  },
  refusalsRecordedPerMinute: {
    section: 'requests',
    kind: integer(0, 100_000),
    default: '600',
    doc: [
      'Refused requests of strangers that are written to the journal per minute; all are counted.',
      '每分钟写入日志的陌生人被拒请求数;全部都会计数。',
    ],
  },
  revisionPollMs: {
    section: 'requests',
    kind: integer(50, 500),
    default: '200',
    doc: [
      'Milliseconds between two looks for changes made by other nodes.',
      '两次检查其他节点变更之间的毫秒数。',
    ],
  },
  stopTimeoutSeconds: {
    section: 'stop',
    kind: integer(1, 600),
    default: '10',
    doc: [
      'Time that requests in flight have to finish after SIGTERM; then the process ends.',
      '收到 SIGTERM 后处理中请求的完成时限;之后进程结束。',
    ],
  },
  stopDelayMs: {
    section: 'stop',
    kind: integer(0, 60_000),
    default: '300',
    doc: [
      'Milliseconds that connected clients are still served while /readyz already fails, for load balancers to look elsewhere.',
      '/readyz 已失败后仍为已连接客户端提供服务的毫秒数,供负载均衡器切换。',
    ],
  },
  quotaUsers: quota('users', 10_000_000, ['Users.', '用户数。']),
  quotaGroups: quota('groups', 1_000_000, ['Groups.', '用户组数。']),
  quotaRoles: quota('roles', 1_000_000, ['Roles.', '角色数。']),
  quotaPolicies: quota('policies', 1_000_000, ['Custom policies.', '自定义策略数。']),
  quotaVirtualMfaDevices: quota('virtualMfaDevices', 10_000_000, [
    'Virtual MFA devices.',
    '虚拟 MFA 设备数。',
  ]),
  quotaGroupsPerUser: quota('groupsPerUser', 1000, [
    'Groups that one user is in.',
    '单个用户所属的用户组数。',
  ]),
  quotaAccessKeysPerUser: quota('accessKeysPerUser', 100, [
    'AccessKeys of one user.',
    '单个用户的 AccessKey 数。',
  ]),
  quotaAccessKeysPerAccount: quota('accessKeysPerAccount', 100, [
    'AccessKeys of the account itself.',
    '账号自身的 AccessKey 数。',
  ]),
  quotaSystemPoliciesPerPrincipal: quota('systemPoliciesPerPrincipal', 1000, [
    'System policies attached to one user, group or role.',
    '附加到单个用户、用户组或角色的系统策略数。',
  ]),
  quotaCustomPoliciesPerPrincipal: quota('customPoliciesPerPrincipal', 1000, [
    'Custom policies attached to one user, group or role.',
    '附加到单个用户、用户组或角色的自定义策略数。',
  ]),
  quotaVersionsPerPolicy: quota('versionsPerPolicy', 1000, ['Versions of one policy.', '单个策略的版本数。']),
  quotaPolicyDocument: quota('policyDocument', 131_072, [
    'Characters of one policy document.',
    '单个策略文档的字符数。',
  ]),
} as const satisfies Record<string, Declaration>;

/** Key of a setting. */
export type SettingName = keyof typeof declarations;

type ValueOf<D> = D extends { readonly kind: Kind<infer Value> }
  ? D extends { readonly default: string }
    ? Value
    : Value | undefined
  : never;

/** The value of every setting. */
export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof declarations)[Name]> };

/** Every setting's key, in the order of the list. */
export const settingNames = Object.keys(declarations) as readonly SettingName[];

/** The row of a setting, without what its own type says beyond `Declaration`. */
export function declarationOf(name: SettingName): Declaration {
  return declarations[name];
}

/** `tls-listen`: the name of a setting as a flag (behind `--`) and in the YAML file. */
export function flagName(name: string): string {
  return separated(name, '-').toLowerCase();
}

/** `WARDENRY_TLS_LISTEN`: the name of a setting in the environment. */
export function variableName(name: string): string {
  return `WARDENRY_${separated(name, '_').toUpperCase()}`;
}

function separated(name: string, separator: string): string {
  let text = '';
  for (const mark of name) text += mark >= 'A' && mark <= 'Z' ? separator + mark : mark;
  return text;
}

/** A master key is 32 bytes in standard base64, padded, with nothing around it. */
function isMasterKey(given: string): boolean {
  const bytes = Buffer.from(given, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === given;
}
