import * as z from 'zod/mini';
import type { Declaration } from '../declaration.ts';
import { database, integer, path, text } from '../kinds.ts';

const always = (): boolean => true;

/** Whether a database URL carries a password. */
function hasPassword(url: string): boolean {
  return (URL.parse(url)?.password ?? '') !== '' || (URL.parse(url)?.searchParams.has('password') ?? false);
}

/** A master key is 32 bytes in standard base64, padded, with nothing around it. */
function isMasterKey(given: string): boolean {
  const bytes = Buffer.from(given, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === given;
}

/** Settings of the storage. */
export const storage = {
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
    doc: ['The state database: SQLite or PostgreSQL.', '状态数据库：SQLite 或 PostgreSQL。'],
  },
  databaseConnections: {
    section: 'storage',
    kind: integer(2, 200),
    default: '10',
    doc: ['Connections that this node opens to PostgreSQL at most.', '本节点到 PostgreSQL 的最大连接数。'],
  },
  databaseTimeoutMs: {
    section: 'storage',
    kind: integer(100, 60_000),
    default: '2000',
    doc: [
      'Milliseconds that the database has for a connection, for one statement and for its share of the lock; then the request is answered with 503.',
      '数据库建立连接、执行单条语句和等待锁各自的毫秒数上限；超出则以 503 应答请求。',
    ],
  },
  masterKey: {
    section: 'storage',
    kind: text(
      [
        '32 random bytes in base64 (openssl rand -base64 32)',
        '32 个随机字节的 base64(openssl rand -base64 32)',
      ],
      z.string().check(z.refine(isMasterKey)),
    ),
    otherwise: [
      'master.key in the data folder, made at the first start',
      '数据目录中的 master.key，首次启动时生成',
    ],
    secret: always,
    doc: [
      'Wraps the keys that secrets in the database are sealed with. Losing it loses them; keep it apart from backups of the database.',
      '用于包裹数据库中密封机密所用的密钥。丢失即无法恢复；请与数据库备份分开保存。',
    ],
  },
} as const satisfies Record<string, Declaration>;
