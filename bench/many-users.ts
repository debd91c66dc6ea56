/** Users with a key each, created through the API over many connections at once: how many requests share a sync. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ServerProcess, startServer } from '../e2e/server-process.ts';
import { signedRequest } from '../e2e/signed-request.ts';
import { canCountSyncs, syncCounter, syncsIn } from '../e2e/sync-count.ts';
import { drive } from './load/client.ts';
import { rounded } from './load/figures.ts';
import { option } from './load/options.ts';
import { userName } from './load/people.ts';
import { requestBytes } from './load/request-bytes.ts';

export const summary = '10,000 users with keys created by 64 connections on SQLite: requests per sync';

const CONNECTIONS = 64;
/** Requests that must share a sync. */
const LEAST = 4;

/** @param args `--users=N` (10,000) */
export async function run(args: readonly string[]): Promise<void> {
  const users = option(args, 'users', 10_000);
  const folder = await mkdtemp(join(tmpdir(), 'wardenry-many-users-'));
  const [dataDir, trace] = [join(folder, 'data'), join(folder, 'strace.txt')];
  try {
    await mkdir(dataDir);
    const server = await startServer({
      dataDir,
      env: {
        WARDENRY_QUOTA_USERS: String(users + 100),
        WARDENRY_RATE_LIMIT_PER_KEY: '1000000',
        WARDENRY_RATE_BURST_PER_KEY: '1000000',
      },
      ...(canCountSyncs() ? { runner: syncCounter(trace) } : {}),
    });
    try {
      await createAll(server, 'CreateUser', users);
      await createAll(server, 'CreateAccessKey', users);
    } finally {
      await server.stop();
    }
    const commits = commitsIn(dataDir, users);
    report(2 * users, commits, canCountSyncs() ? await syncsIn(trace) : undefined);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function createAll(server: ServerProcess, action: string, users: number): Promise<void> {
  const requests = Array.from({ length: users }, (_, user) =>
    requestBytes(
      signedRequest(server.host, server.credentials, {
        product: 'Ram',
        action,
        parameters: { UserName: userName(user) },
      }),
    ),
  );
  const { seconds, failures } = await drive(Number(server.host.split(':')[1]), requests, CONNECTIONS);
  if (failures > 0) throw new Error(`${failures} of ${users} requests for ${action} failed`);
  console.log(`${action}: ${users} in ${rounded(seconds)} s, ${Math.round(users / seconds)} a second`);
}

/**
 * Transactions with which the server wrote what it was asked for: each leaves one batch of journal records.
 *
 * @throws Error when not everything is there
 */
function commitsIn(dataDir: string, users: number): number {
  const database = new DatabaseSync(join(dataDir, 'wardenry.db'), { readOnly: true });
  try {
    const count = (query: string): number => Number(database.prepare(query).get()?.count);
    for (const table of ['users', 'access_keys']) {
      const rows = count(`select count(*) as count from ${table}`);
      if (rows < users) throw new Error(`${table} holds ${rows} rows after ${users} were acknowledged`);
    }
    return count('select count(*) as count from journal_batches');
  } finally {
    database.close();
  }
}

/** @param syncs from the start of the server to its end; undefined where they cannot be counted */
function report(requests: number, commits: number, syncs: number | undefined): void {
  console.log(`${commits} commits, ${syncs ?? 'uncounted'} syncs for ${requests} requests`);
  const perSync = rounded(requests / (syncs ?? commits));
  const counted = syncs === undefined ? 'commits' : 'syncs';
  console.log(
    JSON.stringify({ name: 'many-users', perSync, counted, perCommit: rounded(requests / commits) }),
  );
  if (perSync < LEAST) process.exitCode = 1;
}
