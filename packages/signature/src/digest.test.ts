import { describe, expect, it } from 'vitest';
import { availableAlgorithms, equalsInConstantTime, hexDigest, isDigestAvailable } from './digest.ts';

describe('digests', () => {
  it('are the published ones, also of nothing and of nothing again', () => {
    const sha256OfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(hexDigest('sha256', new Uint8Array())).toBe(sha256OfNothing);
    expect(hexDigest('sha256', new Uint8Array())).toBe(sha256OfNothing);
    expect(hexDigest('sm3', 'abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(hexDigest('sm3', '')).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b');
  });

  it('of a text and of its UTF-8 bytes are the same', () => {
    expect(hexDigest('sha256', '张')).toBe(hexDigest('sha256', Uint8Array.of(0xe5, 0xbc, 0xa0)));
  });

  it('that the runtime lacks are found out without failing', () => {
    expect(isDigestAvailable('sha256')).toBe(true);
    expect(isDigestAvailable('a-digest-nobody-has')).toBe(false);
  });

  it('that the runtime lacks leave their algorithms unsupported', () => {
    const algorithms = availableAlgorithms({ usual: 'sha256', exotic: 'a-digest-nobody-has' });
    expect([...algorithms]).toEqual([['usual', 'sha256']]);
  });
});

describe('comparing in constant time', () => {
  it('is equal for equal texts only', () => {
    expect(equalsInConstantTime('abc', 'abc')).toBe(true);
    expect(equalsInConstantTime('abd', 'abc')).toBe(false);
    expect(equalsInConstantTime('ab', 'abc')).toBe(false);
    expect(equalsInConstantTime('abcd', 'abc')).toBe(false);
    expect(equalsInConstantTime('', 'abc')).toBe(false);
  });

  it('does not fold characters onto the ones with the same low byte', () => {
    expect(equalsInConstantTime('\u0161bc', 'abc')).toBe(false);
  });
});
