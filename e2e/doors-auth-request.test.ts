/** `GET /v1/auth-request`: what a proxy is answered, and what a client cannot talk it into. */
import { randomUUID } from 'node:crypto';
import { signRpcV1 } from '@wardenry/signature';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Asking, type Received, type ReceivedOptions, received } from './asking.ts';
import { outcomeOf, type Signer } from './doors/door.ts';
import { membersOf, send } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;
let asking: Asking;
let alice: Signer & { readonly name: string };
let token: string;

const check = { 'x-wardenry-action': 'shop:GetOrder', 'x-wardenry-resource': 'acs:shop:*:*:order/17' };

beforeAll(async () => {
  // The tests are the proxy.
  server = await startServer({
    env: { WARDENRY_TRUSTED_PROXIES: '127.0.0.1', WARDENRY_ALLOW_PLAIN_HTTP: 'true' },
  });
  asking = new Asking(server);
  alice = await asking.person(
    { Effect: 'Allow', Action: 'shop:GetOrder', Resource: '*' },
    {
      Effect: 'Allow',
      Action: 'shop:Pay',
      Resource: '*',
      Condition: {
        IpAddress: { 'acs:SourceIp': '192.0.2.0/24' },
        Bool: { 'acs:SecureTransport': 'true' },
      },
    },
  );
  token = (await newToken()).token;
}, 60_000);

afterAll(() => server.remove());

async function newToken(parameters: Record<string, string> = {}): Promise<{ id: string; token: string }> {
  const { GatewayToken } = await asking.call('Wardenry', 'CreateGatewayToken', parameters);
  const { TokenId, Token } = GatewayToken as Record<string, string>;
  return { id: String(TokenId), token: String(Token) };
}

type Headers = Readonly<Record<string, string | string[]>>;

/** What nginx sends about a request that it received. */
function passedOn({ method, path, query, headers }: Received, more: Headers = {}): Headers {
  const { host = '', ...others } = headers;
  return {
    ...others,
    'x-original-method': method,
    'x-original-uri': query === undefined ? path : `${path}?${query}`,
    'x-original-host': host,
    'x-wardenry-gateway-token': token,
    'x-forwarded-for': '192.0.2.7',
    'x-forwarded-proto': 'https',
    ...more,
  };
}

/** What becomes of a request of alice's. */
async function judged(options: ReceivedOptions = {}, more: Headers = {}, signer: Signer = alice) {
  return asking.proxied(passedOn(received(signer, options), { ...check, ...more }));
}

async function outcome(...given: Parameters<typeof judged>): Promise<string> {
  const { status, headers } = await judged(...given);
  return `${status} ${headers['x-wardenry-code'] ?? ''}`.trim();
}

describe('a request that is allowed', () => {
  test('is answered 200, with who sent it and what body was signed', async () => {
    const { status, headers } = await judged({
      method: 'POST',
      body: 'hello',
      query: [{ name: 'a', value: 'b c' }],
    });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'x-wardenry-account-id': asking.accountId,
      'x-wardenry-identity-type': 'RAMUser',
      'x-wardenry-principal-arn': asking.userArn(alice.name),
      'x-wardenry-principal-id': expect.stringMatching(/^\d{18}$/),
      // printf hello | sha256sum
      'x-wardenry-content-sha256': '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    });
  });

  test('needs no question about rights', async () => {
    expect(await outcome({}, { 'x-wardenry-action': '', 'x-wardenry-resource': '' })).toBe('200');
  });

  test('may be signed under V1, and then has no body', async () => {
    const parameters = signRpcV1('GET', [{ name: 'Action', value: 'GetOrder' }], alice, {
      date: new Date(),
      nonce: randomUUID(),
    });
    const query = parameters.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
    const request = { method: 'GET', path: '/', query, headers: { host: 'shop.example' } };
    const { status, headers } = await asking.proxied(passedOn(request, check));
    expect([status, headers['x-wardenry-content-sha256']]).toEqual([
      200,
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ]);
  });

  test('is decided on where it came from, as the trusted proxy says', async () => {
    const pay = { 'x-wardenry-action': 'shop:Pay' };
    expect(await outcome({}, pay)).toBe('200');
    expect(await outcome({}, { ...pay, 'x-forwarded-for': '198.51.100.1' })).toBe('403 NoPermission');
    expect(await outcome({}, { ...pay, 'x-forwarded-proto': 'http' })).toBe('403 NoPermission');
  });
});

