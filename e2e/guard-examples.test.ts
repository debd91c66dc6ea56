/** The examples behave alike, each run as its reader would run it, against a real server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientRequest, callService } from '../packages/guard/test/client.ts';
import { openShop, type RunningService, type Shop, startExample } from './guard-shop.ts';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;
let shop: Shop;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server);
}, 60_000);

afterAll(() => server.remove());

const order: ClientRequest = { path: '/orders/17' };
const item = '{"item":"tea","note":"茶"}';
const purchase: ClientRequest = { method: 'POST', path: '/orders', body: item };

describe.each(['node-http', 'express', 'fastify', 'hono'])('the example for %s', name => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startExample(`examples/${name}/server.ts`, server.host, shop);
  }, 60_000);

  afterAll(() => service.stop());

  const call = (request: ClientRequest) => callService(service.host, request);
  const refusal = async (request: ClientRequest) => {
    const { status, text } = await call(request);
    return { status, code: JSON.parse(text).code };
  };
  const arn = () => `acs:ram::${shop.accountId}:user/alice`;

  test('serves a request that is verified and allowed, and knows who sent it', async () => {
    const reply = await call({ ...order, signer: shop.alice });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toEqual({ order: { id: '17' }, caller: arn() });
  });

  test('hands a verified body on to the usual parser', async () => {
    const reply = await call({ ...purchase, signer: shop.alice });
    expect(JSON.parse(reply.text)).toEqual({ order: JSON.parse(item), caller: arn() });
  });

  test('serves requests after one another and at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => call({ ...purchase, signer: shop.alice })),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('leaves open what is declared public', async () => {
    expect(JSON.parse((await call({ path: '/health' })).text)).toEqual({ status: 'ok' });
  });

  test('refuses what the policies do not allow, with what was asked for', async () => {
    const reply = await call({ path: '/orders/18', signer: shop.alice });
    expect(reply.status).toBe(403);
    expect(JSON.parse(reply.text)).toEqual({
      code: 'NoPermission',
      message: `You are not allowed to do shop:GetOrder on acs:shop:*:${shop.accountId}:order/18.`,
      nextStep: 'Ask whoever administers your account for a policy that allows this, and give the requestId.',
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
    });
    expect((await refusal({ ...order, signer: shop.mallory })).status).toBe(403);
  });

  test('refuses a request that is not signed', async () => {
    expect(await refusal(order)).toEqual({ status: 401, code: 'MissingSignature' });
  });

  test('refuses a request that was signed with another secret', async () => {
    const signer = { ...shop.alice, accessKeySecret: 'another-secret' };
    expect(await refusal({ ...order, signer })).toEqual({ status: 401, code: 'SignatureDoesNotMatch' });
  });

  test('refuses a request of a key that does not exist', async () => {
    const signer = { accessKeyId: 'LTAInobody', accessKeySecret: 'a-secret' };
    expect((await refusal({ ...order, signer })).status).toBe(401);
  });

  test('refuses a request that was changed on its way', async () => {
    const signed = { ...order, signer: shop.alice };
    expect((await refusal({ ...signed, path: '/orders/18', target: '/orders/17' })).status).toBe(401);
    expect((await refusal({ ...signed, target: '/orders/17?as=root' })).status).toBe(401);
    expect((await refusal({ ...signed, headers: { host: 'elsewhere.example' } })).status).toBe(401);
    expect((await refusal({ ...signed, headers: { 'x-acs-extra': '1' } })).status).toBe(401);
  });

  test('refuses a body that was changed on its way, longer, shorter or gone', async () => {
    for (const sentBody of [item.replace('tea', 'gin'), `${item} `, item.slice(1), '{}']) {
      expect(await refusal({ ...purchase, signer: shop.alice, sentBody })).toEqual({
        status: 401,
        code: 'ContentDigestMismatch',
      });
    }
    expect((await refusal({ ...order, signer: shop.alice, sentBody: item })).status).toBe(401);
  });

  test('refuses a request that was sent before', async () => {
    const nonce = crypto.randomUUID();
    // What the client sends twice is the same to the last byte.
    const first = await call({ ...order, signer: shop.alice, nonce });
    const again = await refusal({ ...order, signer: shop.alice, nonce });
    expect({ first: first.status, again }).toEqual({
      first: 200,
      again: { status: 401, code: 'SignatureNonceUsed' },
    });
  });

  test.each([
    '/orders/*',
    '/orders/%2A',
    '/orders/1%3F',
    '/orders/17%3Ax',
    '/orders/17%252e',
    '/orders/17%2F..%2F18',
  ])('refuses %s, whose parameter could mean more than one order', async path => {
    expect((await refusal({ path, signer: shop.alice })).status).toBe(400);
  });

  test.each(['/Orders/17', '/orders/17/', '//orders/17', '/order%73/17', '/orders/17/.', '/orders/17;v=1'])(
    'serves nothing without a signature under the spelling %s',
    async path => {
      for (const method of ['GET', 'HEAD']) {
        const { status, text } = await call({ method, path });
        expect(status, text).toBeGreaterThanOrEqual(400);
      }
    },
  );

  test.each(['\u00FCa/orders/17?', 'x/orders/17?'])('finds no path in the Host header %s', async host => {
    const { text } = await call({ path: '/health', headers: { host } });
    expect(text).not.toContain('"id"');
    expect((await call({ path: '/orders/18', signer: shop.alice, headers: { host } })).status).toBe(400);
  });

  test('does not believe what a client says about its address', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
    expect((await call({ ...order, signer: shop.alice, headers })).status).toBe(200);
  });

  test('refuses a body beyond the limit', async () => {
    const body = JSON.stringify({ item: 'x'.repeat(1024 * 1024) });
    expect(await refusal({ ...purchase, body, signer: shop.alice })).toEqual({
      status: 413,
      code: 'BodyTooLarge',
    });
  });
});
