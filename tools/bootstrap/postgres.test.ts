import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { postgresForTests, startPostgres } from './postgres.mjs';

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** The folder of the server behind a URL. */
async function folderOf(url: string): Promise<string> {
  return String(await ask(url, 'show data_directory'));
}

describe('a PostgreSQL for tests', () => {
  it('answers on 127.0.0.1 with syncing on, to whoever has the password', async () => {
    const postgres = await startPostgres();
    onTestFinished(postgres.stop);
    expect(new URL(postgres.url).hostname).toBe('127.0.0.1');
    expect(await ask(postgres.url, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(postgres.url, 'show fsync')).toBe('on');
    expect(await ask(postgres.url, 'show server_version')).toContain(postgres.version);

    const wrong = new URL(postgres.url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('takes settings, for controls that must fail', async () => {
    const postgres = await startPostgres({ settings: { synchronous_commit: 'off' } });
    onTestFinished(postgres.stop);
    expect(await ask(postgres.url, 'show synchronous_commit')).toBe('off');
  });

  it('does not sort by code point, as most databases in the world do not', async () => {
    const url = await postgresForTests();
    expect(
      await ask(url, "select string_agg(x, '' order by x) from (values ('a'), ('B'), ('c')) as t(x)"),
    ).toBe('aBc');
  });

  it('stops and leaves no folder behind', async () => {
    const postgres = await startPostgres();
    const folder = await folderOf(postgres.url);
    expect(folder.startsWith(tmpdir())).toBe(true);
    expect(existsSync(folder)).toBe(true);
    await postgres.stop();
    expect(existsSync(folder)).toBe(false);
    await expect(ask(postgres.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('is gone when the process that started it is killed', async () => {
    const module = fileURLToPath(new URL('./postgres.mjs', import.meta.url));
    const program = `
      const { startPostgres } = await import(${JSON.stringify(module)});
      console.log((await startPostgres()).url);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(parent.stdout, 'data');
    const url = String(line).trim();
    const folder = await folderOf(url);
    parent.kill('SIGKILL');
    await vi.waitUntil(() => !existsSync(folder), { timeout: 20_000 });
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('never runs as root, even when the tests do', async () => {
    const url = await postgresForTests();
    expect(statSync(await folderOf(url)).uid).toBeGreaterThan(0);
  });

  it('that cannot be had is a failure with the reason of each source, and leaves no folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wardenry-empty-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    chmodSync(folder, 0o755);
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const broken = { bin: '/nowhere', version: '0', source: 'a broken server' };
    const starting = startPostgres({
      sources: [
        { name: 'none', find: async () => undefined },
        { name: 'broken', find: async () => broken },
      ],
    });
    await expect(starting).rejects.toThrow(/none: not there\n +broken: initdb failed/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
