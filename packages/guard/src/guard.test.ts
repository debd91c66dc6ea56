/** What the guard does when something is wrong; what it lets through is tested on a real server in e2e. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { type ClientRequest, callService, somebody } from '../test/client.ts';
import { createGuard, type Guard } from './guard.ts';
import { protect } from './node-http.ts';
import type { RefusalReport } from './observer.ts';
import type { Admission } from './outcome.ts';
import { routes } from './rules/routes.ts';
import type { RuleSource } from './rules/rule.ts';
import type { GuardOptions } from './settings.ts';

const SECRET = 'the-secret-of-the-service';
const rule: RuleSource = routes({
  'GET /orders/{id}': { action: 'shop:GetOrder', resource: 'acs:shop:*:{account}:order/{id}' },
  'POST /orders': { action: 'shop:CreateOrder', resource: 'acs:shop:*:{account}:order/*' },
});

/** Serves on a free port until the test ends. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}

/** A service behind a guard that asks at the given address. */
async function service(endpoint: string, options: Partial<GuardOptions> = {}, chosen: RuleSource = rule) {
  const reports: RefusalReport[] = [];
  const served: (Admission | undefined)[] = [];
  const guard: Guard = createGuard({
    endpoint: `http://${endpoint}`,
    accessKeyId: 'LTAIservice',
    accessKeySecret: SECRET,
    account: '1000000000000001',
    onRefusal: report => reports.push(report),
    ...options,
  });
  onTestFinished(guard.close);
  const host = await serve(
    protect(guard, chosen, ({ wardenry }, response) => {
      served.push(wardenry);
      response.end('served');
    }),
  );
  const call = (request: ClientRequest) => callService(host, request);
  return { call, reports, served };
}

/** Somewhere that must not be asked. */
const unasked = () =>
  serve((_, response) => {
    response.writeHead(418).end();
  });

const order: ClientRequest = { path: '/orders/17', signer: somebody };
const identity = {
  AccountId: '1000000000000001',
  Arn: 'acs:ram::1000000000000001:user/alice',
  IdentityType: 'RAMUser',
  PrincipalId: '2000000000000001',
  UserId: '2000000000000001',
};
const allow = { RequestId: 'R', identity, decision: 'Allow' };

const json = (status: number, body: unknown): RequestListener => {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
};

/** Ways in which a server can fail to say yes. */
const failures: readonly (readonly [string, RequestListener])[] = [
  ['answers 500', json(500, allow)],
  ['answers 503', json(503, { Code: 'ServiceUnavailable', RequestId: 'R' })],
  ['answers 404', json(404, allow)],
  ['answers 302', (_, response) => response.writeHead(302, { location: '/' }).end(JSON.stringify(allow))],
  ['answers 201', json(201, allow)],
  ['refuses the key of the service', json(404, { Code: 'InvalidAccessKeyId.NotFound', RequestId: 'R' })],
  ['refuses the service itself', json(403, { Code: 'NoPermission', RequestId: 'R' })],
  ['throttles the service', json(400, { Code: 'Throttling.User', RequestId: 'R' })],
  ['answers nothing', json(200, undefined)],
  ['answers null', json(200, null)],
  ['answers a list', json(200, [allow])],
  ['answers true', json(200, true)],
  ['answers an empty object', json(200, {})],
  ['answers half of its JSON', (_, response) => response.end(JSON.stringify(allow).slice(0, -1))],
  ['answers a page', (_, response) => response.end('<html>Allow</html>')],
  ['names nobody', json(200, { ...allow, identity: undefined })],
  ['names somebody without an ARN', json(200, { ...allow, identity: { ...identity, Arn: undefined } })],
  ['names somebody by a number', json(200, { ...allow, identity: { ...identity, AccountId: 1 } })],
  [
    'names somebody of an unknown type',
    json(200, { ...allow, identity: { ...identity, IdentityType: 'Robot' } }),
  ],
  ['decides nothing', json(200, { ...allow, decision: undefined })],
  ['decides in other words', json(200, { ...allow, decision: 'allow' })],
  ['decides twice', json(200, { ...allow, decision: ['Allow'] })],
  ['decides true', json(200, { ...allow, decision: true })],
  ['hangs up', (_, response) => response.socket?.destroy()],
  [
    'hangs up in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(JSON.stringify(allow), () => response.socket?.destroy());
    },
  ],
  [
    'answers without end',
    (_, response) => response.end(JSON.stringify({ ...allow, more: 'x'.repeat(100_000) })),
  ],
];

