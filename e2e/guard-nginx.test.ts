/** The example for nginx: a real one, in front of a service that knows nothing of signatures. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type ClientRequest, callService } from '../packages/guard/test/client.ts';
import { startNginx } from '../tools/bootstrap/debian/nginx.mjs';
import { root } from '../tools/bootstrap/places.mjs';
import { openShop, type RunningService, type Shop, startExample } from './guard-shop.ts';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;
let shop: Shop;
let service: RunningService;
let nginx: Awaited<ReturnType<typeof startNginx>>;

beforeAll(async () => {
  server = await startServer({ env: { WARDENRY_TRUSTED_PROXIES: '127.0.0.1' } });
  shop = await openShop(server);
  service = await startExample('examples/nginx/server.ts', server.host, shop);
  nginx = await inFront(await newToken({}));
}, 120_000);

afterAll(async () => {
  await nginx?.stop();
  await service?.stop();
  await server?.remove();
});

interface Token {
  readonly TokenId: string;
  readonly Token: string;
}

async function newToken(parameters: Readonly<Record<string, string>>): Promise<Token> {
  const reply = await shop.call('Wardenry', 'CreateGatewayToken', parameters);
  return (reply as { GatewayToken: Token }).GatewayToken;
}

/** Starts nginx with the example's site, at addresses that are free here. */
async function inFront({ Token: token }: Token, wardenry = server.host) {
  const site = await readFile(join(root, 'examples/nginx/shop.conf'), 'utf8');
  const settings = `set $wardenry_account ${shop.accountId}; set $wardenry_token ${token};`;
  return startNginx(port =>
    site
      .replace('127.0.0.1:8440', wardenry)
      .replace('127.0.0.1:3000', service.host)
      .replace('listen 8080', `listen 127.0.0.1:${port}`)
      .replace('include wardenry-gateway.conf;', settings),
  );
}

const order: ClientRequest = { path: '/orders/17' };
const item = '{"item":"tea","note":"茶"}';
const purchase: ClientRequest = { method: 'POST', path: '/orders', body: item };
const call = (request: ClientRequest) => callService(nginx.host, request);
const refusal = async (request: ClientRequest) => {
  const { status, text } = await call(request);
  return { status, code: JSON.parse(text).code };
};

