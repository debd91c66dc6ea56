import type { Declaration } from '../declaration.ts';
import { integer } from '../kinds.ts';

/** Settings that bound requests. */
export const requests = {
  clockWindowSeconds: {
    section: 'requests',
    kind: integer(30, 1860),
    default: '900',
    doc: [
      "How far a request's date may be from this machine's clock, either way.",
      '请求时间与本机时钟允许的最大偏差（前后均适用）。',
    ],
  },
  rateLimitPerKey: {
    section: 'requests',
    kind: integer(1, 1_000_000),
    default: '5000',
    doc: [
      'Requests of one AccessKey per second, in the long run, on one node.',
      '单个 AccessKey 在单节点上的每秒请求数（长期平均）。',
    ],
  },
  rateBurstPerKey: {
    section: 'requests',
    kind: integer(1, 1_000_000),
    default: '10000',
    doc: ['Requests of one AccessKey that may come at once.', '单个 AccessKey 可瞬时到达的请求数。'],
  },
  anonymousRateLimitPerSource: {
    section: 'requests',
    kind: integer(1, 1_000_000),
    default: '100',
    doc: [
      'Calls without an AccessKey (AssumeRoleWithSAML, AssumeRoleWithOIDC) from one source address per second, in the long run, on one node. The addresses of an IPv6 /64 count as one.',
      '来自单个源地址的无 AccessKey 调用（AssumeRoleWithSAML、AssumeRoleWithOIDC）在单节点上的每秒次数（长期平均）。同一 IPv6 /64 网段视为一个地址。',
    ],
  },
  anonymousRateBurstPerSource: {
    section: 'requests',
    kind: integer(1, 1_000_000),
    default: '500',
    doc: [
      'Calls without an AccessKey from one source address that may come at once.',
      '来自单个源地址、可瞬时到达的无 AccessKey 调用数。',
    ],
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
      '除携带断言或令牌的两个匿名请求外，其余请求的请求行与请求头合计大小。',
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
      '空闲连接的保持时间；应长于负载均衡器的保持时间。',
    ],
  },
  maxConnections: {
    section: 'requests',
    kind: integer(16, 1_000_000),
    default: '10000',
    doc: ['Connections to one listener; more are closed at once.', '单个监听的连接数上限；超出的立即关闭。'],
  },
  nonceCapacity: {
    section: 'requests',
    kind: integer(1000, 100_000_000),
    default: '8000000',
    doc: [
      'Nonces that are remembered at once, of one AccessKey a quarter of them, of the SAML log-ons of one account a sixteenth; when they are used up, requests are refused rather than checked less.',
      '同时记住的随机数数量，单个 AccessKey 最多占四分之一，单个账号的 SAML 登录最多占十六分之一；用尽时拒绝请求而非放松检查。',
    ],
  },
  nonceLengthLimit: {
    section: 'requests',
    kind: integer(64, 4096),
    default: '256',
    doc: ['Characters of a nonce.', '单个随机数的字符数。'],
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
      '每分钟写入日志的陌生人被拒请求数；全部都会计数。',
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
  revisionLeaseMs: {
    section: 'requests',
    kind: integer(1000, 5000),
    default: '5000',
    doc: [
      'Milliseconds after which a node that could not look for changes refuses requests rather than go by what may be out of date.',
      '节点无法检查变更达到该毫秒数后拒绝请求，而不依据可能过期的数据判定。',
    ],
  },
  sessionKeyHours: {
    section: 'requests',
    kind: integer(1, 8760),
    default: '24',
    doc: [
      'Hours after which a new key seals the tokens of sessions; those sealed before stay valid until they expire.',
      '会话令牌签发密钥的轮换周期（小时）；轮换前签发的令牌在到期前仍然有效。',
    ],
  },
  accountIdleSeconds: {
    section: 'requests',
    kind: integer(10, 3600),
    default: '60',
    doc: [
      'How long a node goes on looking for changes of an account that sends no requests.',
      '账号无请求后，节点继续检查其变更的时长。',
    ],
  },
} as const satisfies Record<string, Declaration>;
