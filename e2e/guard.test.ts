/** The guard against a real server: what it believes, and what becomes of requests when something changes. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { pipeline } from 'node:stream';
import { type Admission, createGuard, type GuardOptions, type RefusalReport, routes } from '@wardenry/guard';
import { protect } from '@wardenry/guard/node-http';
import { type Acs3Algorithm, isDigestAvailable } from '@wardenry/signature';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type ClientRequest, callService } from '../packages/guard/test/client.ts';
import { openShop, type Shop } from './guard-shop.ts';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;
let shop: Shop;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server);
}, 60_000);

afterAll(() => server.remove());

/** Not every build of OpenSSL has SM3. */
const ALGORITHMS: Acs3Algorithm[] = isDigestAvailable('sm3')
  ? ['ACS3-HMAC-SHA256', 'ACS3-HMAC-SM3']
  : ['ACS3-HMAC-SHA256'];

const order: ClientRequest = { path: '/orders/17' };
const rules = routes({
  'GET /orders/{id}': { action: 'shop:GetOrder', resource: 'acs:shop:*:{account}:order/{id}' },
  'GET /orders/{id}/of/{other}': {
    action: 'shop:GetOrder',
    resource: ['acs:shop:*:{account}:order/{id}', 'acs:shop:*:{account}:order/{other}'],
  },
  'POST /orders': { action: 'shop:CreateOrder', resource: 'acs:shop:*:{account}:order/*' },
});

/** A shop behind a guard, until the test ends. */
async function open(change: Partial<GuardOptions> = {}) {
  const served: (Admission | undefined)[] = [];
  const reports: RefusalReport[] = [];
  const guard = createGuard({
    endpoint: `http://${server.host}`,
    ...shop.service,
    account: shop.accountId,
    onRefusal: report => reports.push(report),
    ...change,
  });
  const http = createServer(
    protect(guard, rules, async (request, response) => {
      served.push(request.wardenry);
      let length = 0;
      for await (const chunk of request) length += chunk.length;
      response.end(String(length));
    }),
  ).listen(0, '127.0.0.1');
  onTestFinished(() => {
    guard.close();
    http.closeAllConnections();
    http.close();
  });
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const host = `127.0.0.1:${address.port}`;
  const call = (request: ClientRequest) => callService(host, { signer: shop.alice, ...request });
  return { call, served, reports, status: async (request: ClientRequest) => (await call(request)).status };
}

