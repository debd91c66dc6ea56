import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKinds, parseDocument } from '../src/index.ts';
import { compareSets, newTally } from './campaign.ts';
import { aDocumentText } from './generated/documents.ts';
import { isValidDocument } from './reference/document.ts';

// The same questions every time: what mutation testing judges the engine by must not depend on luck.
const SEED = 20_261_124;

describe('on a fixed sample', () => {
  it.each(documentKinds)('both readers accept the same %s documents', kind => {
    fc.assert(
      fc.property(fc.noBias(aDocumentText(kind)), text => {
        expect(parseDocument(text, kind, text.length).ok).toBe(isValidDocument(text, kind));
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('both evaluators decide alike', () => {
    const tally = newTally();
    compareSets(SEED, { questions: 250, roleQuestions: 100 }, tally);
    expect(tally.documentSets.size).toBeGreaterThan(300);
  });
});
