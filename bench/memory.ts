/** Resident memory of an idle server, and what 100,000 users with one AccessKey each add to it on the embedded database. */
import { setTimeout as pause } from 'node:timers/promises';
import { send } from '../e2e/doors/raw-http.ts';
import { type ServerProcess, startServer } from '../e2e/server-process.ts';
import { signedRequest } from '../e2e/signed-request.ts';
import { rounded } from './load/figures.ts';
import { option } from './load/options.ts';
import { addUsers, type Signer } from './load/people.ts';
import { residentMegabytes } from './load/process.ts';

export const summary = 'resident memory: idle, and what 100,000 users add';

/** Megabytes that must not be exceeded. */
const MOST = { idle: 120, added: 100 } as const;
/** Milliseconds after which a server is idle. */
const QUIET = 5000;

/** @param args `--users=N` (100,000) and `--requests=N` (500), each with another key where there are so many */
export async function run(args: readonly string[]): Promise<void> {
  const users = option(args, 'users', 100_000);
  const requests = option(args, 'requests', 500);
  const first = await startServer();
  const { dataDir, credentials } = first;
  try {
    await first.stop();
    const few = await servingMemory(dataDir, credentials, [credentials], requests);
    const signers = await addUsers(dataDir, credentials, users);
    const step = Math.max(1, Math.floor(users / requests));
    const many = await servingMemory(
      dataDir,
      credentials,
      signers.filter((_, i) => i % step === 0),
      requests,
    );
    report(few, many, users);
  } finally {
    await first.remove();
  }
}

interface Memory {
  /** Megabytes, some time after the start. */
  readonly idle: number;
  /** Megabytes, some time after the requests. */
  readonly served: number;
}

async function servingMemory(
  dataDir: string,
  credentials: ServerProcess['credentials'],
  signers: readonly Signer[],
  requests: number,
): Promise<Memory> {
  const server = await startServer({ dataDir, credentials });
  try {
    const idle = await quietMemory(server);
    for (let i = 0; i < requests; i += 1) {
      const signer = signers[i % signers.length] ?? credentials;
      const reply = await send({ protocol: 'http', host: server.host }, signedRequest(server.host, signer));
      if (reply.status !== 200) throw new Error(`${signer.accessKeyId} was answered ${reply.body}`);
    }
    return { idle, served: await quietMemory(server) };
  } finally {
    await server.stop();
  }
}

async function quietMemory(server: ServerProcess): Promise<number> {
  await pause(QUIET);
  return residentMegabytes(server.process.pid ?? 0);
}

function report(few: Memory, many: Memory, users: number): void {
  const show = (name: string, { idle, served }: Memory): void =>
    console.log(`${name}: ${rounded(idle)} MB idle, ${rounded(served)} MB after serving`);
  show('first account alone', few);
  show(`${users} users with one key each`, many);
  const idleMB = rounded(few.idle);
  const addedMB = rounded(Math.max(many.idle - few.idle, many.served - few.served));
  console.log(JSON.stringify({ name: 'memory', idleMB, addedMB }));
  if (idleMB >= MOST.idle || addedMB > MOST.added) process.exitCode = 1;
}
