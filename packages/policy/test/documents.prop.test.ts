import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonNode } from '../src/index.ts';
import { documentKinds, parseDocument, readJson, readStoredDocument } from '../src/index.ts';
import { writeJson } from '../src/json/write-json.ts';
import { aDocumentText } from './generated/documents.ts';
import { isValidDocument } from './reference/document.ts';

const NO_LIMIT = 1_000_000;

describe.each(documentKinds)('a document of the kind %s', kind => {
  const text = fc.noBias(aDocumentText(kind));

  it('is accepted exactly when the second reader accepts it, and refused with a place', () => {
    let refused = 0;
    fc.assert(
      fc.property(text, document => {
        const parsed = parseDocument(document, kind, NO_LIMIT);
        expect(parsed.ok).toBe(isValidDocument(document, kind));
        if (parsed.ok) return;
        refused += 1;
        expect(parsed.findings.length).toBeGreaterThan(0);
        for (const { line, column } of parsed.findings) expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(50);
    expect(refused).toBeLessThan(1000);
  });

  it('is read from storage as it was read when it was written', () => {
    fc.assert(
      fc.property(text, document => {
        const parsed = parseDocument(document, kind, NO_LIMIT);
        const stored = readStoredDocument(document, kind);
        if (parsed.ok) expect(stored).toEqual({ document: parsed.document, findings: [] });
        else expect(stored.findings).toEqual(parsed.findings);
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same after its JSON was read and written again', () => {
    fc.assert(
      fc.property(text, document => {
        const node = read(document);
        if (node === undefined) return;
        const again = writeJson(node);
        expect(readStoredDocument(again, kind).document).toEqual(readStoredDocument(document, kind).document);
        expect(JSON.parse(again)).toEqual(JSON.parse(document));
      }),
      { numRuns: 1000 },
    );
  });

  it('is never accepted, and never allows anything, when its text was cut or garbled', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.constantFrom('', '"', '}', ',', '\u0000', '\ud800'),
        (document, at, piece) => {
          const cut = at % Math.max(document.length - 1, 1);
          const garbled = document.slice(0, cut) + piece;
          expect(parseDocument(garbled, kind, NO_LIMIT).ok).toBe(false);
          const { statements } = readStoredDocument(garbled, kind).document;
          expect(statements.filter(({ effect }) => effect === 'Allow')).toEqual([]);
          expect(statements.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** The JSON of a text when nothing is wrong with it. */
function read(text: string): JsonNode | undefined {
  let isClean = true;
  const node = readJson(text, () => {
    isClean = false;
  });
  return isClean ? node : undefined;
}
