import type { Localized } from '../kernel/parameters.ts';
import type { Kind } from './kinds.ts';

/** Headings of the reference, in its order. */
export const sections = {
  listeners: ['Listeners', '监听'],
  storage: ['Storage and keys', '存储与密钥'],
  firstStart: ['First start', '首次启动'],
  log: ['Log', '日志'],
  identifiers: ['Identifiers', '标识符'],
  requests: ['Requests', '请求'],
  passwords: ['Passwords', '密码'],
  outbound: ['Fetching from others', '对外访问'],
  federation: ['Identity providers', '身份提供商'],
  decisions: ['Decisions for other services', '面向业务服务的判定'],
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
