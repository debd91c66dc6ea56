import { expect, it } from 'vitest';
import { defaultPasswordPolicy } from '../../password-policy/index.ts';
import { passwordLevel } from './password-level.ts';

const high = {
  ...defaultPasswordPolicy,
  minimumLength: 12,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  reusePrevention: 1,
};

it.each([
  [{}, 'high'],
  [{ minimumLength: 11 }, 'mid'],
  [{ reusePrevention: 0 }, 'mid'],
  [{ requireSymbols: false }, 'mid'],
  [{ requireSymbols: false, requireUppercase: true }, 'high'],
  [{ requireSymbols: false, requireNumbers: false }, 'low'],
] as const)('a strong policy with %j is %s', (changes, level) => {
  expect(passwordLevel({ ...high, ...changes })).toBe(level);
});

it('the policy of an account that never set one is low', () => {
  expect(passwordLevel(defaultPasswordPolicy)).toBe('low');
});
