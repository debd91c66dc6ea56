import { describe, expect, it } from 'vitest';
import { draw, isAccessKeySecret, randomIds } from './ids.ts';

const ids = randomIds({ cell: '07', accessKeyPrefix: 'WDNK' });

describe('new ids', () => {
  it('have the length, the first digit and the cell hint of their kind', () => {
    expect(ids.accountId()).toMatch(/^107[0-9]{13}$/);
    expect(ids.userId()).toMatch(/^207[0-9]{15}$/);
    expect(ids.roleId()).toMatch(/^407[0-9]{15}$/);
    expect(ids.groupId()).toMatch(/^307[0-9]{15}$/);
    expect(ids.resourceGroupId()).toMatch(/^rg-a[0-9a-z]{14}$/);
    expect(ids.applicationId()).toMatch(/^507[0-9]{15}$/);
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

  it('of devices that show one-time passwords are 40 bytes in Base32', () => {
    const seeds = Array.from({ length: 100 }, () => ids.mfaSeed());
    for (const seed of seeds) expect(seed).toMatch(/^[A-Z2-7]{64}$/);
    expect(new Set(seeds).size).toBe(100);
  });

  it('keep the documented form of the checksum', () => {
    // CRC-32 of "abcdefghijklmnopqrstuvwx" is 562,261,492, by any other implementation too.
    expect(isAccessKeySecret(`abcdefghijklmnopqrstuvwx${'0c3Btk'}`)).toBe(true);
  });
});

describe('drawing', () => {
  it('gives every character its fair share', () => {
    // 256 is no multiple of 100: without care the first 56 would come up in 66 of 100 draws.
    const alphabet = Array.from({ length: 100 }, (_, i) => String.fromCharCode(0x100 + i)).join('');
    const first = [...draw(alphabet, 30_000)].filter(mark => alphabet.indexOf(mark) < 56).length;
    // 16,800 expected with a deviation of 86.
    expect(Math.abs(first - 16_800)).toBeLessThan(600);
  });

  it('gives the length that was asked for', () => {
    for (const length of [0, 1, 7, 500]) expect(draw('ab', length)).toHaveLength(length);
  });
});
