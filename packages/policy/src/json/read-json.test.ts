import { describe, expect, it } from 'vitest';
import { collectFindings } from '../findings.ts';
import { readJson } from './read-json.ts';

function findingsOf(text: string): string[] {
  const findings = collectFindings(text);
  readJson(text, findings.report);
  return findings
    .list()
    .map(({ code, line, column, path, message }) => `${line}:${column} ${path} ${code}: ${message}`);
}

describe('readJson', () => {
  it.each([
    ['', '1:1  json-syntax: The text ends where a value is expected.'],
    ['  ', '1:3  json-syntax: The text ends where a value is expected.'],
    ['\ufeff{}', '1:1  json-syntax: The text begins with a byte order mark. Save it without one.'],
    ['{} {}', '1:4  json-syntax: "{" stands after the end of the document.'],
    ['{"a":1,}', '1:7  json-syntax: A comma stands before "}". Remove it.'],
    ['[1,\n]', '1:3  json-syntax: A comma stands before "]". Remove it.'],
    ['[1 2]', '1:4  json-syntax: "2" stands where "," or "]" is expected.'],
    ['{a:1}', '1:2  json-syntax: "a" stands where a name in double quotes is expected.'],
    ["{'a':1}", '1:2  json-syntax: "\'" stands where a name in double quotes is expected.'],
    ['{"a" 1}', '1:6  json-syntax: "1" stands where ":" and a value is expected.'],
    ['{"a":', '1:6  json-syntax: The text ends where a value is expected.'],
    ['{"a":1', '1:7  json-syntax: The text ends where "," or "}" is expected.'],
    [
      '[// one\n1]',
      '1:2  json-syntax: A comment, which JSON does not have, stands where a value is expected.',
    ],
    [
      '[1 /* one */]',
      '1:4  json-syntax: A comment, which JSON does not have, stands where "," or "]" is expected.',
    ],
    ['"abc', '1:1  json-syntax: The string that begins here has no closing double quote.'],
    [
      '"a\nb"',
      '1:3  json-syntax: Control character 10 stands in a string. Write it as an escape such as "\\n".',
    ],
    ['"\\x"', '1:2  json-syntax: JSON has no escape "\\x". Write "\\\\" for a backslash.'],
    ['"\\u00g0"', '1:2  json-syntax: Four hexadecimal digits are expected after "\\u".'],
    ['"\\u00', '1:2  json-syntax: Four hexadecimal digits are expected after "\\u".'],
    ['01', '1:2  json-syntax: "1" stands after the end of the document.'],
    ['-', '1:1  json-syntax: "-" stands where a value is expected.'],
    ['1.', '1:1  json-syntax: "1" stands where a value is expected.'],
    ['1e+', '1:1  json-syntax: "1" stands where a value is expected.'],
    ['+1', '1:1  json-syntax: "+" stands where a value is expected.'],
    ['.5', '1:1  json-syntax: "." stands where a value is expected.'],
    ['NaN', '1:1  json-syntax: "N" stands where a value is expected.'],
    ['True', '1:1  json-syntax: "T" stands where a value is expected.'],
    ['[\u00a01]', '1:2  json-syntax: "\u00a0" stands where a value is expected.'],
    ['{"a":1,"a":2}', '1:8 /a json-duplicate-name: "a" stands twice in one object. Write it once.'],
    ['{"a":1,"\\u0061":2}', '1:8 /a json-duplicate-name: "a" stands twice in one object. Write it once.'],
    [
      '{"x":["\\ud800"]}',
      '1:7 /x/0 json-lone-surrogate: The string holds half a surrogate pair. Write the whole character.',
    ],
    [
      '"\\udc00\\ud800"',
      '1:1  json-lone-surrogate: The string holds half a surrogate pair. Write the whole character.',
    ],
  ])('refuses %j', (text, finding) => {
    expect(findingsOf(text)).toEqual([finding]);
  });

  it('reports every name that stands twice, at every depth', () => {
    const text = '{"a": {"b": 1,\n  "b": 2},\r\n "a": 1,\r "a": 1}';
    expect(findingsOf(text).map(finding => finding.split(':', 2).join(':'))).toEqual([
      '2:3 /a/b json-duplicate-name',
      '3:2 /a json-duplicate-name',
      '4:2 /a json-duplicate-name',
    ]);
  });

  it('takes __proto__ for a name like any other', () => {
    const findings = collectFindings('');
    const root = readJson('{"__proto__": {"admin": true}, "constructor": 1}', findings.report);
    expect(findings.list()).toEqual([]);
    expect(root?.type === 'object' && [...root.members.keys()]).toEqual(['__proto__', 'constructor']);
    expect('admin' in {}).toBe(false);
  });

  it('reads sixteen levels and refuses the seventeenth', () => {
    expect(findingsOf('['.repeat(16) + ']'.repeat(16))).toEqual([]);
    expect(findingsOf(`{"a":${'['.repeat(16)}${']'.repeat(16)}}`)).toEqual([
      '1:21  json-too-deep: Objects and arrays stand more than 16 deep. A policy document needs six levels.',
    ]);
  });

  it('refuses a million levels without following them', () => {
    expect(findingsOf('['.repeat(1_000_000))[0]).toContain('json-too-deep');
  });

  it('gives every value its place and resolves escapes', () => {
    const findings = collectFindings('');
    const text = '{ "a/b": [ "x\\u00e9\\n", -1.5e3 ] }';
    const root = readJson(text, findings.report);
    const list = root?.type === 'object' ? root.members.get('a/b') : undefined;
    expect(list).toMatchObject({
      name: { path: '/a~1b', offset: 2 },
      value: {
        type: 'list',
        path: '/a~1b',
        items: [
          { type: 'string', path: '/a~1b/0', offset: 11, value: 'xé\n' },
          { type: 'number', path: '/a~1b/1', offset: 24, text: '-1.5e3' },
        ],
      },
    });
  });
});
