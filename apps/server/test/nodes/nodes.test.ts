/** Two processes over one PostgreSQL: what one changes the other sees, and what may happen once happens once. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Address, outcomeOf, type Reply, type Signer } from '../../../../e2e/doors/door.ts';
import { acs3Door, send } from '../../../../e2e/doors/raw-http.ts';
import type { ServerProcess } from '../../../../e2e/server-process.ts';
import { signedRequest } from '../../../../e2e/signed-request.ts';
import { type NetworkProxy, startProxy } from '../store/network-proxy.ts';
import { type Cluster, startCluster } from './cluster.ts';

/** A node polls at least twice a second; what it has not seen after two is not seen by polling. */
const SEEN_BY_POLLING = 2000;
/** No node decides on what it could not confirm for this long (design: freshness). */
const LEASE = 5000;

const door = acs3Door('query', 'ACS3-HMAC-SHA256');
let cluster: Cluster;

beforeAll(async () => {
  cluster = await startCluster();
}, 120_000);

afterAll(() => cluster.remove());

function addressOf(node: ServerProcess): Address {
  return { protocol: 'http', host: node.host };
}

function call(
  node: ServerProcess,
  signer: Signer,
  action: string,
  parameters: Record<string, string>,
): Promise<Reply> {
  return door.call(addressOf(node), signer, 'Ram', action, parameters);
}

const administer = (node: ServerProcess, action: string, parameters: Record<string, string>) =>
  call(node, cluster.nodes[0].credentials, action, parameters);

/** A user in a group, with a policy through the group and one of its own, and a key. */
async function makeReader(node: ServerProcess): Promise<{ name: string; signer: Signer }> {
  const name = `u-${randomUUID().slice(0, 8)}`;
  await administer(node, 'CreateUser', { UserName: name });
  await administer(node, 'CreateGroup', { GroupName: name });
  await administer(node, 'AddUserToGroup', { UserName: name, GroupName: name });
  await administer(node, 'CreatePolicy', {
    PolicyName: name,
    PolicyDocument: policy('Allow'),
  });
  await administer(node, 'AttachPolicyToGroup', { PolicyName: name, PolicyType: 'Custom', GroupName: name });
  const key = (await administer(node, 'CreateAccessKey', { UserName: name })).AccessKey as Record<
    string,
    string
  >;
  return {
    name,
    signer: { accessKeyId: String(key.AccessKeyId), accessKeySecret: String(key.AccessKeySecret) },
  };
}

function policy(effect: 'Allow' | 'Deny'): string {
  return JSON.stringify({
    Version: '1',
    Statement: [{ Effect: effect, Action: 'ram:GetUser', Resource: '*' }],
  });
}

/** Milliseconds until a node refuses what it allowed; stops looking after `patience`. */
async function untilRefused(
  node: ServerProcess,
  signer: Signer,
  name: string,
  patience: number,
): Promise<number> {
  const started = performance.now();
  for (;;) {
    const outcome = await outcomeOf(call(node, signer, 'GetUser', { UserName: name }));
    const waited = performance.now() - started;
    if (outcome !== 'accepted' || waited > patience) return waited;
    await pause(10);
  }
}

