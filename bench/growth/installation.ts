/** Installations that are copies of one: the same account, keys and secrets, filled differently. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Sealer } from '../../apps/server/src/sealing/index.ts';
import { type BootstrapCredentials, type ServerOptions, startServer } from '../../e2e/server-process.ts';
import { startPostgres } from '../../tools/bootstrap/postgres.mjs';
import { postgresTables, type StateTables, sealerFor, sqliteTables } from '../load/state-tables.ts';

/** No request is refused for coming too soon after another. */
const UNLIMITED = { WARDENRY_RATE_LIMIT_PER_KEY: '1000000', WARDENRY_RATE_BURST_PER_KEY: '1000000' } as const;

/** A server can run on it. */
export interface Installation {
  /** How its server is started; pinned, so that the load generator keeps the other cores. */
  readonly server: ServerOptions & { readonly env: Readonly<Record<string, string>> };
  /** Processes of the database that work for the server; none when it is embedded. */
  databaseProcesses(): Promise<readonly number[]>;
}

/** What an empty account is filled with. */
export type Fill = (tables: StateTables, account: FilledAccount) => Promise<void>;

/** The account, and what seals its secrets. */
export interface FilledAccount {
  readonly accountId: string;
  readonly sealer: Sealer;
}

/** Where installations come from. */
export interface Origin {
  readonly database: 'sqlite' | 'postgres';
  readonly accountId: string;
  /** Makes another copy. */
  copy(fill: Fill): Promise<Installation>;
  /** Removes the copies and itself; their servers must have stopped. */
  remove(): Promise<void>;
}

/** Installations on the embedded database. */
export async function sqliteOrigin(): Promise<Origin> {
  const folder = newFolder();
  const credentials = await firstStart(join(folder, 'origin'), {});
  let copies = 0;
  return {
    database: 'sqlite',
    accountId: credentials.accountId,
    async copy(fill) {
      copies += 1;
      const dataDir = join(folder, `copy-${copies}`);
      cpSync(join(folder, 'origin'), dataDir, { recursive: true });
      await fillInto(sqliteTables(dataDir), dataDir, credentials, fill);
      return {
        server: { dataDir, credentials, pinned: true, env: UNLIMITED },
        databaseProcesses: async () => [],
      };
    },
    async remove() {
      rmSync(folder, { recursive: true });
    },
  };
}

/** Installations on a PostgreSQL that is started for them. */
export async function postgresOrigin(): Promise<Origin> {
  const postgres = await startPostgres();
  const folder = newFolder();
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  const urlOf = (name: string): string => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  await admin.query(`create database origin encoding 'UTF8' template template0`);
  const credentials = await firstStart(join(folder, 'origin'), { WARDENRY_DATABASE_URL: urlOf('origin') });
  let copies = 0;
  return {
    database: 'postgres',
    accountId: credentials.accountId,
    async copy(fill) {
      copies += 1;
      const name = `copy_${copies}`;
      const [url, dataDir] = [urlOf(name), join(folder, name)];
      await admin.query(`create database ${name} template origin`);
      cpSync(join(folder, 'origin'), dataDir, { recursive: true });
      await fillInto(await postgresTables(url), dataDir, credentials, fill);
      return {
        server: { dataDir, credentials, pinned: true, env: { ...UNLIMITED, WARDENRY_DATABASE_URL: url } },
        databaseProcesses: () => backendsOf(admin, name),
      };
    },
    async remove() {
      await admin.end();
      await postgres.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'wardenry-growth-'));
}

/** A first start that makes the account. */
async function firstStart(
  dataDir: string,
  env: Readonly<Record<string, string>>,
): Promise<BootstrapCredentials> {
  mkdirSync(dataDir);
  const server = await startServer({ dataDir, env });
  await server.stop();
  return server.credentials;
}

async function fillInto(
  tables: StateTables,
  dataDir: string,
  { accountId }: BootstrapCredentials,
  fill: Fill,
): Promise<void> {
  try {
    await fill(tables, { accountId, sealer: await sealerFor(dataDir, tables) });
  } finally {
    await tables.close();
  }
}

async function backendsOf(admin: pg.Client, database: string): Promise<number[]> {
  const { rows } = await admin.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = $1 and backend_type = $2',
    [database, 'client backend'],
  );
  return rows.map(({ pid }) => pid);
}
