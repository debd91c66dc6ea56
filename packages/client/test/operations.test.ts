/** Every operation through our own client: its requests are taken, its types are what comes back. */

import { describe, expect, test } from 'vitest';
import type { AnyOperation } from '../../../apps/server/src/kernel/operation.ts';
import { nameOf, operations } from '../../../apps/server/test/contract/contract.ts';
import { assertFits } from '../../../apps/server/test/contract/reply.ts';
import {
  type Case,
  cases,
  openSuite,
  parametersIn,
  titled,
} from '../../../apps/server/test/contract/suite.ts';
import type { WireParameters } from '../../../apps/server/test/test-account.ts';
import * as products from '../src/generated/products.ts';
import { type Client, createClient, isRefusal, type Operation } from '../src/index.ts';
import { acs3, rpcV1 } from '../src/signing.ts';

const { contract, home } = await openSuite();

const generated = new Map(
  Object.values(products)
    .flatMap((product): Operation[] => Object.values(product))
    .map(operation => [`${operation.version} ${operation.name}`, operation]),
);

function generatedFrom({ api, name }: AnyOperation): Operation {
  const found = generated.get(`${api.version} ${name}`);
  if (found === undefined) throw new Error(`the client has no ${api.product} ${name}`);
  return found;
}

const endpoint = `http://${contract.server.host}`;
const { accessKeyId, accessKeySecret } = home.administrator;
const ways: readonly (readonly [string, Client])[] = [
  ['V3', createClient({ endpoint, authentication: acs3({ accessKeyId, accessKeySecret }) })],
  ['RPC V1', createClient({ endpoint, authentication: rpcV1({ accessKeyId, accessKeySecret }) })],
];

/** The parameters of a right call as the client takes them: lists as lists, JSON as values, numbers as numbers. */
function requestOf({ parameters }: AnyOperation, sent: WireParameters): object {
  return Object.fromEntries(
    Object.values(parameters).flatMap(parameter => {
      const { wire, kind } = parameter;
      if (kind === 'list' && parameter.form === 'numbered') return listOf(wire, sent);
      const raw = sent[wire];
      if (raw === undefined) return [];
      return [[wire, kind === 'text' || kind === 'choice' ? raw : JSON.parse(raw)]];
    }),
  );
}

function listOf(wire: string, sent: WireParameters): [string, unknown][] {
  const items: Record<string, unknown>[] | string[] = [];
  for (const [name, value] of Object.entries(sent)) {
    const [list, number, field] = name.split('.');
    if (list !== wire || number === undefined) continue;
    const at = Number(number) - 1;
    items[at] = field === undefined ? value : { ...(items[at] as object | undefined), [field]: value };
  }
  return items.length === 0 ? [] : [[wire, items]];
}

async function outcomeOf(
  client: Client,
  { operation, call }: Case,
  parameters: WireParameters,
): Promise<string> {
  const called = generatedFrom(operation);
  try {
    const { RequestId, ...members } = (await client.call(called, requestOf(operation, parameters))) as {
      RequestId: string;
    };
    expect(RequestId).toMatch(/^[0-9A-F-]{36}$/);
    assertFits(operation.response, members, nameOf(operation));
    return 'Success';
  } catch (error) {
    if (!isRefusal(error, called) || call.outcome === 'Success') throw error;
    return error.code;
  }
}

describe('the client', () => {
  test('has exactly the operations of the server', () => {
    const declared = operations.map(({ api, name }) => `${api.version} ${name}`);
    expect([...generated.keys()].sort()).toEqual(declared.sort());
  });

  test.each(titled(cases))('calls %s', async (_, each) => {
    for (const [way, client] of ways) {
      const parameters = await parametersIn(home, each);
      expect([way, await outcomeOf(client, each, parameters)]).toEqual([way, each.call.outcome]);
    }
  });
});
