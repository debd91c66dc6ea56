/** Operations of our own are called like any other, and with a JSON body as well. */
import { randomUUID } from 'node:crypto';
import { signAcs3 } from '@wardenry/signature';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Address, versions } from './doors/door.ts';
import { popCore } from './doors/pop-core.ts';
import { acs3Door, membersOf, rpcV1Door, send } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;
let address: Address;

beforeAll(async () => {
  server = await startServer();
  address = { protocol: 'http', host: server.host };
}, 60_000);

afterAll(() => server.remove());

const doors = [
  popCore('GET'),
  popCore('POST'),
  acs3Door('query', 'ACS3-HMAC-SHA256'),
  acs3Door('form', 'ACS3-HMAC-SHA256'),
  rpcV1Door('GET', 'JSON'),
];

test.each(doors)('GetServerInfo answers through $name', async door => {
  const info = await door.call(address, server.credentials, 'Wardenry', 'GetServerInfo', {});
  expect(info).toMatchObject({ Name: 'Wardenry', Database: 'sqlite', AccountCount: 1 });
});

describe('a JSON body', () => {
  const post = (product: 'Wardenry' | 'Ram', action: string, body: string | Uint8Array, target = '/') => {
    const bytes = Buffer.from(body);
    const query = target === '/' ? [] : [{ name: 'UserName', value: 'admin' }];
    const headers = signAcs3(
      {
        method: 'POST',
        path: '/',
        query,
        headers: {
          host: server.host,
          'x-acs-action': action,
          'x-acs-version': versions[product],
          'content-type': 'application/json; charset=utf-8',
        },
        body: bytes,
      },
      server.credentials,
      { date: new Date(), nonce: randomUUID() },
    );
    return send(address, { method: 'POST', target, headers, body: bytes });
  };

  test('is read for an operation of our own', async () => {
    const reply = await post('Wardenry', 'GetServerInfo', '{"Note":"hello","Deep":null,"Count":1}');
    expect(membersOf(reply)).toMatchObject({ Name: 'Wardenry' });
  });

  test.each([
    ['a name that stands twice', '{"A":"1","A":"2"}'],
    ['a list', '["A"]'],
    ['a nested object', '{"A":{"B":1}}'],
    ['a trailing comma', '{"A":"1",}'],
    ['nothing that is JSON', 'A=1'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['depth without end', `{"A":${'['.repeat(5000)}`],
  ])('with %s is refused', async (_, body) => {
    const reply = await post('Wardenry', 'GetServerInfo', body);
    expect({ status: reply.status, code: membersOf(reply).Code }).toEqual({
      status: 400,
      code: 'InvalidRequest',
    });
  });

  test.each([
    ['CreateGatewayToken', '{"DryRun":"true"}', 'InvalidParameter.DryRun.Format'],
    ['CreateGatewayToken', '{"DryRun":1}', 'InvalidParameter.DryRun.Format'],
    ['CreateGatewayToken', '{"Description":7}', 'InvalidParameter.Description.Format'],
    ['CreateGatewayToken', '{"Description":true}', 'InvalidParameter.Description.Format'],
    ['CreateGatewayToken', '{"Description":["a"]}', 'InvalidParameter.Description.Format'],
  ])('of %s with a value of another type is refused: %s', async (action, body, code) => {
    const reply = await post('Wardenry', action, body);
    expect({ status: reply.status, code: membersOf(reply).Code }).toEqual({ status: 400, code });
  });

  test('whose mistake is one of JSON is answered in terms of JSON', async () => {
    const { Message } = membersOf(await post('Wardenry', 'GetServerInfo', '{"A":"1",}'));
    expect(Message).toMatch(/^The JSON body is ambiguous or malformed: .*\. Send one JSON object/);
  });

  test('whose member stands in the query as well is refused', async () => {
    const reply = await post('Wardenry', 'GetServerInfo', '{"UserName":"root"}', '/?UserName=admin');
    expect(membersOf(reply).Code).toBe('InvalidRequest');
  });

  test('is refused by the RAM API, which knows none', async () => {
    const reply = await post('Ram', 'GetUser', '{"UserName":"admin"}');
    expect({ status: reply.status, code: membersOf(reply).Code }).toEqual({
      status: 415,
      code: 'UnsupportedContentType',
    });
  });
});
