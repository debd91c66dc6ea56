/** Sessions on two processes over one PostgreSQL: good on both, ended on both (spec: security Q7, Q11). */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeOf, type Product, type Reply, type Signer } from '../../../../e2e/doors/door.ts';
import { acs3Door } from '../../../../e2e/doors/raw-http.ts';
import type { ServerProcess } from '../../../../e2e/server-process.ts';
import { type Cluster, startCluster } from './cluster.ts';

/** What a node has not seen after two seconds is not seen by polling. */
const SEEN_BY_POLLING = 2000;

const door = acs3Door('query', 'ACS3-HMAC-SHA256');
let cluster: Cluster;

beforeAll(async () => {
  cluster = await startCluster();
}, 120_000);

afterAll(() => cluster.remove());

function call(
  node: ServerProcess,
  signer: Signer,
  product: Product,
  action: string,
  parameters: Record<string, string> = {},
): Promise<Reply> {
  return door.call({ protocol: 'http', host: node.host }, signer, product, action, parameters);
}

const administer = (product: Product, action: string, parameters: Record<string, string>) =>
  call(cluster.nodes[0], cluster.nodes[0].credentials, product, action, parameters);

interface Parties {
  readonly name: string;
  readonly signer: Signer;
  readonly roleArn: string;
}

/** A user and a role of one name, who may do everything. */
async function parties(): Promise<Parties> {
  const name = `s-${randomUUID().slice(0, 8)}`;
  const { accountId } = cluster.nodes[0].credentials;
  const everything = { PolicyName: 'AdministratorAccess', PolicyType: 'System' };
  await administer('Ram', 'CreateUser', { UserName: name });
  await administer('Ram', 'AttachPolicyToUser', { UserName: name, ...everything });
  await administer('Ram', 'CreateRole', {
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '1',
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: [`acs:ram::${accountId}:root`] } },
      ],
    }),
  });
  await administer('Ram', 'AttachPolicyToRole', { RoleName: name, ...everything });
  const { AccessKey } = await administer('Ram', 'CreateAccessKey', { UserName: name });
  return { name, signer: signerIn(AccessKey), roleArn: `acs:ram::${accountId}:role/${name}` };
}

function signerIn(value: unknown): Signer {
  const { AccessKeyId, AccessKeySecret, SecurityToken } = value as Record<string, string>;
  return {
    accessKeyId: String(AccessKeyId),
    accessKeySecret: String(AccessKeySecret),
    ...(SecurityToken === undefined ? {} : { securityToken: SecurityToken }),
  };
}

async function assume(node: ServerProcess, { signer, roleArn }: Parties): Promise<Signer> {
  const parameters = { RoleArn: roleArn, RoleSessionName: 'nodes' };
  return signerIn((await call(node, signer, 'Sts', 'AssumeRole', parameters)).Credentials);
}

const used = (node: ServerProcess, session: Signer) => outcomeOf(call(node, session, 'Ram', 'ListRoles'));

test('a session of one node is one on the other at once', async () => {
  const [here, there] = cluster.nodes;
  const made = await parties();
  expect(await used(there, await assume(here, made))).toBe('accepted');
  expect(await used(here, await assume(there, made))).toBe('accepted');
});

describe('a session that is ended on one node is refused there at once, and on the other within two seconds', () => {
  const endings: readonly [string, (made: Parties) => Promise<unknown>][] = [
    ['for the role', ({ name }) => administer('Wardenry', 'EndRoleSessions', { RoleName: name })],
    ['for the user', ({ name }) => administer('Wardenry', 'EndUserSessions', { UserName: name })],
    [
      'by its key, which is disabled',
      ({ name, signer }) =>
        administer('Ram', 'UpdateAccessKey', {
          UserName: name,
          UserAccessKeyId: signer.accessKeyId,
          Status: 'Inactive',
        }),
    ],
    [
      'by its role, which loses its policy',
      ({ name }) =>
        administer('Ram', 'DetachPolicyFromRole', {
          RoleName: name,
          PolicyName: 'AdministratorAccess',
          PolicyType: 'System',
        }),
    ],
  ];

  test.each(endings)('%s', async (_, end) => {
    const [here, there] = cluster.nodes;
    const made = await parties();
    const session = await assume(there, made);
    expect([await used(here, session), await used(there, session)]).toEqual(['accepted', 'accepted']);
    await end(made);
    expect(await used(here, session)).not.toBe('accepted');
    const started = performance.now();
    while ((await used(there, session)) === 'accepted') {
      expect(performance.now() - started).toBeLessThan(SEEN_BY_POLLING);
      await pause(10);
    }
  });
});

describe('a node gives out no session on what another has just taken away', () => {
  const takings: readonly [string, (made: Parties) => Promise<unknown>][] = [
    [
      'the policy that allowed it',
      ({ name }) =>
        administer('Ram', 'DetachPolicyFromUser', {
          UserName: name,
          PolicyName: 'AdministratorAccess',
          PolicyType: 'System',
        }),
    ],
    [
      'the trust of the role',
      ({ name }) =>
        administer('Ram', 'UpdateRole', {
          RoleName: name,
          NewAssumeRolePolicyDocument: JSON.stringify({
            Version: '1',
            Statement: [
              { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['ecs.aliyuncs.com'] } },
            ],
          }),
        }),
    ],
    [
      'the key',
      ({ name, signer }) =>
        administer('Ram', 'UpdateAccessKey', {
          UserName: name,
          UserAccessKeyId: signer.accessKeyId,
          Status: 'Inactive',
        }),
    ],
  ];

  test.each(takings)('%s', async (_, take) => {
    const [, there] = cluster.nodes;
    for (let round = 0; round < 5; round += 1) {
      const made = await parties();
      await assume(there, made);
      await take(made);
      // What the other node holds is milliseconds old, well within its lease.
      const parameters = { RoleArn: made.roleArn, RoleSessionName: 'late' };
      expect(await outcomeOf(call(there, made.signer, 'Sts', 'AssumeRole', parameters))).not.toBe('accepted');
    }
  });
});

test('a session that was ended on one node changes nothing through the other', async () => {
  const [, there] = cluster.nodes;
  for (let round = 0; round < 10; round += 1) {
    const made = await parties();
    const session = await assume(there, made);
    expect(await used(there, session)).toBe('accepted');
    await administer('Wardenry', 'EndRoleSessions', { RoleName: made.name });
    // What the other node holds may let it read for a moment; under the lock it is decided again.
    const UserName = `late-${randomUUID().slice(0, 8)}`;
    expect(await outcomeOf(call(there, session, 'Ram', 'CreateUser', { UserName }))).toBe(
      'InvalidSecurityToken.Expired',
    );
  }
}, 30_000);
