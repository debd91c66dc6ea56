import type { Declaration } from '../declaration.ts';
import { integer } from '../kinds.ts';

/** Settings that bound what passwords cost: one hash takes 19 MiB and some hundredths of a second of one core. */
export const passwords = {
  passwordHashesAtOnce: {
    section: 'passwords',
    kind: integer(1, 64),
    default: '2',
    doc: ['Passwords that are hashed at the same time, on one node.', '单节点同时计算的密码哈希数。'],
  },
  passwordHashesWaiting: {
    section: 'passwords',
    kind: integer(1, 100_000),
    default: '200',
    doc: [
      'Passwords that wait to be hashed; beyond that, callers are asked to try again.',
      '等待计算哈希的密码数；超出时请求方会被要求稍后重试。',
    ],
  },
} as const satisfies Record<string, Declaration>;
