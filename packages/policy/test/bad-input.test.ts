import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../src/index.ts';
import {
  compile,
  compileResourcePolicy,
  compileTrust,
  decide,
  decideAssumeRole,
  documentKinds,
  parseDocument,
  readStoredDocument,
  requestContext,
} from '../src/index.ts';
import { lint } from '../src/lint/index.ts';
import { ACCOUNT, attached } from './policies.ts';

const GOOD = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
const TRUSTING =
  '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Principal":{"RAM":"acs:ram::1000000000000001:root"}}]}';

const SHARING =
  '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":{"RAM":"acs:ram::1000000000000001:user/alice"}}]}';

const goodDocuments: Readonly<Record<DocumentKind, string>> = {
  identity: GOOD,
  session: GOOD,
  control: GOOD,
  trust: TRUSTING,
  resource: SHARING,
};

const context = requestContext({ 'acs:SourceIp': '192.0.2.1' });

/** Whether a text allows anything once it has come into storage. */
function allows(text: string, kind: DocumentKind): boolean {
  const stored = attached(readStoredDocument(text, kind).document);
  const everything = compile([attached(readStoredDocument(GOOD, 'identity').document)]);
  const request = (resource: string) => ({ actions: ['sts:AssumeRole'], resources: [[resource]], context });
  if (kind === 'trust') {
    const caller = { kind: 'user', account: ACCOUNT, name: 'alice', identity: everything } as const;
    const decision = decideAssumeRole(caller, compileTrust(stored), request(`acs:ram::${ACCOUNT}:role/r`));
    return decision.effect === 'Allow';
  }
  if (kind === 'resource') {
    const nobody = { kind: 'user', account: ACCOUNT, name: 'alice', identity: compile([]) } as const;
    const shared = {
      ...request(`acs:ram::${ACCOUNT}:role/r`),
      resourcePolicy: compileResourcePolicy(stored),
    };
    return decide(nobody, shared).effect === 'Allow';
  }
  const alice = { kind: 'user', account: ACCOUNT, name: 'alice', identity: compile([stored]) } as const;
  return decide(alice, request(`acs:ram::${ACCOUNT}:role/r`)).effect === 'Allow';
}

/** What everything that is read by the package must keep to. */
function expectRefusal(text: string, kind: DocumentKind): void {
  const parsed = parseDocument(text, kind);
  expect(parsed.ok).toBe(false);
  const findings = parsed.ok ? [] : parsed.findings;
  expect(findings.length).toBeGreaterThan(0);
  for (const { line, column, path, message } of findings) {
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
    expect(path === '' || path.startsWith('/')).toBe(true);
    expect(message.length).toBeLessThan(400);
  }
  expect(lint(text, kind).filter(({ level }) => level === 'error')).toMatchObject(findings);
  expect(allows(text, kind)).toBe(false);
}

