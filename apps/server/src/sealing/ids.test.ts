import { describe, expect, it } from 'vitest';
import { draw, isAccessKeySecret, randomIds } from './ids.ts';

const ids = randomIds({ cell: '07', accessKeyPrefix: 'WDNK' });

describe('new ids', () => {
  it('have the length, the first digit and the cell hint of their kind', () => {
    expect(ids.accountId()).toMatch(/^107[0-9]{13}$/);
    expect(ids.userId()).toMatch(/^207[0-9]{15}$/);
    expect(ids.groupId()).toMatch(/^307[0-9]{15}$/);
  });

  it('of AccessKeys have 24 characters and the prefix of the installation', () => {
    expect(ids.accessKeyId()).toMatch(/^WDNK[0-9A-Za-z]{20}$/);
    expect(randomIds({ cell: '00', accessKeyPrefix: 'LTAI' }).accessKeyId()).toMatch(/^LTAI[0-9A-Za-z]{20}$/);
  });

  it('do not repeat', () => {
    const drawn = Array.from({ length: 1000 }, () => [
      ids.userId(),
      ids.accessKeyId(),
      ids.accessKeySecret(),
    ]).flat();
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});

describe('new secrets', () => {
  it('are 30 base62 characters that carry their own checksum', () => {
    for (let i = 0; i < 200; i += 1) {
      const secret = ids.accessKeySecret();
      expect(secret).toMatch(/^[0-9A-Za-z]{30}$/);
      expect(isAccessKeySecret(secret)).toBe(true);
    }
  });

  it('are told from any other text', () => {
    const secret = ids.accessKeySecret();
    for (let i = 0; i < secret.length; i += 1) {
      const other = secret[i] === 'x' ? 'y' : 'x';
      expect(isAccessKeySecret(secret.slice(0, i) + other + secret.slice(i + 1))).toBe(false);
    }
    for (const text of ['', secret.slice(1), `${secret}0`, `${secret.slice(0, 29)}-`]) {
      expect(isAccessKeySecret(text)).toBe(false);
    }
  });

  it('keep the documented form of the checksum', () => {
    // CRC-32 of "abcdefghijklmnopqrstuvwx" is 562,261,492, by any other implementation too.
    expect(isAccessKeySecret(`abcdefghijklmnopqrstuvwx${'0c3Btk'}`)).toBe(true);
  });
});

describe('drawing', () => {
  it('gives every character its fair share', () => {
    const counts = new Map<string, number>();
    for (const mark of draw('abc', 30_000)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    // 10,000 expected with a deviation of 82: a bias of the byte's remainder would be 40 for each, a broken draw far more.
    for (const mark of 'abc') expect(Math.abs((counts.get(mark) ?? 0) - 10_000)).toBeLessThan(600);
  });
});
