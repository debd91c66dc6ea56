import { describe, expect, it } from 'vitest';
import { versionIdOf, versionNumber } from './version-id.ts';

describe('a version id', () => {
  it.each([1, 9, 10, 999_999_999])('of version %i is read back', number => {
    expect(versionNumber(versionIdOf(number))).toBe(number);
  });

  it.each(['', 'v', 'v0', 'v01', '1', 'V1', 'v1 ', 'v-1', 'v1.0', 'v1e3', 'v१', 'v1000000000'])(
    'is not %j',
    text => {
      expect(versionNumber(text)).toBeUndefined();
    },
  );
});
