import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectFindings } from '../findings.ts';
import type { JsonNode } from './json.ts';
import { readJson } from './read-json.ts';

/** The value of a node, as `JSON.parse` gives it. */
function plainValue(node: JsonNode): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries([...node.members].map(([name, { value }]) => [name, plainValue(value)]));
    case 'list':
      return node.items.map(plainValue);
    case 'string':
      return node.value;
    default:
      return JSON.parse(node.text);
  }
}

function parseOrNothing(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** JSON texts with one piece replaced by something else. */
const aMutatedText = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.nat({ max: 4 }),
    fc.constantFrom('', ',', '"', '{', ']', '\\', '0', ' ', '-', '\n', 'e'),
  )
  .map(([text, position, length, insertion]) => {
    const at = position % (text.length + 1);
    return text.slice(0, at) + insertion + text.slice(at + length);
  });

describe('readJson', () => {
  it('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const findings = collectFindings(text);
        const root = readJson(text, findings.report);
        expect(findings.list()).toEqual([]);
        expect(root && plainValue(root)).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and accepts nothing that JSON.parse refuses or reads otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(aMutatedText, fc.string()), text => {
        const findings = collectFindings(text);
        const root = readJson(text, findings.report);
        const expected = parseOrNothing(text);
        if (findings.list().length === 0) expect(root && { value: plainValue(root) }).toEqual(expected);
        else if (expected !== undefined) {
          const codes = new Set(findings.list().map(({ code }) => code));
          codes.delete('json-duplicate-name');
          codes.delete('json-lone-surrogate');
          expect([...codes]).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
