import { describe, expect, it } from 'vitest';
import { equalsFolded, fold } from './letter-case.ts';

describe('fold', () => {
  it('lowers ASCII letters and nothing else', () => {
    expect(fold('ECS:StopInstance')).toBe('ecs:stopinstance');
    expect(fold('ÄÖ团队Z')).toBe('ÄÖ团队z');
  });

  it('gives back a text without capitals as it is', () => {
    expect(fold('ecs:*')).toBe('ecs:*');
    expect(fold('')).toBe('');
  });

  it('keeps look-alikes of ASCII letters apart', () => {
    const kelvinSign = '\u212a';
    expect(kelvinSign.toLowerCase()).toBe('k');
    expect(fold(kelvinSign)).toBe(kelvinSign);
    expect(equalsFolded(kelvinSign, 'k')).toBe(false);
  });
});

describe('equalsFolded', () => {
  it('compares without letter case', () => {
    expect(equalsFolded('True', 'tRUE')).toBe(true);
    expect(equalsFolded('true', 'truE ')).toBe(false);
    expect(equalsFolded('true', 'tru')).toBe(false);
  });

  it('does not take neighbours of the letters for letters', () => {
    expect(equalsFolded('@[', '`{')).toBe(false);
  });
});
