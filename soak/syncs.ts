/**
 * Was it really synced? Counts the system's sync calls behind acknowledged writes, and shows with a database that is told
 * not to sync that the count can fail: killing the process cannot tell the two apart.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acs3Door } from '../e2e/doors/raw-http.ts';
import { startServer } from '../e2e/server-process.ts';
import { canCountSyncs, syncCounter, syncsIn } from '../e2e/sync-count.ts';

export const summary =
  'fsync calls per acknowledged write, with synchronous=OFF as the control (--writes=500)';

/** @param args `--writes=N` (500) */
export async function run(args: readonly string[]): Promise<void> {
  if (!canCountSyncs())
    throw new Error('strace is needed to count syncs: install it (apt-get install strace)');
  const given = args.find(arg => arg.startsWith('--writes='));
  const writes = given === undefined ? 500 : Number(given.slice('--writes='.length));
  const synced = await syncsOf(writes, []);
  const control = await syncsOf(writes, [
    '--import',
    new URL('parts/without-sync.mjs', import.meta.url).href,
  ]);
  console.log(
    JSON.stringify({
      name: 'syncs',
      writes,
      syncs: synced,
      perWrite: synced / writes,
      controlSyncs: control,
    }),
  );
  if (synced < writes) throw new Error(`only ${synced} syncs stand behind ${writes} acknowledged writes`);
  if (control >= writes) throw new Error('the control synced as well: the count shows nothing');
}

/** Sync calls of a server from its start to its end, with so many acknowledged writes one after another in between. */
async function syncsOf(writes: number, nodeArguments: readonly string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'wardenry-syncs-'));
  const report = join(folder, 'strace.txt');
  try {
    const server = await startServer({
      runner: syncCounter(report),
      nodeArguments,
    });
    const door = acs3Door('query', 'ACS3-HMAC-SHA256');
    for (let i = 0; i < writes; i += 1) {
      const address = { protocol: 'http', host: server.host } as const;
      await door.call(address, server.credentials, 'Ram', 'CreateUser', { UserName: `user-${i}` });
    }
    await server.remove();
    return await syncsIn(report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