describe('a request that is not', () => {
  test('is answered 403 for want of rights', async () => {
    expect(await outcome({}, { 'x-wardenry-action': 'shop:DeleteOrder' })).toBe('403 NoPermission');
    expect(await outcome({}, { 'x-wardenry-resource': 'acs:shop:*:1999999999999999:order/17' })).toBe(
      '403 NoPermission',
    );
  });

  test.each<[string, () => Headers, string]>([
    ['of another path than was signed', () => ({ 'x-original-uri': '/orders/18' }), 'SignatureDoesNotMatch'],
    ['of another method', () => ({ 'x-original-method': 'DELETE' }), 'SignatureDoesNotMatch'],
    ['for another host', () => ({ 'x-original-host': 'other.example' }), 'SignatureDoesNotMatch'],
    [
      'with another body than was signed',
      () => ({ 'x-acs-content-sha256': '0'.repeat(64) }),
      'SignatureDoesNotMatch',
    ],
    ['with an x-acs header that is not signed', () => ({ 'x-acs-role': 'admin' }), 'IncompleteSignature'],
    ['without a signature', () => ({ authorization: '' }), 'InvalidSignatureMethod'],
    ['of yesterday', () => ({ 'x-acs-date': '2026-01-01T00:00:00Z' }), 'InvalidTimeStamp.Expired'],
  ])('%s is answered 401, and who sent it is not said', async (_, change, code) => {
    const { status, headers } = await judged({}, change());
    expect([status, headers['x-wardenry-code']]).toEqual([401, code]);
    expect(headers['x-wardenry-principal-arn']).toBeUndefined();
    expect(headers['www-authenticate']).toBe('ACS3-HMAC-SHA256');
  });

  test('passes once', async () => {
    const headers = passedOn(received(alice), check);
    expect((await asking.proxied(headers)).status).toBe(200);
    const again = await asking.proxied(headers);
    expect([again.status, again.headers['x-wardenry-code']]).toEqual([401, 'SignatureNonceUsed']);
  });
});

describe('what a client adds', () => {
  test.each([
    'x-original-uri',
    'x-original-method',
    'x-original-host',
    'x-wardenry-action',
    'x-wardenry-resource',
    'x-wardenry-gateway-token',
    'x-acs-date',
    'authorization',
  ])('to %s of the proxy is refused, whichever comes first', async name => {
    const base = passedOn(received(alice), check);
    const own = String(base[name]);
    for (const both of [
      [own, 'x'],
      ['x', own],
      [own, own],
    ]) {
      const { status } = await asking.proxied({ ...base, [name]: both });
      expect(status).toBe(401);
    }
  });

  test('cannot take the place of what the proxy was not configured to say', async () => {
    for (const left of ['x-wardenry-action', 'x-wardenry-resource']) {
      expect(await outcome({}, { [left]: '' })).toBe('401 InvalidProxyRequest');
    }
    for (const left of ['x-original-uri', 'x-original-method', 'x-original-host']) {
      expect(await outcome({}, { [left]: '' })).toBe('401 InvalidProxyRequest');
    }
  });

  test.each(['?', '?dryRun=true', '?Action=GetServerInfo', '?x=1'])(
    'as a query of the proxy is refused: %s',
    async query => {
      const { status, headers } = await asking.proxied(
        passedOn(received(alice), check),
        `/v1/auth-request${query}`,
      );
      expect([status, headers['x-wardenry-code']]).toEqual([401, 'InvalidRequest']);
    },
  );

  test('as bytes that are no UTF-8 names no resource', async () => {
    const named = (resource: Buffer) =>
      outcome({}, { 'x-wardenry-resource': `acs:shop:*:*:order/${resource.toString('latin1')}` });
    expect(await named(Buffer.from('名'))).toBe('200');
    expect(await named(Buffer.from([0xe5, 0x90]))).toBe('401 InvalidProxyRequest');
    expect(await named(Buffer.from([0xff]))).toBe('401 InvalidProxyRequest');
  });

  test('does not make a dry run', async () => {
    const asked = { 'x-wardenry-dry-run': 'true', 'x-wardenry-action': 'shop:DeleteOrder' };
    expect(await outcome({ query: [{ name: 'dryRun', value: 'true' }] }, asked)).toBe('403 NoPermission');
  });
});

