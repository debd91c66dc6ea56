/** `POST /v1/verify`: who signed a request that a service received, and which requests nobody is said to have signed. */
import { randomUUID } from 'node:crypto';
import { signRpcV1 } from '@wardenry/signature';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Asking, type Received, received } from './asking.ts';
import type { Signer } from './doors/door.ts';
import { membersOf, send } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { signedRequest } from './signed-request.ts';

let server: ServerProcess;
let asking: Asking;
let alice: Signer & { readonly name: string };
let service: Signer;
let otherService: Signer;

beforeAll(async () => {
  server = await startServer();
  asking = new Asking(server);
  const mayVerify = { Effect: 'Allow', Action: 'wardenry:VerifyRequest', Resource: '*' };
  alice = await asking.person({ Effect: 'Allow', Action: 'shop:Get*', Resource: '*' });
  service = await asking.person(mayVerify);
  otherService = await asking.person(mayVerify);
}, 60_000);

afterAll(() => server.remove());

/** Whom the service is told about, or why nobody. */
async function judged(request: object, asker = service): Promise<string> {
  const { status, members } = await asking.verify(request, asker);
  if (status !== 200) return `${status} ${String(members.Code)}`;
  const { identity, refusal } = members as { identity?: { Arn: string }; refusal?: { code: string } };
  if ((identity === undefined) === (refusal === undefined)) throw new Error(JSON.stringify(members));
  return identity === undefined
    ? `refused: ${refusal?.code}`
    : identity.Arn.slice(identity.Arn.indexOf('user/'));
}

const isAlice = () => `user/${alice.name}`;