describe('a server that', () => {
  test.each(failures)('%s lets nothing through', async (_, listener) => {
    const { call, reports, served } = await service(await serve(listener));
    const reply = await call(order);
    expect(reply.status).toBe(503);
    expect(reply.headers['retry-after']).toBe('1');
    expect(JSON.parse(reply.text)).toEqual({
      code: 'AuthorizationUnavailable',
      message: 'This service cannot find out whether the request is allowed.',
      nextStep: 'Try again after the time in Retry-After.',
      requestId: expect.stringMatching(/./),
    });
    expect(served).toEqual([]);
    expect(reports).toMatchObject([{ detail: expect.stringMatching(/./), dryRun: false }]);
  });

  test('is not there lets nothing through', async () => {
    const { call, reports } = await service('127.0.0.1:1');
    expect((await call(order)).status).toBe(503);
    expect(reports).toMatchObject([{ detail: expect.stringContaining('ECONNREFUSED') }]);
  });

  test('never answers is waited for no longer than it may take', async () => {
    const { call, reports } = await service(await serve(() => undefined), { timeout: 50 });
    expect((await call(order)).status).toBe(503);
    expect(reports).toMatchObject([{ detail: 'it did not answer within 50 ms' }]);
  });

  test('answers drop by drop is waited for no longer than it may take', async () => {
    const drip: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const dripping = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(dripping));
    };
    const { call } = await service(await serve(drip), { timeout: 50 });
    expect((await call(order)).status).toBe(503);
  });

  test('speaks another protocol lets nothing through', async () => {
    const plain = await serve(json(200, allow));
    const { call } = await service(plain, { endpoint: `https://${plain}` });
    expect((await call(order)).status).toBe(503);
  });

  test.each(failures)('%s stops nothing in a dry run, and is reported', async (_, listener) => {
    const { call, reports, served } = await service(await serve(listener), { mode: 'dry-run' });
    expect((await call(order)).text).toBe('served');
    expect(served).toMatchObject([{ params: { id: '17' }, wouldRefuse: { status: 503 } }]);
    expect(served[0]?.identity).toBeUndefined();
    expect(reports).toMatchObject([{ dryRun: true, action: 'shop:GetOrder' }]);
  });
});

describe('a server that says yes', () => {
  it('is believed, or the refusals above would mean nothing', async () => {
    const { call, reports, served } = await service(await serve(json(200, allow)));
    expect((await call(order)).text).toBe('served');
    expect(served).toMatchObject([{ identity: { arn: identity.Arn }, requestId: 'R' }]);
    expect(reports).toEqual([]);
  });

  it('and closes a kept connection under the next question is asked again', async () => {
    const used = new WeakSet<object>();
    const once: RequestListener = (request, response) => {
      if (used.has(request.socket)) return request.socket.resetAndDestroy();
      used.add(request.socket);
      return json(200, allow)(request, response);
    };
    const { call } = await service(await serve(once));
    expect([(await call(order)).text, (await call(order)).text]).toEqual(['served', 'served']);
  });

  it('to a dry run must say what the answer would have been', async () => {
    const dry = { mode: 'dry-run' } as const;
    const denied = await service(await serve(json(200, { ...allow, wouldBe: 'ImplicitDeny' })), dry);
    expect((await denied.call(order)).text).toBe('served');
    expect(denied.served).toMatchObject([{ identity: { arn: identity.Arn }, wouldRefuse: { status: 403 } }]);
    const allowed = await service(await serve(json(200, { ...allow, wouldBe: 'Allow' })), dry);
    await allowed.call(order);
    expect(allowed.served[0]?.wouldRefuse).toBeUndefined();
  });
});

