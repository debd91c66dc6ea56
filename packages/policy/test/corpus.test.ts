import { describe, expect, it } from 'vitest';
import { decideCase, validateCase } from '../src/cases/index.ts';
import { parseDocument } from '../src/index.ts';
import { decisionCases, validationCases } from './corpus.ts';

/** Cases that are not run, each with its reason. Nothing may hide here without one. */
const NOT_RUN: ReadonlyMap<string, string> = new Map();

for (const [family, cases] of decisionCases()) {
  describe(family, () => {
    for (const one of cases) {
      it.skipIf(NOT_RUN.has(one.id))(`${one.id} ${one.title} (${one.basis})`, () => {
        expect(decideCase(one).effect).toBe(one.expected);
      });
    }
  });
}

describe('validation', () => {
  for (const one of validationCases()) {
    it(`${one.id} ${one.title}`, () => {
      expect(validateCase(one).ok ? 'Accept' : 'Reject').toBe(one.expected);
    });
  }

  it('reports nothing but the length of a document that is only too long', () => {
    const tooLong = validationCases().filter(({ text }) => text.endsWith(' '));
    expect(tooLong).toHaveLength(3);
    for (const { text, kind } of tooLong) {
      const parsed = parseDocument(text, kind);
      expect(parsed.ok ? [] : parsed.findings.map(({ code }) => code)).toEqual(['document-too-long']);
      expect(parseDocument(text.slice(0, -1), kind).ok).toBe(true);
    }
  });
});

describe('the corpus', () => {
  it('has 186 decisions and 28 validations, each id once', () => {
    const ids = [...decisionCases().values()].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(186);
    expect(ids).toHaveLength(186);
    expect(validationCases()).toHaveLength(28);
  });

  it('leaves out only cases that exist', () => {
    const ids = new Set([...decisionCases().values()].flat().map(({ id }) => id));
    expect([...NOT_RUN.keys()].filter(id => !ids.has(id))).toEqual([]);
  });
});
