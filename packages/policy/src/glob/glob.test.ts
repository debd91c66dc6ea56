import { describe, expect, it } from 'vitest';
import { compileGlob, matchesGlob } from './glob.ts';

const matches = (pattern: string, text: string, folded = false) =>
  matchesGlob(compileGlob(pattern), text, folded);

describe('matchesGlob', () => {
  it.each([
    ['', ''],
    ['*', ''],
    ['*', 'anything: / * ?'],
    ['**', 'x'],
    ['a*', 'a'],
    ['a*', 'abc'],
    ['*c', 'abc'],
    ['a*c', 'ac'],
    ['a*b*c', 'a-b-b-c'],
    ['?', 'x'],
    ['a?c', 'a*c'],
    ['?*', 'x'],
    ['*?', 'xy'],
    ['*a?', 'aab'],
    ['*ab*ab', 'abab'],
    ['[ab]\\d.+', '[ab]\\d.+'],
  ])('%j covers %j', (pattern, text) => {
    expect(matches(pattern, text)).toBe(true);
  });

  it.each([
    ['', 'x'],
    ['a', ''],
    ['?', ''],
    ['?', 'xy'],
    ['a*c', 'ab'],
    ['a*c', 'acd'],
    ['*ab*ab', 'ab'],
    ['*a?', 'ba'],
    ['b', 'abc'],
    ['abc', 'ab'],
    ['a\\*', 'a*'],
    ['[ab]', 'a'],
  ])('%j does not cover %j', (pattern, text) => {
    expect(matches(pattern, text)).toBe(false);
  });

  it('takes a wildcard in the text for an ordinary character', () => {
    expect(matches('user/alice', 'user/*')).toBe(false);
    expect(matches('user/?', 'user/*')).toBe(true);
  });

  it('compares with letter case unless it is told otherwise', () => {
    expect(matches('Stop*x', 'sTOP-X')).toBe(false);
    expect(matches('Stop*x', 'sTOP-X', true)).toBe(true);
  });

  it('takes a character of two code units for one character', () => {
    expect(matches('?', '😀')).toBe(true);
    expect(matches('??', '😀')).toBe(false);
    expect(matches('*??', '😀')).toBe(false);
    expect(matches('?x?', '😀x😀')).toBe(true);
  });

  it('can be limited to a part of the text', () => {
    const glob = compileGlob('b*d');
    expect(matchesGlob(glob, 'abcdef', false, 1, 4)).toBe(true);
    expect(matchesGlob(glob, 'abcdef', false, 1, 5)).toBe(false);
    expect(matchesGlob(glob, 'abcdef', false, 0, 4)).toBe(false);
    expect(matchesGlob(compileGlob('bcde'), 'abcdef', false, 1, 3)).toBe(false);
  });

  it('answers patterns on which the scan gives up', () => {
    const text = 'a'.repeat(8192);
    expect(matches(`*${'a'.repeat(4000)}b`, text)).toBe(false);
    expect(matches(`*${'a'.repeat(4000)}b`, `${text}b`)).toBe(true);
    expect(matches(`*${'a?'.repeat(2000)}B*`, `${text}b${text}`)).toBe(false);
    expect(matches(`*${'a?'.repeat(2000)}B*`, `${text}b${text}`, true)).toBe(true);
  });
});
