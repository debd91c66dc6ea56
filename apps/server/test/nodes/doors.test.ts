/** What services are told on one node after something changed on the other. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Asking, received } from '../../../../e2e/asking.ts';
import { type Cluster, startCluster } from './cluster.ts';

/** A node polls at least twice a second; what it has not seen after two is not seen by polling. */
const SEEN_BY_POLLING = 2000;

let cluster: Cluster;
let here: Asking;
let there: Asking;

beforeAll(async () => {
  cluster = await startCluster();
  [here, there] = [new Asking(cluster.nodes[0]), new Asking(cluster.nodes[1])];
}, 120_000);

afterAll(() => cluster.remove());

/** Milliseconds until an answer is another than it was. */
async function untilOther(ask: () => Promise<string>, before: string): Promise<number> {
  const started = performance.now();
  for (;;) {
    const answer = await ask();
    const waited = performance.now() - started;
    if (answer !== before || waited > SEEN_BY_POLLING * 2) return waited;
    await pause(10);
  }
}

const allowAll = { Effect: 'Allow', Action: 'shop:*', Resource: '*' };

describe('a user who is asked about on the other node', () => {
  type Person = Awaited<ReturnType<Asking['person']>>;
  const takings: readonly [string, (person: Person) => Promise<unknown>][] = [
    [
      'loses a policy',
      ({ name }) =>
        here.call('Ram', 'DetachPolicyFromUser', { PolicyType: 'Custom', PolicyName: name, UserName: name }),
    ],
    [
      'gets another name',
      ({ name }) => here.call('Ram', 'UpdateUser', { UserName: name, NewUserName: `${name}-x` }),
    ],
    [
      'joins a group that is denied it',
      async ({ name }) => {
        const denied = JSON.stringify({ Version: '1', Statement: [{ ...allowAll, Effect: 'Deny' }] });
        await here.call('Ram', 'CreateGroup', { GroupName: name });
        await here.call('Ram', 'CreatePolicy', { PolicyName: `${name}-deny`, PolicyDocument: denied });
        await here.call('Ram', 'AttachPolicyToGroup', {
          PolicyType: 'Custom',
          PolicyName: `${name}-deny`,
          GroupName: name,
        });
        await here.call('Ram', 'AddUserToGroup', { UserName: name, GroupName: name });
      },
    ],
  ];

  test.each(takings)('and %s is no longer allowed there within two seconds', async (_, take) => {
    const person = await here.person(allowAll);
    const checks = [{ principal: here.userArn(person.name), action: 'shop:Get', resource: '*' }];
    const ask = async (node: Asking) => JSON.stringify((await node.authorize({ checks })).members.decisions);
    const allowed = JSON.stringify([{ decision: 'Allow' }]);
    expect([await ask(here), await ask(there)]).toEqual([allowed, allowed]);
    await take(person);
    expect(await ask(here)).not.toBe(allowed);
    expect(await untilOther(() => ask(there), allowed)).toBeLessThan(SEEN_BY_POLLING);
  });
});

describe('a gateway token', () => {
  test('that is deleted is refused at once, and on the other node within two seconds', async () => {
    const { GatewayToken } = await here.call('Wardenry', 'CreateGatewayToken');
    const { TokenId = '', Token = '' } = GatewayToken as Record<string, string>;
    const alice = await here.person();
    const ask = async (node: Asking) => {
      const { method, path, headers } = received(alice);
      const reply = await node.proxied({
        ...headers,
        'x-original-method': method,
        'x-original-uri': path,
        'x-original-host': String(headers.host),
        'x-wardenry-gateway-token': Token,
      });
      return String(reply.status);
    };
    expect([await ask(here), await ask(there)]).toEqual(['200', '200']);
    await here.call('Wardenry', 'DeleteGatewayToken', { TokenId });
    expect(await ask(here)).toBe('401');
    expect(await untilOther(() => ask(there), '200')).toBeLessThan(SEEN_BY_POLLING);
  });
});

describe('a request that was handed over', () => {
  test('to both nodes at once is believed once', async () => {
    const alice = await here.person();
    for (let round = 0; round < 20; round += 1) {
      const request = received(alice);
      const answers = await Promise.all([here.verify(request), there.verify(request)]);
      const believed = answers.filter(({ members }) => members.identity !== undefined);
      const refusals = answers.flatMap(({ members }) =>
        members.refusal === undefined ? [] : [members.refusal],
      );
      expect(believed).toHaveLength(1);
      expect(refusals).toMatchObject([{ code: 'SignatureNonceUsed' }]);
    }
  }, 30_000);
});
