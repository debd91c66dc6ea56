import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';

const covers = (pattern: string, text: string) => scan(pattern, text, false, 0, text.length);

describe('scan', () => {
  it('gives up on patterns that would have it read the text again and again', () => {
    const text = 'a'.repeat(8192);
    expect(covers(`*${'a'.repeat(4000)}b`, text)).toBeUndefined();
    expect(covers(`*${'a?'.repeat(2000)}b*`, text)).toBeUndefined();
    expect(covers(`*${'?'.repeat(6000)}b*`, text)).toBeUndefined();
    expect(covers('*aaaaaaaaab', text)).toBeUndefined();
  });

  it('answers patterns of many stars, which it reads in one go', () => {
    const text = 'a'.repeat(8192);
    expect(covers(`${'*a'.repeat(3000)}*b`, text)).toBe(false);
    expect(covers('*a'.repeat(3000), text)).toBe(true);
  });

  it('answers ordinary patterns on long texts', () => {
    const text = 'a word and another word, '.repeat(300);
    expect(covers('*another word*', text)).toBe(true);
    expect(covers('*another world*', text)).toBe(false);
    expect(covers('*word*and*other*?*word, ', text)).toBe(true);
  });
});
