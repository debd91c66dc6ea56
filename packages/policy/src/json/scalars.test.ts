import { describe, expect, it } from 'vitest';
import { JsonSyntaxError } from './cursor.ts';
import { readLiteralToken, readStringToken } from './scalars.ts';

describe('readStringToken', () => {
  it('resolves every escape that JSON has', () => {
    const text = String.raw`"\"\\\/\b\f\n\r\té😀" behind`;
    const cursor = { text, at: 0 };
    expect(readStringToken(cursor)).toBe('"\\/\b\f\n\r\té😀');
    expect(text.slice(cursor.at)).toBe(' behind');
  });

  it.each([
    String.raw`"\a"`,
    String.raw`"\'"`,
    String.raw`"\U0041"`,
    String.raw`"\u12"`,
    '"\u001f"',
    '"open',
  ])('refuses %j', text => {
    expect(() => readStringToken({ text, at: 0 })).toThrow(JsonSyntaxError);
  });
});

describe('readLiteralToken', () => {
  it.each(['0', '-0', '10', '1.50', '1e5', '1E5', '1.5E+07', '-2e-3'])(
    'reads the number %s as it is written',
    text => {
      const cursor = { text: `[${text},`, at: 1 };
      expect(readLiteralToken(cursor)).toEqual({ type: 'number', text });
      expect(cursor.at).toBe(text.length + 1);
    },
  );

  it.each(['-', '.5', '1.', '1e', '1E+', '+1', 'x', ''])('reads nothing of %j', text => {
    expect(() => readLiteralToken({ text, at: 0 })).toThrow(JsonSyntaxError);
  });
});
