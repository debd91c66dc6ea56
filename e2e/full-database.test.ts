/** A database that cannot grow: nothing is acknowledged that is not stored, and no restart is needed afterwards. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Address, outcomeOf } from './doors/door.ts';
import { acs3Door } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const door = acs3Door('query', 'ACS3-HMAC-SHA256');
let server: ServerProcess;
let folder: string;
let limit: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardenry-full-'));
  limit = join(folder, 'limit');
  server = await startServer({
    nodeArguments: ['--import', new URL('parts/limited-database.mjs', import.meta.url).href],
    env: { LIMIT_FILE: limit },
  });
}, 60_000);

afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
});

function call(action: string, parameters: Record<string, string> = {}): Promise<string> {
  const address: Address = { protocol: 'http', host: server.host };
  return outcomeOf(door.call(address, server.credentials, 'Ram', action, parameters));
}

/** Creates users until one is refused, and tells which were acknowledged. */
async function createUntil(outcome: string, prefix: string): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let i = 0; i < 5000; i += 1) {
    const name = `${prefix}-${i}`;
    const answered = await call('CreateUser', { UserName: name });
    if (answered === outcome) return acknowledged;
    expect(['accepted', 'ServiceUnavailable']).toContain(answered);
    if (answered === 'accepted') acknowledged.push(name);
  }
  throw new Error(`${outcome} was never answered`);
}

test('a full database refuses with 503, loses nothing that it acknowledged, and serves again when there is room', async () => {
  expect(await call('CreateUser', { UserName: 'before' })).toBe('accepted');
  await writeFile(limit, '');
  const acknowledged = await createUntil('ServiceUnavailable', 'full');
  expect(await call('ListUsers')).toMatch(/^(ServiceUnavailable|accepted)$/);
  expect((await fetch(`http://${server.host}/livez`)).status).toBe(200);
  await rm(limit);
  await createUntil('accepted', 'after');
  for (const name of ['before', ...acknowledged]) {
    expect(await call('GetUser', { UserName: name }), name).toBe('accepted');
  }
  expect(await call('CreateGroup', { GroupName: 'again' })).toBe('accepted');
}, 60_000);