describe('a request that cannot be right is refused and nobody is asked:', () => {
  test.each<[string, ClientRequest, number, string]>([
    ['not signed', { path: '/orders/17' }, 401, 'MissingSignature'],
    [
      'with a bearer token',
      { path: '/orders/17', headers: { authorization: 'Bearer x' } },
      401,
      'UnsupportedSignature',
    ],
    [
      'with half a header',
      { ...order, headers: { authorization: 'ACS3-HMAC-SHA256 Credential=x' } },
      401,
      'UnsupportedSignature',
    ],
    [
      'without a digest',
      { ...order, headers: { 'x-acs-content-sha256': undefined } },
      401,
      'UnsupportedSignature',
    ],
    ['to a route that is not listed', { ...order, path: '/customers/17' }, 403, 'NoRule'],
    ['by a method that is not listed', { ...order, method: 'DELETE' }, 403, 'NoRule'],
    ['to no order', { ...order, path: '/orders/' }, 403, 'NoRule'],
    ['for all orders', { ...order, path: '/orders/*' }, 400, 'InvalidResourceName'],
    ['for all orders, encoded', { ...order, path: '/orders/%2A' }, 400, 'InvalidResourceName'],
    ['for an order of one letter', { ...order, path: '/orders/%3F' }, 400, 'InvalidRequest'],
    ['for another resource', { ...order, path: '/orders/17%3Aitem' }, 400, 'InvalidResourceName'],
    ['for an order encoded twice', { ...order, path: '/orders/%252A' }, 400, 'InvalidRequest'],
    ['with a letter encoded', { ...order, path: '/order%73/17' }, 400, 'InvalidRequest'],
    [
      'with a path of its own in Host',
      { ...order, headers: { host: 'a/orders/18?' } },
      400,
      'InvalidRequest',
    ],
    ['spelt in other letters', { ...order, path: '/Orders/17' }, 403, 'NoRule'],
    ['with a slash in the order', { ...order, path: '/orders/17%2Fitems' }, 400, 'InvalidRequest'],
    ['that climbs', { ...order, path: '/orders/../orders/17' }, 400, 'InvalidRequest'],
    ['with a parameter twice', { ...order, target: '/orders/17?a=1&a=2' }, 400, 'InvalidRequest'],
    ['that is no UTF-8', { ...order, target: '/orders/%FF' }, 400, 'InvalidRequest'],
  ])('%s', async (_, request, status, code) => {
    const { call, reports, served } = await service(await unasked());
    const reply = await call(request);
    expect({ status: reply.status, code: JSON.parse(reply.text).code }).toEqual({ status, code });
    expect(reply.headers['www-authenticate']).toBe(status === 401 ? 'ACS3-HMAC-SHA256' : undefined);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(served).toEqual([]);
    expect(reports).toHaveLength(1);
  });
});

describe('a rule that is a mistake', () => {
  const broken: readonly (readonly [string, RuleSource])[] = [
    ['throws', () => JSON.parse('no JSON')],
    ['is rejected', async () => Promise.reject(new Error('the table of owners is gone'))],
    ['names no resource', () => ({ action: 'shop:GetOrder', resource: 'order/17' })],
    ['names a parameter that is not there', { action: 'shop:GetOrder', resource: 'acs:shop:*:1:order/{id}' }],
    [
      'claims to know the address',
      () => ({ action: 'a:B', resource: 'acs:a:*:1:b', context: { 'acs:SourceIp': '::1' } }),
    ],
  ];

  test.each(broken)('that %s lets nothing through', async (_, chosen) => {
    const { call, reports, served } = await service(await unasked(), {}, chosen);
    const reply = await call(order);
    expect(reply.status).toBe(500);
    expect(JSON.parse(reply.text)).toMatchObject({ code: 'GuardMisconfigured' });
    expect(reply.text).not.toContain('owners');
    expect(served).toEqual([]);
    expect(reports).toMatchObject([{ detail: expect.stringMatching(/./) }]);
  });

  const never: RuleSource = () => new Promise(() => undefined);

  it('in that it never chooses is waited for no longer than it may take', async () => {
    const { call, reports, served } = await service(await unasked(), { timeout: 50 }, never);
    const reply = await call(order);
    expect({ status: reply.status, code: JSON.parse(reply.text).code }).toEqual({
      status: 503,
      code: 'AuthorizationUnavailable',
    });
    expect(served).toEqual([]);
    expect(reports).toMatchObject([{ detail: 'the rule was not chosen within 50 ms' }]);
  });

  it('does not stop a dry run by never choosing', async () => {
    const options = { timeout: 50, mode: 'dry-run' } as const;
    const { call, served } = await service(await unasked(), options, never);
    expect((await call(order)).text).toBe('served');
    expect(served).toMatchObject([{ wouldRefuse: { status: 503 } }]);
  });

  it('and takes all the time there is leaves none to the server', async () => {
    const choose: RuleSource = () => {
      const end = performance.now() + 20;
      while (performance.now() < end);
      return { action: 'shop:GetOrder', resource: 'acs:shop:*:1:order/17' };
    };
    const endpoint = await serve(json(200, allow));
    const { call, reports, served } = await service(endpoint, { timeout: 10 }, choose);
    expect((await call(order)).status).toBe(503);
    expect({ served, reports }).toMatchObject({
      served: [],
      reports: [{ detail: 'it did not answer within 10 ms' }],
    });
  });

  it('is found out at once where it can be', () => {
    const guard = createGuard({ endpoint: 'http://127.0.0.1:1', accessKeyId: 'a', accessKeySecret: 'b' });
    expect(() => guard.gate({ action: 'GetOrder', resource: 'acs:shop:*:1:order/*' })).toThrow(TypeError);
    expect(() => guard.gate({ action: 'shop:GetOrder', resource: 'acs:shop:*:{account}:o' })).toThrow(
      'option account',
    );
  });
});