describe('a gateway token', () => {
  test('is listed without its secret, and works until it is deleted', async () => {
    const made = await newToken({ Description: 'edge 名' });
    const { GatewayTokens } = await asking.call('Wardenry', 'ListGatewayTokens');
    const listed = JSON.stringify(GatewayTokens);
    expect(listed).toContain(made.id);
    expect(listed).not.toContain(made.token.slice(made.id.length + 1));
    const presented = { 'x-wardenry-gateway-token': made.token };
    expect(await outcome({}, presented)).toBe('200');
    await asking.call('Wardenry', 'DeleteGatewayToken', { TokenId: made.id });
    expect(await outcome({}, presented)).toBe('401 InvalidGatewayToken');
    expect(await outcomeOf(asking.call('Wardenry', 'DeleteGatewayToken', { TokenId: made.id }))).toBe(
      'EntityNotExist.GatewayToken',
    );
  });

  test.each<[string, () => string]>([
    ['nothing', () => ''],
    ['an id alone', () => token.slice(0, token.indexOf('.'))],
    ['an id without a secret', () => token.slice(0, token.indexOf('.') + 1)],
    ['a secret alone', () => token.slice(token.indexOf('.'))],
    ['another secret', () => `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`],
    ['more than the token', () => `${token}x`],
    ['an id that is not there', () => token.replace('gwt-', 'gwt-x')],
    ['a megabyte less a bit', () => 'x'.repeat(60_000)],
  ])('is not %s', async (_, presented) => {
    expect(await outcome({}, { 'x-wardenry-gateway-token': presented() })).toBe('401 InvalidGatewayToken');
  });

  test('opens no other door', async () => {
    const address = { protocol: 'http', host: server.host } as const;
    const doors = { '/': 'VerifyRequest', '/v1/verify': 'VerifyRequest', '/v1/authorize': 'Authorize' };
    for (const [target, action] of Object.entries(doors)) {
      const headers = passedOn({ method: 'GET', path: '/', headers: { host: 'a' } });
      const reply = await send(address, {
        method: 'POST',
        target,
        headers: {
          ...headers,
          host: server.host,
          'x-acs-action': action,
          'x-acs-version': '2026-11-01',
        } as Record<string, string>,
      });
      expect([reply.status, membersOf(reply).Code]).toEqual([400, 'MissingAccessKeyId']);
    }
  });

  test('is asked for with GET', async () => {
    const address = { protocol: 'http', host: server.host } as const;
    const headers = { host: 'a', 'x-wardenry-gateway-token': token };
    const reply = await send(address, { method: 'POST', target: '/v1/auth-request', headers });
    expect(reply.status).toBe(401);
  });

  test('made for a dry run lets everything pass and says what would not', async () => {
    const dry = { 'x-wardenry-gateway-token': (await newToken({ DryRun: 'true' })).token };
    const answers = [
      await judged({}, dry),
      await judged({}, { ...dry, 'x-wardenry-action': 'shop:DeleteOrder' }),
      await judged({}, { ...dry, 'x-original-uri': '/orders/18' }),
    ];
    expect(answers.map(({ status, headers }) => [status, headers['x-wardenry-would-refuse']])).toEqual([
      [200, undefined],
      [200, 'NoPermission'],
      [200, 'SignatureDoesNotMatch'],
    ]);
    expect(answers[2]?.headers['x-wardenry-principal-arn']).toBeUndefined();
  });

  test('is for those to make who may', async () => {
    const nobody = await asking.person();
    const reply = await asking.post('/', 'CreateGatewayToken', '{}', nobody);
    expect([reply.status, reply.members.Code]).toEqual([403, 'NoPermission']);
  });
});
