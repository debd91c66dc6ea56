import { describe, expect, it } from 'vitest';
import { encodeParameters, percentEncode } from './index.ts';

describe('percent-encoding', () => {
  it('leaves unreserved characters alone', () => {
    expect(percentEncode('AZaz09-_.~')).toBe('AZaz09-_.~');
  });

  it('encodes what URI encoders of languages leave bare', () => {
    expect(percentEncode("!'()*")).toBe('%21%27%28%29%2A');
    expect(percentEncode('a b+c/d?e')).toBe('a%20b%2Bc%2Fd%3Fe');
  });

  it('encodes the UTF-8 bytes of other characters in upper case', () => {
    expect(percentEncode('张😀')).toBe('%E5%BC%A0%F0%9F%98%80');
  });

  it('refuses half a surrogate pair', () => {
    expect(() => percentEncode('\ud83d')).toThrow(URIError);
  });
});

describe('encoded parameters', () => {
  it('keep the order given and the sign of an empty value', () => {
    const parameters = [
      { name: 'b', value: '1&2' },
      { name: 'a', value: '' },
    ];
    expect(encodeParameters(parameters)).toBe('b=1%262&a=');
    expect(encodeParameters([])).toBe('');
  });
});