/** An address that stays the same while what is behind it comes and goes. */
async function relayTo(target: () => string | undefined): Promise<string> {
  const relay = createTcpServer(socket => {
    const [hostname, port] = target()?.split(':') ?? [];
    if (port === undefined) return socket.destroy();
    const onward = connect(Number(port), hostname);
    pipeline(socket, onward, socket, () => undefined);
    return onward;
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void relay.close());
  await once(relay, 'listening');
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

describe('a guarded service', () => {
  test('is told who sent a request, and finds the body as it came', async () => {
    const { call, served } = await open();
    const body = JSON.stringify({ item: 'x'.repeat(200_000) });
    expect((await call({ method: 'POST', path: '/orders', body })).text).toBe(String(body.length));
    expect(served).toEqual([
      {
        identity: {
          accountId: shop.accountId,
          arn: `acs:ram::${shop.accountId}:user/alice`,
          identityType: 'RAMUser',
          principalId: expect.stringMatching(/^\d+$/),
          userId: expect.stringMatching(/^\d+$/),
        },
        body: Buffer.from(body),
        params: {},
        requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      },
    ]);
  });

  test('understands queries as the server does', async () => {
    const { status } = await open();
    const query = [
      { name: 'sort', value: "by date (new) + 'old'*" },
      { name: 'empty', value: '' },
      { name: '语言', value: '中文' },
    ];
    expect(await status({ ...order, query })).toBe(200);
    expect(await status({ ...order, target: '/orders/17?' })).toBe(200);
  });

  test('asks for each of several resources', async () => {
    const { status } = await open();
    expect(await status({ path: '/orders/17/of/17' })).toBe(200);
    expect(await status({ path: '/orders/17/of/18' })).toBe(403);
  });

  test.each(ALGORITHMS)('verifies bodies that were signed with %s', async algorithm => {
    const { status } = await open();
    const purchase: ClientRequest = { method: 'POST', path: '/orders', body: '{}', algorithm };
    expect(await status(purchase)).toBe(200);
    expect(await status({ ...purchase, sentBody: '[]' })).toBe(401);
  });

  test('reaches the server over TLS, and only the one whose certificate it can check', async () => {
    const endpoint = `https://${server.tlsHost}`;
    const trusting = await open({ endpoint, caFile: server.credentials.tlsCaFile });
    expect(await trusting.status(order)).toBe(200);
    const doubting = await open({ endpoint });
    expect(await doubting.status(order)).toBe(503);
    expect(doubting.reports).toMatchObject([{ detail: expect.stringContaining('certificate') }]);
  });

  test('takes the address from a proxy that it was told to trust, and from nobody else', async () => {
    const far = { 'x-forwarded-for': '203.0.113.9' };
    const secure = { 'x-forwarded-proto': 'https' };
    const near = await open();
    expect(await near.status({ ...order, headers: { ...far, ...secure } })).toBe(200);
    const behind = await open({ trustedProxies: ['127.0.0.0/8'] });
    expect(await behind.status(order)).toBe(200);
    expect(await behind.status({ ...order, headers: far })).toBe(403);
    expect(await behind.status({ ...order, headers: secure })).toBe(403);
    expect(await behind.status({ ...order, headers: { 'x-forwarded-for': 'me' } })).toBe(400);
  });
});

describe('a change', () => {
  test('of a policy or a key counts from the next request on', async () => {
    const { status } = await open();
    const who = { UserName: 'mallory' };
    const policy = { ...who, PolicyType: 'Custom', PolicyName: 'alice' };
    const request = { ...order, signer: shop.mallory };
    expect(await status(request)).toBe(403);
    await shop.call('Ram', 'AttachPolicyToUser', policy);
    expect(await status(request)).toBe(200);
    await shop.call('Ram', 'DetachPolicyFromUser', policy);
    expect(await status(request)).toBe(403);
    const key = { ...who, UserAccessKeyId: shop.mallory.accessKeyId };
    await shop.call('Ram', 'UpdateAccessKey', { ...key, Status: 'Inactive' });
    expect(await status(request)).toBe(401);
    await shop.call('Ram', 'UpdateAccessKey', { ...key, Status: 'Active' });
    expect(await status(request)).toBe(403);
  });
});

describe('a guard that may not ask', () => {
  test.each<[string, () => Partial<GuardOptions>, string]>([
    ['since its user lacks the permission', () => shop.alice, 'NoPermission'],
    ['since its key does not exist', () => ({ accessKeyId: 'LTAInobody' }), 'InvalidAccessKeyId.NotFound'],
    ['since its secret is wrong', () => ({ accessKeySecret: 'wrong' }), 'SignatureDoesNotMatch'],
  ])('%s lets nobody in, and tells its operator why', async (_, change, code) => {
    const { call, served, reports } = await open(change());
    const reply = await call(order);
    expect({ status: reply.status, served }).toEqual({ status: 503, served: [] });
    expect(reply.text).not.toContain(code);
    expect(reports).toMatchObject([{ detail: expect.stringContaining(code) }]);
  });
});

describe('a dry run', () => {
  test('lets everything pass and says what it would have refused', async () => {
    const { call, served, reports } = await open({ mode: 'dry-run', bodyLimit: 1000 });
    const purchase: ClientRequest = { method: 'POST', path: '/orders', body: 'x'.repeat(200_000) };
    const requests: [ClientRequest, number | undefined][] = [
      [order, undefined],
      [{ ...order, signer: shop.mallory }, 403],
      [{ ...order, signer: undefined }, 401],
      [{ ...order, signer: { ...shop.alice, accessKeySecret: 'wrong' } }, 401],
      [{ path: '/customers' }, 403],
      [{ path: '/orders/%2A' }, 400],
      [purchase, 413],
      [{ ...purchase, headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' } }, 413],
      [{ method: 'POST', path: '/orders', body: '{"a":1}', sentBody: '{"a":2}' }, 401],
    ];
    for (const [request] of requests) {
      const reply = await call(request);
      const body = request.sentBody ?? request.body ?? '';
      expect({ status: reply.status, text: reply.text }).toEqual({ status: 200, text: String(body.length) });
    }
    expect(served.map(admission => admission?.wouldRefuse?.status)).toEqual(
      requests.map(([, status]) => status),
    );
    expect(reports.map(({ refusal, dryRun }) => [refusal.status, dryRun])).toEqual(
      requests.flatMap(([, status]) => (status === undefined ? [] : [[status, true]])),
    );
    expect(reports[0]?.identity?.arn).toBe(`acs:ram::${shop.accountId}:user/mallory`);
  });
});

describe('a server that goes away', () => {
  test('leaves everything closed, and open again when it is back', async () => {
    const own = await startServer();
    onTestFinished(own.remove);
    const people = await openShop(own);
    let host: string | undefined = own.host;
    const endpoint = await relayTo(() => host);
    const { call } = await open({ endpoint, ...people.service, account: people.accountId });
    const request = { ...order, signer: people.alice };
    expect((await call(request)).status).toBe(200);
    await own.stop();
    host = undefined;
    const reply = await call(request);
    expect({ status: reply.status, retry: reply.headers['retry-after'] }).toEqual({
      status: 503,
      retry: '1',
    });
    const again = await startServer({ dataDir: own.dataDir, credentials: own.credentials });
    onTestFinished(() => void again.stop());
    host = again.host;
    expect((await call(request)).status).toBe(200);
  }, 60_000);
});
