import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrefixNode } from './prefix-tree.ts';
import { buildPrefixTree, descend } from './prefix-tree.ts';

/** The values along the path of a text. */
function valuesAlong(root: PrefixNode<string>, text: string): string[] {
  const values: string[] = [];
  let at = 0;
  for (let node: PrefixNode<string> | undefined = root; node !== undefined; node = descend(node, text, at)) {
    at += node.label.length;
    if (node.value !== undefined) values.push(node.value);
  }
  return values;
}

describe('a prefix tree', () => {
  it('has the values of exactly the prefixes of a text on its path, letter case apart', () => {
    const aKey = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    const aText = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'B'), maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(aKey, { maxLength: 20 }), aText, (keys, text) => {
        const root = buildPrefixTree(new Map(keys.map(key => [key, key])));
        const expected = keys.filter(key => text.toLowerCase().startsWith(key));
        expect(valuesAlong(root, text)).toEqual(
          expected.toSorted((left, right) => left.length - right.length),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