describe('a service behind nginx', () => {
  test('is told who sent a request that is verified and allowed', async () => {
    const caller = `acs:ram::${shop.accountId}:user/alice`;
    const read = await call({ ...order, signer: shop.alice });
    expect({ status: read.status, text: JSON.parse(read.text) }).toEqual({
      status: 200,
      text: { order: { id: '17' }, caller },
    });
    const query = [{ name: 'sort', value: 'by date + 茶' }];
    expect((await call({ ...order, query, signer: shop.alice })).status).toBe(200);
    const written = await call({ ...purchase, signer: shop.alice });
    expect(JSON.parse(written.text)).toEqual({ order: JSON.parse(item), caller });
  });

  test('leaves open what is declared public', async () => {
    expect((await call({ path: '/health' })).text).toBe('{"status":"ok"}');
  });

  test('gets nothing that the policies do not allow', async () => {
    const forbidden = { status: 403, code: 'NoPermission' };
    expect(await refusal({ path: '/orders/18', signer: shop.alice })).toEqual(forbidden);
    expect(await refusal({ ...order, signer: shop.mallory })).toEqual(forbidden);
    expect(await refusal({ ...order, method: 'DELETE', signer: shop.alice })).toEqual(forbidden);
  });

  test('gets nothing that nobody known has signed', async () => {
    const unsigned = await call(order);
    expect(unsigned.status).toBe(401);
    expect(unsigned.headers['www-authenticate']).toBe('ACS3-HMAC-SHA256');
    const signer = { ...shop.alice, accessKeySecret: 'another-secret' };
    expect(await refusal({ ...order, signer })).toEqual({ status: 401, code: 'SignatureDoesNotMatch' });
  });

  test('gets no request a second time', async () => {
    const nonce = crypto.randomUUID();
    expect((await call({ ...order, signer: shop.alice, nonce })).status).toBe(200);
    expect(await refusal({ ...order, signer: shop.alice, nonce })).toEqual({
      status: 401,
      code: 'SignatureNonceUsed',
    });
  });

  test('gets nothing that was changed on its way', async () => {
    const signed = { ...order, signer: shop.alice };
    expect((await refusal({ ...signed, path: '/orders/18', target: '/orders/17' })).status).toBe(401);
    expect((await refusal({ ...signed, target: '/orders/17?as=root' })).status).toBe(401);
    expect((await refusal({ ...signed, headers: { 'x-acs-extra': '1' } })).status).toBe(401);
  });

  test('finds out itself when the body is not the one that was signed', async () => {
    const mismatch = { status: 401, code: 'ContentDigestMismatch' };
    expect(await refusal({ ...purchase, signer: shop.alice, sentBody: '{"item":"gin"}' })).toEqual(mismatch);
    expect(await refusal({ ...order, signer: shop.alice, sentBody: item })).toEqual(mismatch);
  });

  test.each([
    '/orders/*',
    '/orders/%2A',
    '/orders/1%3F',
    '/orders/17/items',
    '/orders/17%2Fitems',
    '/customers',
  ])('is not reached at %s', async path => {
    expect((await call({ path, signer: shop.alice })).status).toBe(404);
  });

  test('sees the order that was decided about, however the path was spelt', async () => {
    for (const path of ['/orders/18/../17', '/orders/%31%37', '//orders/17']) {
      const { status, text } = await call({ path, signer: shop.alice });
      if (status === 200) expect(JSON.parse(text)).toMatchObject({ order: { id: '17' } });
      else expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  test.each([
    '/orders/../health',
    '//health',
    '/%68ealth',
    '/orders/17%2F..%2F..%2Fhealth',
    '/x/%2e%2e/health',
  ])(
    'sees the public page that nginx has read out of %s, and not what else could be read there',
    async path => {
      expect((await call({ path })).text).toBe('{"status":"ok"}');
    },
  );

  test('believes no header in which a client says who it is, or what it asks for', async () => {
    const headers = {
      'x-wardenry-principal-arn': 'acs:ram::1:root',
      'x-wardenry-content-sha256': '0'.repeat(64),
      'x-wardenry-action': 'shop:Anything',
      'x-wardenry-resource': '*',
      'x-original-uri': '/orders/18',
      'x-original-method': 'POST',
    };
    const reply = await call({ ...order, signer: shop.alice, headers });
    expect(JSON.parse(reply.text).caller).toBe(`acs:ram::${shop.accountId}:user/alice`);
    expect((await call({ ...order, signer: shop.mallory, headers })).status).toBe(403);
    expect((await call({ ...order, headers })).status).toBe(401);
  });

  test('is decided about by the real address, whatever a client says about it', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
    expect((await call({ ...order, signer: shop.alice, headers })).status).toBe(200);
  });

  test('cannot be asked about from outside', async () => {
    expect((await call({ path: '/wardenry', signer: shop.alice })).status).toBe(404);
  });
});

describe('nginx', () => {
  test('that Wardenry does not answer lets nothing through', async () => {
    const alone = await inFront(await newToken({}), '127.0.0.1:1');
    onTestFinished(alone.stop);
    const reply = await callService(alone.host, { ...order, signer: shop.alice });
    expect({ status: reply.status, retry: reply.headers['retry-after'] }).toEqual({
      status: 503,
      retry: '1',
    });
  });

  test('whose token was deleted lets nothing through', async () => {
    const token = await newToken({});
    const own = await inFront(token);
    onTestFinished(own.stop);
    const request = { ...order, signer: shop.alice };
    expect((await callService(own.host, request)).status).toBe(200);
    await shop.call('Wardenry', 'DeleteGatewayToken', { TokenId: token.TokenId });
    expect((await callService(own.host, request)).status).toBeGreaterThanOrEqual(400);
  });

  test('with a token for a dry run lets requests pass', async () => {
    const dry = await inFront(await newToken({ DryRun: 'true' }));
    onTestFinished(dry.stop);
    const reply = await callService(dry.host, { ...order, signer: shop.mallory });
    expect({ status: reply.status, caller: JSON.parse(reply.text).caller }).toEqual({
      status: 200,
      caller: `acs:ram::${shop.accountId}:user/mallory`,
    });
  });
});