describe('what is taken away on one node', () => {
  const takings: readonly [
    string,
    (node: ServerProcess, name: string, signer: Signer) => Promise<unknown>,
  ][] = [
    [
      'a key that is disabled',
      (node, name, signer) =>
        administer(node, 'UpdateAccessKey', {
          UserName: name,
          UserAccessKeyId: signer.accessKeyId,
          Status: 'Inactive',
        }),
    ],
    [
      'a key that is deleted',
      (node, name, signer) =>
        administer(node, 'DeleteAccessKey', { UserName: name, UserAccessKeyId: signer.accessKeyId }),
    ],
    [
      'a policy that is detached',
      (node, name) =>
        administer(node, 'DetachPolicyFromGroup', {
          PolicyName: name,
          PolicyType: 'Custom',
          GroupName: name,
        }),
    ],
    [
      'a membership that ends',
      (node, name) => administer(node, 'RemoveUserFromGroup', { UserName: name, GroupName: name }),
    ],
    [
      'a policy whose default version denies from now on',
      (node, name) =>
        administer(node, 'CreatePolicyVersion', {
          PolicyName: name,
          PolicyDocument: policy('Deny'),
          SetAsDefault: 'true',
        }),
    ],
  ];

  test.each(takings)(
    '%s is refused there at once, and on the other node within two seconds',
    async (_, take) => {
      const [here, there] = cluster.nodes;
      const { name, signer } = await makeReader(here);
      expect(await outcomeOf(call(there, signer, 'GetUser', { UserName: name }))).toBe('accepted');
      expect(await outcomeOf(call(here, signer, 'GetUser', { UserName: name }))).toBe('accepted');
      await take(here, name, signer);
      expect(await outcomeOf(call(here, signer, 'GetUser', { UserName: name }))).not.toBe('accepted');
      expect(await untilRefused(there, signer, name, LEASE)).toBeLessThan(SEEN_BY_POLLING);
    },
  );

  test('goes on being allowed on a node that does not poll, which shows that polling is what is tested', async () => {
    const blind = await cluster.join({
      // The program in single files, one of which is patched.
      program: fileURLToPath(new URL('../../dist/main.js', import.meta.url)),
      nodeArguments: ['--import', new URL('without-polling.ts', import.meta.url).href],
    });
    const { name, signer } = await makeReader(cluster.nodes[0]);
    expect(await outcomeOf(call(blind, signer, 'GetUser', { UserName: name }))).toBe('accepted');
    await administer(cluster.nodes[0], 'RemoveUserFromGroup', { UserName: name, GroupName: name });
    expect(await untilRefused(blind, signer, name, SEEN_BY_POLLING)).toBeGreaterThan(SEEN_BY_POLLING);
    // The lease ends even so: what cannot be confirmed is refused.
    expect(await untilRefused(blind, signer, name, LEASE * 2)).toBeLessThan(LEASE);
  }, 30_000);
});

describe('what may happen once', () => {
  test('one signed request sent to both nodes at once succeeds once', async () => {
    const [here, there] = cluster.nodes;
    const { credentials } = here;
    for (let round = 0; round < 50; round += 1) {
      // The Host header is signed, and both nodes take the request as it is.
      const request = signedRequest(here.host, credentials);
      const replies = await Promise.all([send(addressOf(here), request), send(addressOf(there), request)]);
      expect(replies.map(reply => reply.status).sort()).toEqual([200, 400]);
      expect(replies.find(reply => reply.status === 400)?.body).toContain('SignatureNonceUsed');
    }
  }, 30_000);

  test('so does one that changes something', async () => {
    const [here, there] = cluster.nodes;
    for (let round = 0; round < 20; round += 1) {
      const request = signedRequest(here.host, here.credentials, {
        product: 'Ram',
        action: 'CreateGroup',
        parameters: { GroupName: `once-${round}` },
      });
      const replies = await Promise.all([send(addressOf(here), request), send(addressOf(there), request)]);
      expect(replies.map(reply => reply.status).sort()).toEqual([200, 400]);
      expect(replies.find(reply => reply.status === 400)?.body).toContain('SignatureNonceUsed');
    }
  }, 30_000);

  test('parallel CreateAccessKey on both nodes never make a third key', async () => {
    const [here, there] = cluster.nodes;
    const name = `keys-${randomUUID().slice(0, 8)}`;
    await administer(here, 'CreateUser', { UserName: name });
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        outcomeOf(administer(i % 2 === 0 ? here : there, 'CreateAccessKey', { UserName: name })),
      ),
    );
    expect(outcomes.filter(outcome => outcome === 'accepted')).toHaveLength(2);
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'LimitExceeded.User.AccessKey']));
    const listed = await administer(there, 'ListAccessKeys', { UserName: name });
    expect((listed.AccessKeys as { AccessKey: unknown[] }).AccessKey).toHaveLength(2);
  });

  test('a permission that was taken away on one node no longer changes anything through the other', async () => {
    const [here, there] = cluster.nodes;
    const { name, signer } = await makeReader(here);
    const grant = `${name}-groups`;
    const statement = { Effect: 'Allow', Action: 'ram:CreateGroup', Resource: '*' };
    await administer(here, 'CreatePolicy', {
      PolicyName: grant,
      PolicyDocument: JSON.stringify({ Version: '1', Statement: [statement] }),
    });
    await administer(here, 'AttachPolicyToUser', { PolicyName: grant, PolicyType: 'Custom', UserName: name });
    await call(there, signer, 'CreateGroup', { GroupName: `${name}-1` });
    await administer(here, 'DetachPolicyFromUser', {
      PolicyName: grant,
      PolicyType: 'Custom',
      UserName: name,
    });
    // The other node may still believe the permission, but a change decides again under the account's lock.
    expect(await outcomeOf(call(there, signer, 'CreateGroup', { GroupName: `${name}-2` }))).toBe(
      'NoPermission',
    );
    expect(await outcomeOf(administer(here, 'GetGroup', { GroupName: `${name}-2` }))).toBe(
      'EntityNotExist.Group',
    );
  });
});

