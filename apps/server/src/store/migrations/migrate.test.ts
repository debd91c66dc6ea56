import { expect, it } from 'vitest';
import { migrations } from './list.ts';
import { SCHEMA_VERSION } from './migrate.ts';

it('knows how many migrations there are without loading them', () => {
  expect(SCHEMA_VERSION).toBe(migrations.length);
});