describe.each(documentKinds)('a bad document of the kind %s', kind => {
  const good = goodDocuments[kind];

  it('is told from a good one', () => {
    expect(parseDocument(good, kind).ok).toBe(true);
    expect(allows(good, kind)).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['white space', ' \r\n\t'],
    ['no JSON', 'Allow everything'],
    ['cut off', good.slice(0, -1)],
    ['followed by another', good + good],
    ['no object', '"Allow"'],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', `[${good}]`],
    ['decoded from bytes that are not UTF-8', good.replace('"*"', '"oss:\ufffd"')],
    ['decoded wrongly in a name', good.replace('"Version"', '"Versi\ufffdn":"1","Version"')],
    ['UTF-16 read as UTF-8', [...good].join('\0')],
    ['marked with a byte order mark', `\ufeff${good}`],
    ['half a character', good.replace('"*"', '["*","\ud800"]')],
    ['half a character as an escape', good.replace('"*"', '["*","\\udfff"]')],
    ['__proto__ around a statement', good.replace('[{', '[{"__proto__":{"Effect":"Allow"},')],
    ['__proto__ instead of a document', '{"__proto__":{"Version":"1","Statement":[]}}'],
    ['constructor among the elements', good.replace('"Version"', '"constructor":{},"Version"')],
    ['a second effect', good.replace('"Effect":"Allow"', '"Effect":"Deny","Effect":"Allow"')],
    [
      'a second effect as an escape',
      good.replace('"Effect":"Allow"', '"\\u0045ffect":"Deny","Effect":"Allow"'),
    ],
    ['a second list of statements', good.replace('"Statement"', '"Statement":[],"Statement"')],
    ['too deep', good.replace('"Allow"', `${'['.repeat(17)}"Allow"${']'.repeat(17)}`)],
    ['far too deep', '{"Version":"1","Statement":'.padEnd(1_000_000, '[')],
    ['objects far too deep', '{"a":'.repeat(200_000)],
    ['an effect of another type', good.replace('"Allow"', 'true')],
    ['statements of another type', good.replace('[{', '{"0":{').replace('}]', '}}')],
    ['actions of another type', good.replace('"*"', '{"ecs:*":true}')],
    ['a NUL in an action', good.replace('"*"', '"ecs:\\u0000"')],
  ])('is refused, and allows nothing, when it is %s', (_what, text) => {
    expectRefusal(text, kind);
  });

  it('is refused whatever is done to a good one that makes it another JSON value', () => {
    const aPiece = fc.constantFrom(
      '',
      ',',
      '"',
      '{',
      '[',
      ']',
      '}',
      ':',
      '\\',
      '0',
      '\ud800',
      '\ufffd',
      '\0',
    );
    fc.assert(
      fc.property(fc.nat({ max: good.length }), fc.nat({ max: 3 }), aPiece, (at, length, piece) => {
        const text = good.slice(0, at) + piece + good.slice(at + length);
        const parsed = parseDocument(text, kind);
        if (!parsed.ok) expectRefusal(text, kind);
        else expect(JSON.parse(text)).toHaveProperty('Statement.0.Effect', 'Allow');
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when it is any text, or the bytes of anything read as UTF-8', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map(each => new TextDecoder().decode(each));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), bytes, fc.json()), text => {
        expectRefusal(text, kind);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a huge text', () => {
  const MEGABYTES = 10_000_000;
  const list = (unit: string) =>
    Array(Math.floor(MEGABYTES / (unit.length + 1)))
      .fill(unit)
      .join(',');

  // The limit of each test is what fails when a reader takes more than linear time.
  it.each([
    ['spaces', () => ' '.repeat(MEGABYTES)],
    ['opening brackets', () => '['.repeat(MEGABYTES)],
    ['one string', () => `"${'a'.repeat(MEGABYTES)}"`],
    ['one string without its end', () => `"${'\\\\'.repeat(MEGABYTES / 2)}`],
    ['half characters', () => `["${'\ud800'.repeat(MEGABYTES)}"]`],
    ['lines', () => `{"Version":"1","Statement":[${'\r\n'.repeat(MEGABYTES / 2)}1]}`],
    ['equal names', () => `{${list('"Statement":[]')}}`],
    ['wrong actions', () => GOOD.replace('"*"', `[${list('"x"')}]`)],
    ['one pattern of stars', () => GOOD.replace('"*"', `"a:${'*a'.repeat(MEGABYTES / 2)}"`)],
    ['addresses', () => GOOD.replace('"*"}', `"*","Condition":{"IpAddress":{"a:b":[${list('"::1/9"')}]}}}`)],
  ])('of %s is refused at once, and read from storage in linear time', (_what, make) => {
    const text = make();
    const parsed = parseDocument(text, 'identity');
    expect(parsed.ok ? [] : parsed.findings.map(({ code }) => code)).toEqual(['document-too-long']);
    expect(lint(text, 'identity').map(({ code }) => code)).toEqual(['document-too-long']);
    expect(readStoredDocument(text, 'identity').document.statements.length).toBeGreaterThan(0);
  });
});