describe('a node that is cut off from the database', () => {
  let proxy: NetworkProxy;
  let node: ServerProcess;

  beforeAll(async () => {
    proxy = await startProxy(cluster.databaseUrl);
    node = await cluster.join({ env: { WARDENRY_DATABASE_URL: proxy.url } });
  }, 60_000);

  afterAll(async () => {
    await node.stop('SIGKILL');
    await proxy.stop();
  });

  test.each(['stopped', 'silent'] as const)(
    'refuses after the lease when the database is %s, and recovers without a restart',
    async kind => {
      const { name, signer } = await makeReader(cluster.nodes[0]);
      expect(await outcomeOf(call(node, signer, 'GetUser', { UserName: name }))).toBe('accepted');
      if (kind === 'stopped') await proxy.stop();
      else proxy.swallow();
      await pause(LEASE + 500);
      expect(await outcomeOf(call(node, signer, 'GetUser', { UserName: name }))).toBe('ServiceUnavailable');
      expect((await fetch(`http://${node.host}/readyz`)).status).toBe(503);
      expect((await fetch(`http://${node.host}/livez`)).status).toBe(200);
      if (kind === 'stopped') await proxy.start();
      else proxy.restore();
      const recovered = performance.now();
      while ((await outcomeOf(call(node, signer, 'GetUser', { UserName: name }))) !== 'accepted') {
        expect(performance.now() - recovered).toBeLessThan(15_000);
        await pause(50);
      }
    },
    60_000,
  );
});

test('two nodes that start at once on an empty database bootstrap once', async () => {
  const { makePostgresDatabase } = await import('../store/postgres-database.ts');
  const { startServer } = await import('../../../../e2e/server-process.ts');
  const database = await makePostgresDatabase();
  const env = {
    WARDENRY_DATABASE_URL: database.url,
    WARDENRY_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  // A node that does not bootstrap writes no file of credentials, which reading them tells.
  const starts = await Promise.allSettled([startServer({ env }), startServer({ env })]);
  const winners = starts.filter(start => start.status === 'fulfilled').map(start => start.value);
  try {
    expect(winners).toHaveLength(1);
    const accounts = await database.query<{ account_id: string }>('select account_id from accounts');
    expect(accounts).toEqual([{ account_id: winners[0]?.credentials.accountId }]);
  } finally {
    await Promise.all(winners.map(winner => winner.remove()));
    await database.remove();
  }
}, 60_000);
