import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKinds } from './document.ts';
import { parseDocument, readStoredDocument } from './parse-document.ts';

const aName = fc.constantFrom(
  'Version',
  'Statement',
  'Effect',
  'Action',
  'Resource',
  'Condition',
  'Principal',
  '__proto__',
  'StringEquals',
  'acs:A',
);
const aLeaf = fc.constantFrom('1', 'Allow', 'Deny', '*', 'ecs:*', '', 1, true, null, '\ud800');

/** JSON values built of the words of the language. */
const { tree: aTree } = fc.letrec(tie => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    aLeaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(aName, tie('tree'), { maxKeys: 5 }),
  ),
}));

/** A valid document in JSON with one piece of text cut out and another put in. */
const aMutatedDocument = fc
  .tuple(fc.nat(), fc.nat({ max: 6 }), fc.constantFrom('', ',', '"', '[', '}', ':', '\\', '*', '0', 'Deny'))
  .map(([position, length, insertion]) => {
    const text = JSON.stringify({
      Version: '1',
      Statement: [
        { Effect: 'Allow', Action: ['ecs:*', 'oss:Get*'], Resource: 'acs:oss:*:*:b/*' },
        {
          Effect: 'Deny',
          NotAction: 'ram:*',
          Resource: '*',
          Condition: { Bool: { 'acs:MFAPresent': 'false' } },
        },
      ],
    });
    const at = position % text.length;
    return text.slice(0, at) + insertion + text.slice(at + length);
  });

const aText = fc.oneof(
  aTree.map(tree => JSON.stringify(tree)),
  aMutatedDocument,
  fc.string(),
);

const aKind = fc.constantFrom(...documentKinds);

describe('parseDocument', () => {
  it('never throws, and accepts only JSON of the right frame', () => {
    let accepted = 0;
    fc.assert(
      fc.property(aText, aKind, (text, kind) => {
        const parsed = parseDocument(text, kind);
        if (!parsed.ok) {
          expect(parsed.findings.length).toBeGreaterThan(0);
          return;
        }
        accepted += 1;
        const value = JSON.parse(text);
        expect(Object.keys(value).toSorted()).toEqual(['Statement', 'Version']);
        expect(parsed.document.statements).toHaveLength(value.Statement.length);
        expect(parsed.document.statements.map(({ effect }) => effect)).toEqual(
          value.Statement.map((statement: { Effect: string }) => statement.Effect),
        );
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(10);
  });

  it('refuses every document in which a name stands twice in an object', () => {
    const aPlace = fc.constantFrom(
      '{"Version"',
      '"Statement"',
      '{"Effect"',
      '"Action"',
      '"Resource"',
      '"Condition"',
      '"Bool"',
      '{"acs:A"',
    );
    const aSpelling = fc.constantFrom((name: string) => name, escapeFirst);
    fc.assert(
      fc.property(
        aPlace,
        aSpelling,
        fc.constantFrom('"1"', '[]', '{}', '"Deny"', '"true"'),
        (place, spell, value) => {
          const text =
            '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"acs:A":"true"}}}]}';
          const at = text.indexOf(place) + (place.startsWith('{') ? 1 : 0);
          const name = place.slice(place.indexOf('"') + 1, -1);
          const twice = `${text.slice(0, at)}"${spell(name)}":${value},${text.slice(at)}`;
          expect(() => JSON.parse(twice)).not.toThrow();
          const parsed = parseDocument(twice, 'identity');
          expect(parsed.ok ? [] : parsed.findings.map(({ code }) => code)).toContain('json-duplicate-name');
        },
      ),
    );
  });
});

describe('readStoredDocument', () => {
  it('never throws, reads what parseDocument accepts alike, and finds what it refuses', () => {
    fc.assert(
      fc.property(aText, aKind, (text, kind) => {
        const parsed = parseDocument(text, kind);
        const stored = readStoredDocument(text, kind);
        if (parsed.ok) expect(stored).toEqual({ document: parsed.document, findings: [] });
        else expect(stored.findings).toEqual(parsed.findings);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The name with its first character written as an escape. */
function escapeFirst(name: string): string {
  return `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}`;
}
