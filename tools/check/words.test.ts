import { describe, expect, it } from 'vitest';
import { sourceFacts } from './source-facts.ts';
import { checkWords } from './words.ts';

function places(path: string, text: string) {
  return checkWords(sourceFacts(new Map([[path, text]]))).map(({ place }) => place);
}

describe('words', () => {
  it.each([
    'export const p = 1;\nexport const r = /a+/u;',
    "export const p = 1;\nexport const r = new RegExp('a');",
  ])('refuse regular expressions in the policy engine: %s', text => {
    expect(places('packages/policy/src/match.ts', text)).toEqual(['packages/policy/src/match.ts:2']);
  });

  it('do not mistake division, text and comments for one', () => {
    const text =
      "// /a/\nexport const half = (a: number) => a / 2 / 1; export const s = '/a/'; export const t = `/b/`;";
    expect(places('packages/policy/src/match.ts', text)).toEqual([]);
  });

  it('allow them elsewhere and in tests', () => {
    expect(places('packages/policy/src/match.test.ts', 'export const r = /a/;')).toEqual([]);
    expect(places('tools/x.ts', 'export const r = /a/;')).toEqual([]);
  });
});
