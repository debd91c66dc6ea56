import * as z from 'zod/mini';
import type { Declaration } from '../declaration.ts';
import { path, text } from '../kinds.ts';

const always = (): boolean => true;

/** Settings of the first start. */
export const firstStart = {
  bootstrapFile: {
    section: 'firstStart',
    kind: path,
    otherwise: ['they are printed to the terminal, once', '仅在终端打印一次'],
    doc: [
      'File that the first credentials are written to as JSON, readable by its owner only, in place of printing them.',
      '将首批凭证以 JSON 写入的文件（仅属主可读），此时不在终端打印。',
    ],
  },
  bootstrapAccountId: {
    section: 'firstStart',
    kind: text(
      ['16 digits, the first not 0', '16 位数字，首位不为 0'],
      z.string().check(z.regex(/^[1-9]\d{15}$/)),
    ),
    otherwise: ['random', '随机'],
    doc: [
      'Id of the first account, for reproducible tests. Loopback listeners only.',
      '首个账号的 ID，用于可重复的测试。仅限回环监听。',
    ],
  },
  bootstrapAccessKeyId: {
    section: 'firstStart',
    kind: text(
      ['4 to 32 letters and digits', '4 到 32 个字母和数字'],
      z.string().check(z.regex(/^[A-Za-z0-9]{4,32}$/)),
    ),
    otherwise: ['random', '随机'],
    doc: [
      'Id of the first AccessKey, for reproducible tests. Loopback listeners only.',
      '首个 AccessKey 的 ID，用于可重复的测试。仅限回环监听。',
    ],
  },
  bootstrapAccessKeySecret: {
    section: 'firstStart',
    kind: text(
      ['8 to 64 letters and digits', '8 到 64 个字母和数字'],
      z.string().check(z.regex(/^[A-Za-z0-9]{8,64}$/)),
    ),
    otherwise: ['random', '随机'],
    secret: always,
    doc: [
      'Secret of the first AccessKey, for reproducible tests. Loopback listeners only.',
      '首个 AccessKey 的密钥，用于可重复的测试。仅限回环监听。',
    ],
  },
} as const satisfies Record<string, Declaration>;