describe('what the guard says', () => {
  it('never holds a secret, a token or a signature', async () => {
    const warnings: unknown[] = [];
    vi.spyOn(process, 'emitWarning').mockImplementation((...args) => void warnings.push(args));
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const token = 'a-security-token';
    const { call } = await service('127.0.0.1:1', { securityToken: token, onRefusal: undefined });
    const reply = await call({ ...order, headers: { 'x-acs-security-token': 'token-of-a-client' } });
    const said = JSON.stringify({ warnings, reply });
    expect(warnings).toHaveLength(1);
    for (const secret of [SECRET, token, somebody.accessKeySecret, 'token-of-a-client', 'Signature=']) {
      expect(said).not.toContain(secret);
    }
  });

  it('to an observer that fails changes nothing', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const onRefusal = () => {
      throw new Error('the log is full');
    };
    const { call } = await service(await unasked(), { onRefusal });
    expect((await call({ path: '/orders/17' })).status).toBe(401);
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('the log is full'), expect.anything());
  });
});

describe('options', () => {
  const good: GuardOptions = { endpoint: 'https://iam.example:8443', accessKeyId: 'a', accessKeySecret: 'b' };

  test.each<[string, Partial<GuardOptions>, string]>([
    ['no endpoint', { endpoint: undefined }, 'endpoint must be the address'],
    ['an endpoint with a path', { endpoint: 'https://iam.example/v1' }, 'endpoint must be the address'],
    [
      'an endpoint with a user',
      { endpoint: 'https://me:secret@iam.example' },
      'endpoint must be the address',
    ],
    ['another scheme', { endpoint: 'ftp://iam.example' }, 'endpoint must be the address'],
    ['plain HTTP beyond this machine', { endpoint: 'http://iam.example' }, 'must begin with https'],
    ['no key', { accessKeyId: undefined }, 'AccessKey'],
    ['no secret', { accessKeySecret: '' }, 'AccessKey'],
    ['a patience without end', { timeout: Number.POSITIVE_INFINITY }, 'timeout must be a whole number'],
    ['no patience', { timeout: 0 }, 'timeout must be a whole number'],
    ['no limit of bodies', { bodyLimit: -1 }, 'bodyLimit must be a whole number'],
    ['an account with a wildcard', { account: '*' }, 'account must be the id'],
    ['a proxy that is none', { trustedProxies: ['proxy'] }, 'is no address'],
    ['a file that is not there', { caFile: '/nowhere/ca.pem' }, 'ENOENT'],
  ])('with %s are refused', (_, change, message) => {
    expect(() => createGuard({ ...good, ...change })).toThrow(message);
  });

  test.each(['http://127.0.0.1:8440', 'http://localhost', 'http://[::1]:8440', 'https://10.0.0.1'])(
    'with the endpoint %s are fine',
    endpoint => {
      expect(() => createGuard({ ...good, endpoint })).not.toThrow();
    },
  );

  it('whose mistake is a secret do not repeat it', () => {
    expect(() => createGuard({ ...good, endpoint: 'https://me:secret@iam.example' })).not.toThrow('secret');
  });
});
