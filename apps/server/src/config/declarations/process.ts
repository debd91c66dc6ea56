import * as z from 'zod/mini';
import { DEFAULT_DOMAIN_SUFFIX } from '../../kernel/context.ts';
import type { Declaration } from '../declaration.ts';
import { integer, oneOf, text } from '../kinds.ts';

/** Settings of the log, of ids and of the end. */
export const processSettings = {
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
      'JSON 行或便于阅读的短行；auto 仅在终端使用后者。',
    ],
  },
  accessKeyPrefix: {
    section: 'identifiers',
    kind: text(
      [
        '4 to 8 letters and digits, such as WDNK, or LTAI for tools that look for it',
        '4 到 8 个字母和数字，例如 WDNK；若工具要求可用 LTAI',
      ],
      z.string().check(z.regex(/^[A-Za-z0-9]{4,8}$/)),
    ),
    default: 'WDNK',
    doc: [
      'First characters of new AccessKey ids. One of your own lets secret scanners tell your keys from those of a cloud.',
      '新 AccessKey ID 的前缀。使用自有前缀可让密钥扫描工具区分本系统与云厂商的密钥。',
    ],
  },
  defaultDomainSuffix: {
    section: 'identifiers',
    kind: text(
      ['a domain in lower case, of 40 characters at most', '不超过 40 个字符的小写域名'],
      z.string().check(z.maxLength(40), z.regex(/^[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)+$/)),
    ),
    default: DEFAULT_DOMAIN_SUFFIX,
    doc: [
      'What the default domain of every account ends in, and so the principal names of its users. Another one is in force at once, and the one before names nobody any more.',
      '所有账号默认域名的后缀，用户登录名称以此结尾。修改后立即生效，旧后缀不再有效。',
    ],
  },
  cell: {
    section: 'identifiers',
    kind: text(['two digits', '两位数字'], z.string().check(z.regex(/^\d{2}$/))),
    default: '00',
    doc: [
      'Hint in new ids that tells which installation an account lives in.',
      '写入新 ID 的提示，表明账号所在的部署单元。',
    ],
  },
  stopTimeoutSeconds: {
    section: 'stop',
    kind: integer(1, 600),
    default: '10',
    doc: [
      'Time that requests in flight have to finish after SIGTERM; then the process ends.',
      '收到 SIGTERM 后处理中请求的完成时限；之后进程结束。',
    ],
  },
  stopDelayMs: {
    section: 'stop',
    kind: integer(0, 60_000),
    default: '300',
    doc: [
      'Milliseconds that connected clients are still served while /readyz already fails, for load balancers to look elsewhere.',
      '/readyz 已失败后仍为已连接客户端提供服务的毫秒数，供负载均衡器切换。',
    ],
  },
} as const satisfies Record<string, Declaration>;
