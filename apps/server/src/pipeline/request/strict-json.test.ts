import { describe, expect, it } from 'vitest';
import { readStrictJson } from './strict-json.ts';

describe('strict JSON', () => {
  it.each<[string, unknown]>([
    ['{}', {}],
    [' {"a" : [1, "x:y", {"a":null}], "b":{"a":true}} ', { a: [1, 'x:y', { a: null }], b: { a: true } }],
    ['{"a\\"b:":"{[\\\\","c":"\\\\\\""}', { 'a"b:': '{[\\', c: '\\"' }],
    ['"é😀"', 'é😀'],
    ['{"constructor":1,"toString":2}', { constructor: 1, toString: 2 }],
  ])('reads %s', (text, value) => {
    expect(readStrictJson(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'nothing'],
    ['{"a":1,"a":1}', 'a name twice'],
    ['{"a":1,"\\u0061":1}', 'a name twice in two spellings'],
    ['[{"b":{"a":[],"a":[]}}]', 'a name twice far inside'],
    ['{"__proto__":1}', 'a prototype'],
    ['[{"\\u005f_proto__":{}}]', 'a prototype in disguise'],
    ['"\\ud800"', 'half a surrogate pair'],
    ['{"\\udc00":1}', 'half a surrogate pair in a name'],
    ['{"a":1,}', 'a trailing comma'],
    ["{'a':1}", 'single quotes'],
    ['{"a":1} x', 'more behind it'],
    ['\ufeff{}', 'a byte order mark'],
    ['"a', 'an open string'],
    ['"a\\', 'an open escape'],
    ['['.repeat(17) + ']'.repeat(17), 'too much depth'],
    ['['.repeat(1_000_000), 'a megabyte of depth'],
    ['NaN', 'no JSON number'],
  ])('refuses %.20j, which holds %s, and says why', text => {
    expect(readStrictJson(text)).toEqual({ ok: false, problem: expect.stringMatching(/\w[^.]$/) });
  });

  it('finds the end of a string behind any number of escapes', () => {
    expect(readStrictJson(`"${'\\"'.repeat(125_000)}"`).ok).toBe(true);
    expect(readStrictJson(`"${'\\\\'.repeat(125_000)}"`).ok).toBe(true);
  });
});
