import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareInstants, parseInstant } from './instant.ts';

function compare(left: string, right: string): number {
  const [a, b] = [parseInstant(left), parseInstant(right)];
  if (a === undefined || b === undefined) throw new Error('not an instant');
  return Math.sign(compareInstants(a, b));
}

describe('parseInstant', () => {
  it('agrees with Date on every second that both know', () => {
    const aDate = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(aDate, date => {
        expect(parseInstant(date.toISOString())?.seconds).toBe(Math.floor(date.getTime() / 1000));
      }),
    );
  });

  it.each([
    '2024-02-29T00:00:00Z',
    '2000-02-29T23:59:59+00:00',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999-23:59',
    '2024-04-30T00:00:00Z',
  ])('reads %s', text => {
    expect(parseInstant(text)).toBeDefined();
  });

  it.each([
    '',
    '1764000000',
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00Z',
    '2026-01-01 00:00:00Z',
    '2026-01-01t00:00:00z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00.5',
    '2026-01-01T00:00:00+0800',
    '2026-01-01T00:00:00+08',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+08:60',
    '2026-01-01T00:00:00ZZ',
    '2026-01-01T00:00:00+08:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '-026-01-01T00:00:00Z',
    '+2026-01-01T00:00:00Z',
    '2026-1-01T00:00:00Z',
    '2026/01-01T00:00:00Z',
    '2026-01/01T00:00:00Z',
    '2026-01-01T00-00:00Z',
    '2026-01-01T00:00-00Z',
    '2026-01-01T 1:00:00Z',
    '2026-01-01T00:00:00+ 8:00',
    '2026-01-01T00:00:00+08-00',
    '2026-01-01T00:00:00~08:00',
    '2024-04-31T00:00:00Z',
    ' 2026-01-01T00:00:00Z',
    '2026-01-01T0٠:00:00Z',
  ])('refuses %j', text => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('compareInstants', () => {
  it('applies zones', () => {
    expect(compare('2012-11-11T23:59:59Z', '2012-11-12T07:59:59+08:00')).toBe(0);
    expect(compare('2012-11-11T23:59:59Z', '2012-11-11T18:29:59-05:30')).toBe(0);
    expect(compare('2019-08-12T17:00:00+08:00', '2019-08-12T17:00:00Z')).toBe(-1);
  });

  it('counts fractions of every length', () => {
    expect(compare('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z')).toBe(0);
    expect(compare('2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00.50Z')).toBe(0);
    expect(compare('2026-01-01T00:00:00.499Z', '2026-01-01T00:00:00.5Z')).toBe(-1);
    expect(compare('2026-01-01T00:00:00.0000000001Z', '2026-01-01T00:00:00Z')).toBe(1);
  });

  it('counts fractions forward before 1970, too', () => {
    expect(compare('1969-12-31T23:59:59.1Z', '1969-12-31T23:59:59.2Z')).toBe(-1);
  });
});
