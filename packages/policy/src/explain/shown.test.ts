import { expect, it } from 'vitest';
import { shownText, shownTexts } from './shown.ts';

it('a text is shown up to 256 code units, without half a character', () => {
  expect(shownText('a'.repeat(256))).toBe('a'.repeat(256));
  expect(shownText('a'.repeat(257))).toBe(`${'a'.repeat(256)}…`);
  expect(shownText(`${'a'.repeat(255)}😀`)).toBe(`${'a'.repeat(255)}…`);
  expect(shownText(`${'a'.repeat(254)}😀b`)).toBe(`${'a'.repeat(254)}😀…`);
});

it('ten texts of a list are shown', () => {
  expect(shownTexts(Array.from({ length: 11 }, (_, at) => `${at}`))).toEqual([...'0123456789']);
});
