import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildLiteralTable,
  EMPTY_HASH,
  type Ends,
  extendHash,
  hashEnds,
  type LiteralTable,
  lookUp,
} from './literal-table.ts';

/** The values of the ends that a text has, at every pair of lengths that the table has. */
function valuesOf({ lengths, ...table }: LiteralTable<string>, text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < lengths.length; at += 2) {
    const [beginning = 0, ending = 0] = lengths.subarray(at, at + 2);
    if (beginning + ending > text.length) continue;
    let hash = EMPTY_HASH;
    for (let read = 0; read < beginning; read++) hash = extendHash(hash, text.charCodeAt(read));
    found.push(lookUp({ lengths, ...table }, hashEnds(hash, text, ending)) ?? '');
  }
  return found.filter(value => value !== '').toSorted();
}

function hasEnds(text: string, { beginning, ending }: Ends): boolean {
  const folded = text.toLowerCase();
  const fits = beginning.length + ending.length <= text.length;
  return fits && folded.startsWith(beginning) && folded.endsWith(ending);
}

const show = ({ beginning, ending }: Ends) => `${beginning}*${ending}`;
const aLiteral = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 });
const someEnds = fc.uniqueArray(fc.record({ beginning: aLiteral, ending: aLiteral }), {
  selector: show,
  maxLength: 20,
});
const aText = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B'), maxLength: 9 });

describe('a literal table', () => {
  it('finds exactly the ends that a text has, letter case apart', () => {
    let found = 0;
    fc.assert(
      fc.property(someEnds, aText, (all, text) => {
        const table = buildLiteralTable(
          all.map(ends => ({ ends, item: show(ends) })),
          items => items.join(),
        );
        const expected = all.filter(ends => hasEnds(text, ends)).map(show);
        expect(valuesOf(table, text)).toEqual(expected.toSorted());
        found += expected.length;
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('has one value for ends of one hash', () => {
    const entries = ['ab', 'AB'].map(beginning => ({ ends: { beginning, ending: 'c' }, item: beginning }));
    expect(buildLiteralTable(entries, items => items.join(' ')).values).toEqual(['ab AB']);
  });

  it('has each pair of lengths once, in ascending order', () => {
    const entries = ['bb*c', '*', 'a*c', 'aa*', 'b*c', '*cc'].map(text => {
      const [beginning = '', ending = ''] = text.split('*');
      return { ends: { beginning, ending }, item: text };
    });
    const { lengths } = buildLiteralTable(entries, items => items.length);
    expect([...lengths]).toEqual([0, 0, 0, 2, 1, 1, 2, 0, 2, 1]);
  });
});