/** A request under V1, as older clients sign it. */
function receivedV1(method: 'GET' | 'POST', signer: Signer = alice): Received {
  const parameters = [
    { name: 'Action', value: 'GetOrder' },
    { name: 'Note', value: 'a b&c' },
  ];
  const signed = signRpcV1(method, parameters, signer, { date: new Date(), nonce: randomUUID() });
  const text = signed.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
  const host = { host: 'shop.example' };
  return method === 'GET'
    ? { method, path: '/', query: text, headers: host }
    : {
        method,
        path: '/',
        headers: { ...host, 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(text).toString('base64'),
      };
}

describe('a request that somebody signed', () => {
  test('is told with the identity that GetCallerIdentity gives', async () => {
    const { status, members } = await asking.verify(received(alice), service);
    const own = await send({ protocol: 'http', host: server.host }, signedRequest(server.host, alice));
    const { RequestId: _, ...identity } = membersOf(own);
    expect([status, members.identity, members.refusal]).toEqual([200, identity, undefined]);
  });

  test.each<[string, () => Received]>([
    ['with a query', () => received(alice, { query: [{ name: 'q', value: 'a b+c~*é' }] })],
    ['with any method', () => received(alice, { method: 'PATCH' })],
    ['with an encoded path', () => received(alice, { path: '/files/a%20b%2Fc/%E5%90%8D' })],
    ['with a body', () => received(alice, { method: 'PUT', body: '{"a":"é"}' })],
    [
      'with unsigned headers of no importance',
      () => withHeaders(received(alice), { 'x-trace': '1', accept: '*/*' }),
    ],
    ['under V1 in the query', () => receivedV1('GET')],
    ['under V1 in the form', () => receivedV1('POST')],
  ])('%s is believed', async (_, make) => {
    expect(await judged(make())).toBe(isAlice());
  });

  test('is believed with the digest of its body alone, which the service must compare', async () => {
    const { body: _, ...request } = received(alice, { method: 'PUT', body: 'hello' });
    const digest = request.headers['x-acs-content-sha256'];
    expect(await judged({ ...request, bodySha256: digest })).toBe(isAlice());
  });

  test('has one body: the body and a digest of another are refused, and the request is not spent', async () => {
    const request = received(alice, { method: 'PUT', body: 'hello' });
    const digest = request.headers['x-acs-content-sha256'];
    for (const bodySha256 of [digest, '0'.repeat(64)]) {
      expect(await judged({ ...request, bodySha256 })).toBe('400 InvalidParameter.bodySha256');
    }
    const other = Buffer.from('another').toString('base64');
    expect(await judged({ ...request, body: other, bodySha256: digest })).toBe(
      '400 InvalidParameter.bodySha256',
    );
    expect(await judged(request)).toBe(isAlice());
  });

  test.each([
    ['path', 1, 'InvalidParameter.path.Format'],
    ['method', ['GET'], 'InvalidParameter.method.Format'],
    ['query', false, 'InvalidParameter.query.Format'],
    ['body', 0, 'InvalidParameter.body.Format'],
    ['headers', '{"host":"shop.example"}', 'InvalidParameter.headers'],
    ['explain', 'false', 'InvalidParameter.explain.Format'],
  ])('is not read when its %s is %j', async (name, value, code) => {
    expect(await judged({ ...received(alice), [name]: value })).toBe(`400 ${code}`);
  });

  test('may give its headers as names and values in turn, or in lists', async () => {
    const first = received(alice);
    expect(await judged({ ...first, headers: Object.entries(first.headers).flat() })).toBe(isAlice());
    const second = received(alice);
    const lists = Object.fromEntries(Object.entries(second.headers).map(([name, value]) => [name, [value]]));
    expect(await judged({ ...second, headers: lists })).toBe(isAlice());
  });

  test('is decided about in the same call', async () => {
    const ask = (action: string, more: object = {}) =>
      asking.verify({ ...received(alice), check: { action, resource: '*' }, ...more }, service);
    expect((await ask('shop:GetOrder')).members).toMatchObject({ decision: 'Allow' });
    expect((await ask('shop:DeleteOrder')).members).toMatchObject({ decision: 'ImplicitDeny' });
    expect((await ask('shop:DeleteOrder', { dryRun: true })).members).toMatchObject({
      decision: 'Allow',
      wouldBe: 'ImplicitDeny',
    });
  });

  test('names parameters that V1 does not cover', async () => {
    const request = receivedV1('GET');
    const { members } = await asking.verify({ ...request, query: `${request.query}&Comments=` }, service);
    expect(members).toMatchObject({ unsignedParameters: ['Comments'] });
  });
});

describe('nonces', () => {
  test('let a request pass a service once', async () => {
    const request = received(alice);
    expect(await judged(request)).toBe(isAlice());
    expect(await judged(request)).toBe('refused: SignatureNonceUsed');
  });

  test('of one service are not those of another, nor our own', async () => {
    const request = received(alice);
    expect(await judged(request)).toBe(isAlice());
    expect(await judged(request, otherService)).toBe(isAlice());
    const own = signedRequest(server.host, alice);
    const handed = { method: own.method, path: own.target, headers: own.headers };
    expect(await judged(handed)).toBe(isAlice());
    const reply = await send({ protocol: 'http', host: server.host }, own);
    expect(reply.status).toBe(200);
    expect(await judged(handed)).toBe('refused: SignatureNonceUsed');
  });

  test('are not spent by a request that is refused', async () => {
    const request = received(alice);
    expect(await judged({ ...request, path: '/orders/18' })).toBe('refused: SignatureDoesNotMatch');
    expect(await judged(request)).toBe(isAlice());
  });

  test('let one of many at once pass', async () => {
    const request = received(alice);
    const all = await Promise.all(Array.from({ length: 20 }, () => judged(request)));
    expect(all.filter(each => each === isAlice())).toHaveLength(1);
    expect(new Set(all)).toEqual(new Set([isAlice(), 'refused: SignatureNonceUsed']));
  });
});

describe('a request that was tampered with', () => {
  const made = () => received(alice, { method: 'PUT', query: [{ name: 'a', value: '1' }], body: 'hello' });

  test.each<[string, (request: Received) => object]>([
    ['another method', () => ({ method: 'POST' })],
    ['another path', () => ({ path: '/orders/18' })],
    ['another value in its query', () => ({ query: 'a=2' })],
    ['no query', () => ({ query: undefined })],
    ['more in its query', () => ({ query: 'a=1&b=2' })],
    ['another body', () => ({ body: Buffer.from('hellO').toString('base64') })],
    ['no body', () => ({ body: undefined })],
    ['another digest', () => ({ body: undefined, bodySha256: '0'.repeat(64) })],
    ['another host', request => ({ headers: { ...request.headers, host: 'evil.example' } })],
    ['another date', request => ({ headers: { ...request.headers, 'x-acs-date': '2026-01-01T00:00:00Z' } })],
    ['another nonce', request => ({ headers: { ...request.headers, 'x-acs-signature-nonce': 'n' } })],
    [
      'an x-acs header that is not signed',
      request => ({ headers: { ...request.headers, 'x-acs-role': 'admin' } }),
    ],
    [
      'a header twice',
      request => ({ headers: [...Object.entries(request.headers).flat(), 'x-acs-date', 'x'] }),
    ],
    ['a parameter twice', () => ({ query: 'a=1&a=1' })],
    ['broken encoding', () => ({ path: '/orders/%zz' })],
    ['a plus sign in its path', () => ({ path: '/orders/1+7' })],
    ['a path that is none', () => ({ path: 'http://shop.example/orders/17' })],
    ['no Authorization', request => ({ headers: without(request.headers, 'authorization') })],
    [
      'an Authorization of another kind',
      request => ({ headers: { ...request.headers, authorization: 'Basic eA==' } }),
    ],
    ['a bearer token beside it', request => ({ headers: { ...request.headers, authorization: 'Bearer x' } })],
  ])('in %s is refused, and the service is told so', async (_, tamper) => {
    const request = made();
    expect(await judged({ ...request, ...tamper(request) })).toMatch(/^refused: /);
    expect(await judged(request)).toBe(isAlice());
  });

  test.each<[string, (request: Received) => object]>([
    ['another path', () => ({ path: '/orders' })],
    ['a body that no form is', () => ({ headers: { 'content-type': 'application/json' }, body: 'e30=' })],
    ['a digest in place of its body', () => ({ bodySha256: '0'.repeat(64) })],
  ])('under V1 in %s is refused', async (_, tamper) => {
    const request = receivedV1('GET');
    expect(await judged({ ...request, ...tamper(request) })).toMatch(/^refused: IncompleteSignature/);
  });
});

describe('nobody', () => {
  test.each<[string, () => Received | Promise<Received>, string]>([
    [
      'without a signature',
      () => ({ method: 'GET', path: '/', headers: { host: 'a' } }),
      'MissingAccessKeyId',
    ],
    ['with another secret', () => received({ ...alice, accessKeySecret: 'x' }), 'SignatureDoesNotMatch'],
    [
      'with a key that is not there',
      () => received({ ...alice, accessKeyId: 'WDNKx' }),
      'InvalidAccessKeyId.NotFound',
    ],
    [
      'of yesterday',
      () => received(alice, { date: new Date(Date.now() - 86_400_000) }),
      'InvalidTimeStamp.Expired',
    ],
    [
      'of tomorrow',
      () => received(alice, { date: new Date(Date.now() + 86_400_000) }),
      'InvalidTimeStamp.Expired',
    ],
    [
      'with a token that is none of ours',
      () => received(alice, { headers: { 'x-acs-security-token': 'x' } }),
      'InvalidSecurityToken.MismatchWithAccessKey',
    ],
    [
      'whose key is disabled',
      async () => {
        const bob = await asking.person();
        await asking.call('Ram', 'UpdateAccessKey', {
          UserName: bob.name,
          UserAccessKeyId: bob.accessKeyId,
          Status: 'Inactive',
        });
        return received(bob);
      },
      'InvalidAccessKeyId.Inactive',
    ],
  ])('%s is believed', async (_, make, code) => {
    const request = { ...(await make()), check: { action: 'shop:GetOrder', resource: '*' }, dryRun: true };
    const { status, members } = await asking.verify(request, service);
    expect([status, members.identity, members.decision]).toEqual([200, undefined, undefined]);
    expect(members.refusal).toMatchObject({ code, message: expect.stringMatching(/\w/) });
  });
});

describe('a service that asks wrongly', () => {
  test.each<[string, object, string]>([
    ['no method', { method: undefined }, 'Missingmethod'],
    ['no path', { path: undefined }, 'Missingpath'],
    ['no headers', { headers: undefined }, 'MissingParameter.headers'],
    ['headers that are text', { headers: 'host: a' }, 'InvalidParameter.headers'],
    ['headers with a number', { headers: { host: 1 } }, 'InvalidParameter.headers'],
    ['an odd list of headers', { headers: ['host'] }, 'InvalidParameter.headers'],
    ['a body that is no base64', { body: 'a b' }, 'InvalidParameter.body.Format'],
    ['a digest that is none', { bodySha256: 'A'.repeat(64) }, 'InvalidParameter.bodySha256.Format'],
    ['a check without an action', { check: { resource: '*' } }, 'InvalidParameter.check'],
    [
      'a check about somebody',
      { check: { principal: 'x', action: 'a:B', resource: '*' } },
      'InvalidParameter.check',
    ],
    ['a member that nobody knows', { pathh: '/' }, 'InvalidRequest'],
  ])('with %s is refused itself, not the request', async (_, wrong, code) => {
    const { status, members } = await asking.verify({ ...received(alice), ...wrong }, service);
    expect([status, members.Code, members.refusal]).toEqual([400, code, undefined]);
  });
});

function withHeaders(request: Received, more: Readonly<Record<string, string>>): Received {
  return { ...request, headers: { ...request.headers, ...more } };
}

function without(headers: Readonly<Record<string, string>>, left: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== left));
}
