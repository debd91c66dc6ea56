/** An assertion of an identity provider is taken once by all nodes together. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  exchangeByForm,
  type Federation,
  federate,
  metadataOf,
  RECIPIENT,
  trustIn,
} from '../../../../e2e/saml/federation.ts';
import type { ServerProcess } from '../../../../e2e/server-process.ts';
import { ISSUER, responseXml } from '../saml-idp.ts';
import { makeSigningKey, type SigningKey } from '../saml-keys.ts';
import { type Cluster, startCluster } from './cluster.ts';

let cluster: Cluster;
let key: SigningKey;
let federation: Federation;

beforeAll(async () => {
  [cluster, key] = await Promise.all([startCluster(), makeSigningKey('rsa')]);
  federation = await federate(cluster.nodes[0], metadataOf(ISSUER, key.certificate));
}, 120_000);

afterAll(() => cluster.remove());

function assertion(): string {
  const response = responseXml({ id: `_${randomUUID()}`, roles: [federation.offer], signing: { key } });
  return Buffer.from(response).toString('base64');
}

const at = (node: ServerProcess): Federation => ({
  ...federation,
  address: { protocol: 'http', host: node.host },
});
const statusAt = async (node: ServerProcess, text: string) => (await exchangeByForm(at(node), text)).status;

test('what one node has taken another refuses', async () => {
  const used = assertion();
  expect(await statusAt(cluster.nodes[0], used)).toBe(200);
  expect(await statusAt(cluster.nodes[1], used)).toBe(401);
  expect(await statusAt(cluster.nodes[1], assertion())).toBe(200);
});

test('a node takes none for a role whose trust another node has just withdrawn', async () => {
  const trust = (recipient: string) =>
    federation.call('Ram', 'UpdateRole', {
      RoleName: 'dev',
      NewAssumeRolePolicyDocument: trustIn(federation.providerArn, recipient),
    });
  for (let round = 0; round < 5; round += 1) {
    expect(await statusAt(cluster.nodes[1], assertion())).toBe(200);
    await trust('https://nobody.example.com/');
    // What the other node holds is milliseconds old, well within its lease.
    expect(await statusAt(cluster.nodes[1], assertion())).toBe(403);
    await trust(RECIPIENT);
    expect(await statusAt(cluster.nodes[1], assertion())).toBe(200);
  }
});

test('of callers of both nodes at the same moment one has a session', async () => {
  for (let round = 0; round < 5; round += 1) {
    const used = assertion();
    const calls = Array.from({ length: 10 }, (_, count) => cluster.nodes[count % 2 === 0 ? 0 : 1]);
    const statuses = await Promise.all(calls.map(node => statusAt(node, used)));
    expect(statuses.toSorted()).toEqual([200, ...Array(9).fill(401)]);
  }
});
