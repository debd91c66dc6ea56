import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, parseDecimal } from './decimal.ts';

function compare(left: string, right: string): number {
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  if (a === undefined || b === undefined) throw new Error('not a decimal');
  return Math.sign(compareDecimals(a, b));
}

describe('parseDecimal', () => {
  it.each(['0', '7', '007', '-7', '-0', '1.0', '0.10000000000000001', '99999999999999999999999'])(
    'reads %s',
    text => {
      expect(parseDecimal(text)).toBeDefined();
    },
  );

  it.each([
    '',
    '-',
    '.',
    '1.',
    '.5',
    '-.5',
    '+1',
    '1e3',
    '0x10',
    '1,5',
    ' 1',
    '1 ',
    '1.2.3',
    '--1',
    '१',
    'NaN',
  ])('refuses %j', text => {
    expect(parseDecimal(text)).toBeUndefined();
  });
});

describe('compareDecimals', () => {
  it.each([
    ['1', '1.0'],
    ['01', '1'],
    ['-0.0', '0'],
    ['-1.50', '-1.5'],
  ])('takes %s and %s for one number', (left, right) => {
    expect(compare(left, right)).toBe(0);
  });

  it.each([
    ['9', '10'],
    ['-2', '-1'],
    ['-1', '0'],
    ['-1', '1'],
    ['0.09', '0.1'],
    ['0.1', '0.10000000000000001'],
    ['1.5', '1.51'],
    ['-1.51', '-1.5'],
    ['9007199254740992', '9007199254740993'],
  ])('puts %s before %s', (left, right) => {
    expect(compare(left, right)).toBe(-1);
    expect(compare(right, left)).toBe(1);
  });

  it('orders hundredths as integers are ordered', () => {
    const hundredths = (value: number) =>
      `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;
    const aValue = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(aValue, aValue, (left, right) => {
        expect(compare(hundredths(left), hundredths(right))).toBe(Math.sign(left - right));
      }),
    );
  });
});
