import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endPrograms, servingProgram } from '../../test/program.ts';
import type { TestDatabase } from '../../test/store/fixtures.ts';
import { makePostgresDatabase } from '../../test/store/postgres-database.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let database: TestDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'two-nodes-'));
  database = await makePostgresDatabase();
});

afterEach(async () => {
  await endPrograms();
  await database.remove();
  rmSync(folder, { recursive: true });
});

it('three servers that start at once on one empty PostgreSQL make one account, and one of them shows it', async () => {
  const environment = {
    WARDENRY_DATABASE_URL: database.url,
    WARDENRY_MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
  };
  const servers = await Promise.all(
    ['a', 'b', 'c'].map(name => {
      const args = ['--listen', '127.0.0.1:0', '--tls-listen', 'off', '--data-dir', join(folder, name)];
      return servingProgram([...args, '--bootstrap-file', join(folder, `${name}.json`)], { environment });
    }),
  );
  const accounts = await database.query<{ account_id: string }>('select account_id from accounts');
  expect(accounts).toHaveLength(1);
  const shown = ['a', 'b', 'c'].filter((_, i) => servers[i]?.out().includes('were written to'));
  expect(shown).toHaveLength(1);
  const content = JSON.parse(readFileSync(join(folder, `${shown[0]}.json`), 'utf8')) as { accountId: string };
  expect(content.accountId).toBe(accounts[0]?.account_id);
  expect(await database.query('select record from journal')).toHaveLength(1);
});
