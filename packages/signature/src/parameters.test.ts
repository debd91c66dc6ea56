import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import {
  assertDisjoint,
  parseForm,
  parseQuery,
  RequestSyntaxError,
  type RequestSyntaxReason,
} from './index.ts';

function reasonOf(read: () => unknown): RequestSyntaxReason | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof RequestSyntaxError) return error.reason;
    throw error;
  }
  return undefined;
}

describe('reading a query', () => {
  it('decodes names and values in the order sent', () => {
    expect(parseQuery('b=%E5%BC%A0+x&a%20b=1%2B1&c=d=e')).toEqual([
      { name: 'b', value: '张 x' },
      { name: 'a b', value: '1+1' },
      { name: 'c', value: 'd=e' },
    ]);
  });

  it('takes a missing value and a missing sign for the empty value', () => {
    expect(parseQuery('a=&b')).toEqual([
      { name: 'a', value: '' },
      { name: 'b', value: '' },
    ]);
  });

  it('skips empty pieces', () => {
    expect(parseQuery('')).toEqual([]);
    expect(parseQuery('&&a=1&')).toEqual([{ name: 'a', value: '1' }]);
  });

  it.each([
    'a=1&a=2',
    'a=1&%61=1',
    'a&b&a',
    'Signature=x&signature=y',
    'ACTION=x&Action=x',
    'accesskeyid=x&AccessKeyId=x',
    'SecurityToken=x&securitytoken=y',
    '__proto__=1&__proto__=2',
  ])('refuses the name that occurs twice in %s', raw => {
    expect(reasonOf(() => parseQuery(raw))).toBe('duplicate-parameter');
  });

  it('names the duplicate', () => {
    expect(() => parseQuery('UserName=a&UserName=b')).toThrow(
      expect.objectContaining({ parameter: 'UserName' }),
    );
  });

  it('keeps other names apart that differ in case', () => {
    expect(parseQuery('key=1&Key=2')).toHaveLength(2);
  });

  it.each(['a=%', 'a=%4', 'a=%zz', '%=1', 'a=%E5%BC%A', 'a=%+1', 'a=%%20'])(
    'refuses the broken escape in %s',
    raw => {
      expect(reasonOf(() => parseQuery(raw))).toBe('invalid-percent-encoding');
    },
  );

  it.each(['a=%FF', 'a=%C0%80', 'a=%ED%A0%80', 'a=%E5%BC', 'a=%F4%90%80%80', '%80=1'])(
    'refuses the bytes in %s that are not UTF-8',
    raw => {
      expect(reasonOf(() => parseQuery(raw))).toBe('invalid-utf8');
    },
  );

  it.each(['a=%00', '%00=a', 'a=x%00y'])('refuses NUL in %s', raw => {
    expect(reasonOf(() => parseQuery(raw))).toBe('nul-character');
  });

  it.each(['a=b c', 'a=é', 'a=张', 'a=\n', 'a=\0', 'a=b#c', 'a=\x7f'])(
    'refuses the bare character in %j',
    raw => {
      expect(reasonOf(() => parseQuery(raw))).toBe('invalid-character');
    },
  );

  it('refuses a value without a name', () => {
    expect(reasonOf(() => parseQuery('=1'))).toBe('empty-parameter-name');
    expect(reasonOf(() => parseQuery('='))).toBe('empty-parameter-name');
  });

  it('never quotes the request in its message', () => {
    expect(() => parseQuery('Password=hunter2&Password=%zz')).not.toThrow(/hunter2|zz/);
    expect(() => parseQuery('Password=hunter2&Password=hunter3')).toThrow(/^(?!.*hunter)/);
  });
});

describe('reading a form', () => {
  it('follows the rules of queries, whatever buffer the bytes lie in', () => {
    const body = Buffer.from('garbage&a=1+2&b=%20&garbage').subarray(8, 19);
    expect(parseForm(body)).toEqual([
      { name: 'a', value: '1 2' },
      { name: 'b', value: ' ' },
    ]);
    expect(parseForm(new Uint8Array())).toEqual([]);
  });

  it('refuses bytes outside ASCII', () => {
    expect(reasonOf(() => parseForm(Buffer.from('a=张')))).toBe('invalid-character');
    expect(reasonOf(() => parseForm(Uint8Array.of(0x61, 0x3d, 0xff)))).toBe('invalid-character');
  });
});

describe('query and form together', () => {
  it('may not share a name', () => {
    expect(reasonOf(() => assertDisjoint(parseQuery('a=1&b=1'), parseQuery('c=1&b=1')))).toBe(
      'duplicate-parameter',
    );
  });

  it('may not share an authentication parameter in two spellings', () => {
    expect(reasonOf(() => assertDisjoint(parseQuery('Action=x'), parseQuery('action=x')))).toBe(
      'duplicate-parameter',
    );
  });

  it('may hold different names', () => {
    expect(() => assertDisjoint(parseQuery('a=1&Key=1'), parseQuery('b=1&key=2'))).not.toThrow();
  });
});
