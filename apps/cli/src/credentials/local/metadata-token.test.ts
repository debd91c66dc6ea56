import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMetadataTokens } from './metadata-token.ts';

afterEach(() => {
  vi.useRealTimers();
});

function issued(tokens: ReturnType<typeof createMetadataTokens>, seconds: string): string {
  const token = tokens.issue(seconds);
  if (token === undefined) throw new Error('no token was issued');
  return token;
}

describe('a token for instance metadata', () => {
  it.each([undefined, '', '0', '21601', '-1', '1.5', '1e3', ' 60', '99999999'])(
    'is not issued for %j seconds',
    seconds => {
      expect(createMetadataTokens().issue(seconds)).toBeUndefined();
    },
  );

  it('is accepted until its time is over', () => {
    vi.useFakeTimers();
    const tokens = createMetadataTokens();
    const token = issued(tokens, '60');
    vi.advanceTimersByTime(59_999);
    expect(tokens.accepts(token)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(tokens.accepts(token)).toBe(false);
  });

  it('of another process is not accepted', () => {
    expect(createMetadataTokens().accepts(issued(createMetadataTokens(), '60'))).toBe(false);
  });

  it('is not accepted with any of its bits changed, cut or lengthened', () => {
    const tokens = createMetadataTokens();
    const bytes = Buffer.from(issued(tokens, '60'), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(tokens.accepts(changed.toString('base64url'))).toBe(false);
    }
    expect(tokens.accepts(bytes.subarray(0, -1).toString('base64url'))).toBe(false);
    expect(tokens.accepts(Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url'))).toBe(false);
    expect(tokens.accepts('')).toBe(false);
  });
});
