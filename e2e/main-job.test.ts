import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Done, mainJob } from './cases/main-job.ts';
import type { Address, Door } from './doors/door.ts';
import { officialSdk } from './doors/official-sdk.ts';
import { popCore } from './doors/pop-core.ts';
import { acs3Door, rpcV1Door } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const doors: readonly Door[] = [
  officialSdk,
  popCore('GET'),
  popCore('POST'),
  acs3Door('query', 'ACS3-HMAC-SHA256'),
  acs3Door('form', 'ACS3-HMAC-SHA256'),
  acs3Door('query', 'ACS3-HMAC-SM3'),
  rpcV1Door('GET', 'XML'),
  rpcV1Door('POST', 'XML'),
  rpcV1Door('POST', 'JSON'),
];

let server: ServerProcess;
const done: Done[] = [];

beforeAll(async () => {
  server = await startServer();
}, 60_000);

afterAll(() => server.remove());

async function address(protocol: Address['protocol']): Promise<Address> {
  return protocol === 'http'
    ? { protocol, host: server.host }
    : { protocol, host: server.tlsHost, ca: await readFile(server.credentials.tlsCaFile, 'utf8') };
}

describe.each(['http', 'https'] as const)('over %s', protocol => {
  test.each(doors)(
    'the main job works through $name',
    async door => {
      const label = `${protocol}-${doors.indexOf(door)}`;
      done.push(
        await mainJob(door, await address(protocol), server.credentials, server.credentials.accountId, label),
      );
    },
    60_000,
  );
});

describe('after a stop and a start', () => {
  let restarted: ServerProcess;

  beforeAll(async () => {
    const code = await server.stop();
    expect(code).toBe(0);
    restarted = await startServer({ dataDir: server.dataDir });
  }, 60_000);

  afterAll(() => restarted.stop());

  test('everything is still there', async () => {
    const door = acs3Door('query', 'ACS3-HMAC-SHA256');
    const here: Address = { protocol: 'http', host: restarted.host };
    expect(done).toHaveLength(doors.length * 2);
    for (const { userName, groupName, policyName, user } of done) {
      const own = await door.call(here, user, 'Ram', 'GetUser', { UserName: userName });
      expect(own.User).toMatchObject({ UserName: userName });
      const administrator = restarted.credentials;
      const groups = await door.call(here, administrator, 'Ram', 'ListGroupsForUser', { UserName: userName });
      expect(groups.Groups).toMatchObject({ Group: [{ GroupName: groupName }] });
      const policies = await door.call(here, administrator, 'Ram', 'ListPoliciesForGroup', {
        GroupName: groupName,
      });
      expect(policies.Policies).toMatchObject({ Policy: [{ PolicyName: policyName, PolicyType: 'Custom' }] });
    }
  });

  test('every call stands in the journal exactly once, with its outcome', () => {
    const database = new Database(join(restarted.dataDir, 'wardenry.db'), { readonly: true });
    try {
      const outcomes = new Map<string, string[]>();
      for (const { record } of database.prepare('select record from journal').iterate() as Iterable<{
        record: string;
      }>) {
        const { requestId, result } = JSON.parse(record) as { requestId: string; result: string };
        outcomes.set(requestId, [...(outcomes.get(requestId) ?? []), result]);
      }
      const accepted = done.flatMap(run => run.accepted);
      const refused = done.flatMap(run => run.refused);
      expect(accepted.length).toBeGreaterThan(100);
      for (const requestId of accepted) expect(outcomes.get(requestId)).toEqual(['Success']);
      for (const { requestId, code } of refused) expect(outcomes.get(requestId)).toEqual([code]);
    } finally {
      database.close();
    }
  });

  test('no secret that was handed out stands in the database or in what the process printed', async () => {
    const files = ['wardenry.db', 'wardenry.db-wal'].map(name => join(restarted.dataDir, name));
    const stored = Buffer.concat(
      await Promise.all(files.map(file => readFile(file).catch(() => Buffer.alloc(0)))),
    );
    const secrets = [
      ...done.map(run => run.user.accessKeySecret),
      restarted.credentials.accessKeySecret,
      restarted.credentials.adminPassword,
      restarted.credentials.rootPassword,
    ];
    for (const secret of secrets) {
      expect(stored.includes(secret)).toBe(false);
      expect(`${server.output()}${restarted.output()}`).not.toContain(secret);
    }
  });
});
