import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTimestamp } from './timestamp.ts';

test('a timestamp without a fraction is read as that second', () => {
  expect(parseTimestamp('2026-11-24T05:06:07Z')).toBe(Date.UTC(2026, 10, 24, 5, 6, 7));
});

test('milliseconds are kept and finer digits dropped', () => {
  expect(parseTimestamp('2026-11-24T05:06:07.5Z')).toBe(Date.UTC(2026, 10, 24, 5, 6, 7, 500));
  expect(parseTimestamp('2026-11-24T05:06:07.661999Z')).toBe(Date.UTC(2026, 10, 24, 5, 6, 7, 661));
});

test('every instant written by a clock is read back', () => {
  const instants = fc.date({
    min: new Date('1970-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, instant => {
      expect(parseTimestamp(instant.toISOString())).toBe(instant.getTime());
    }),
  );
});

test.each([
  '',
  '2026-11-24',
  '2026-11-24T05:06:07',
  '2026-11-24T05:06:07+00:00',
  '2026-11-24T05:06:07.Z',
  '2026-11-24T05:06:07,5Z',
  '2026-11-24t05:06:07Z',
  ' 2026-11-24T05:06:07Z',
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-11-24T24:00:00Z',
  '2026-11-24T05:60:00Z',
  '0026-11-24T05:06:07Z',
  '2026-11-24T05:06:+7Z',
  '２０２６-11-24T05:06:07Z',
  '2026-11-24T05:06:07.123456789012345678Z',
])('%j is no timestamp', text => {
  expect(parseTimestamp(text)).toBeUndefined();
});
