import {
  parseAuthorization,
  parseRequest,
  SigningSecret,
  verifyAcs3,
  verifyRpcV1,
} from '@wardenry/signature';
import { describe, expect, it } from 'vitest';
import { type Answer, type Received, serverAnswering } from '../test/server.ts';
import type { Authentication } from './authentication.ts';
import { createClient } from './client.ts';
import { ApiError, ServerUnavailable } from './errors.ts';
import { ram, sts } from './index.ts';
import { acs3, rpcV1 } from './signing.ts';

const credentials = {
  accessKeyId: 'an-id',
  accessKeySecret: 'a-secret-of-somebody',
  securityToken: 'a token+',
};
const secret = new SigningSecret(credentials.accessKeySecret);

/** What was received, read as strictly as the server reads it. */
function parsed({ method, target, rawHeaders, body }: Received) {
  return parseRequest({ method, target, rawHeaders: [...rawHeaders], body });
}

async function sent(authentication: Authentication, call: 'signed' | 'anonymous' = 'signed') {
  const { endpoint, received } = await serverAnswering(() => ({ body: '{"RequestId":"1"}' }));
  const client = createClient({ endpoint, authentication });
  if (call === 'signed') await client.call(ram.GetUser, { UserName: 'a b+c*~é' });
  else
    await client.call(sts.AssumeRoleWithOIDC, {
      OIDCProviderArn: 'p',
      RoleArn: 'r',
      OIDCToken: 't',
      RoleSessionName: 's',
    });
  const [request] = received;
  if (request === undefined) throw new Error('nothing was sent');
  return request;
}

describe('a call', () => {
  it('is signed with V3, token and all', async () => {
    const request = parsed(await sent(acs3(credentials)));
    const authorization = parseAuthorization(request.headers.get('authorization') ?? '');
    expect(authorization && verifyAcs3(request, authorization, secret)).toMatchObject({ valid: true });
    expect(request.headers.get('x-acs-action')).toBe('GetUser');
    expect(request.headers.get('x-acs-version')).toBe('2015-05-01');
    expect(request.headers.get('x-acs-security-token')).toBe('a token+');
    expect(request.form).toEqual([{ name: 'UserName', value: 'a b+c*~é' }]);
  });

  it('is signed with RPC V1, if asked', async () => {
    const request = parsed(await sent(rpcV1(credentials)));
    expect(verifyRpcV1(request, secret)).toMatchObject({ valid: true });
    const form = new Map(request.form.map(({ name, value }) => [name, value]));
    expect([form.get('Action'), form.get('Version'), form.get('Format')]).toEqual([
      'GetUser',
      '2015-05-01',
      'JSON',
    ]);
    expect(form.get('SecurityToken')).toBe('a token+');
  });

  it('is not signed when the operation asks for no signature', async () => {
    const refusing: Authentication = () => {
      throw new Error('nobody asked for a signature');
    };
    const request = parsed(await sent(refusing, 'anonymous'));
    expect(request.headers.has('authorization')).toBe(false);
    expect(request.form).toContainEqual({ name: 'Action', value: 'AssumeRoleWithOIDC' });
    expect(request.form.map(({ name }) => name)).not.toContain('Signature');
  });

  it('never has the same nonce again', async () => {
    const { endpoint, received } = await serverAnswering(() => ({ body: '{"RequestId":"1"}' }));
    const client = createClient({ endpoint, authentication: acs3(credentials) });
    await Promise.all(Array.from({ length: 5 }, () => client.call(ram.GetUser, { UserName: 'a' })));
    expect(new Set(received.map(({ headers }) => headers['x-acs-signature-nonce'])).size).toBe(5);
  });

  it('is sent once, whatever the answer is', async () => {
    const { endpoint, received } = await serverAnswering(() => ({
      status: 503,
      body: '{"Code":"ServiceUnavailable","Message":"m"}',
    }));
    const client = createClient({ endpoint, authentication: acs3(credentials) });
    await expect(client.call(ram.DeleteUser, { UserName: 'a' })).rejects.toThrow(ApiError);
    expect(received).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('has its code, status, sentence, request id, the reason of policies and when to come back', async () => {
    const body = JSON.stringify({
      RequestId: '7',
      Code: 'NoPermission',
      Message: 'You are not authorized.',
      AccessDeniedDetail: { NoPermissionType: 'ImplicitDeny' },
    });
    const error = await failureOf({ status: 403, headers: { 'x-acs-retry-after': '250' }, body });
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      code: 'NoPermission',
      status: 403,
      message: 'You are not authorized.',
      requestId: '7',
      accessDenied: { NoPermissionType: 'ImplicitDeny' },
      retryAfter: 250,
    });
  });

  it('says nothing of policies and of coming back where the server does not', async () => {
    const body = JSON.stringify({ RequestId: '7', Code: 'EntityNotExist.User', Message: 'm' });
    expect(await failureOf({ status: 404, body })).toMatchObject({ accessDenied: {}, retryAfter: undefined });
  });
});

describe('an answer that no Wardenry gives', () => {
  it.each([
    ['a page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }],
    ['a page in place of a reply', { status: 200, body: '<html>Welcome</html>' }],
    ['a list', { status: 200, body: '[]' }],
    ['nothing', { status: 200, body: '' }],
    ['an error without a code', { status: 500, body: '{"message":"oops"}' }],
  ] as const)('is no reply: %s', async (_, answer) => {
    expect(await failureOf(answer)).toBeInstanceOf(ServerUnavailable);
  });

  it('is another place to ask, which nothing that was signed is sent to', async () => {
    const { endpoint, received } = await serverAnswering((_, at) =>
      at === 0 ? { status: 307, headers: { location: '/' }, body: '{}' } : { body: '{"RequestId":"1"}' },
    );
    const client = createClient({ endpoint, authentication: acs3(credentials) });
    await expect(client.call(ram.GetUser, { UserName: 'a' })).rejects.toThrow(ServerUnavailable);
    expect(received).toHaveLength(1);
  });

  it('is a server that cannot be reached', async () => {
    const client = createClient({ endpoint: 'http://127.0.0.1:9', authentication: acs3(credentials) });
    await expect(client.call(ram.GetUser, { UserName: 'a' })).rejects.toThrow(ServerUnavailable);
  });

  it('is silence, once the time is up', async () => {
    const { endpoint } = await serverAnswering(() => undefined);
    const client = createClient({ endpoint, authentication: acs3(credentials), timeout: 50 });
    await expect(client.call(ram.GetUser, { UserName: 'a' })).rejects.toThrow(ServerUnavailable);
  });

  it('tells no secret in its message', async () => {
    const error = await failureOf({ status: 502, body: '<html></html>' });
    expect(String(error)).not.toContain(credentials.accessKeySecret);
    expect(String(error)).not.toContain(credentials.securityToken);
  });
});

describe('a call that is given up', () => {
  it('ends with the reason that was given', async () => {
    const { endpoint } = await serverAnswering(() => undefined);
    const client = createClient({ endpoint, authentication: acs3(credentials) });
    const controller = new AbortController();
    const call = client.call(ram.GetUser, { UserName: 'a' }, { signal: controller.signal });
    const reason = new Error('no longer wanted');
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });
});

describe('an endpoint', () => {
  it.each([
    '',
    'iam.example',
    'ftp://iam.example',
    'https://iam.example/path',
    'https://iam.example?x',
    'https://me@iam.example',
  ])('that is no address of a server is refused: "%s"', endpoint => {
    expect(() => createClient({ endpoint, authentication: acs3(credentials) })).toThrow(TypeError);
  });

  it('may be a URL', () => {
    const endpoint = new URL('https://iam.example:8443');
    expect(() => createClient({ endpoint, authentication: acs3(credentials) })).not.toThrow();
  });
});

async function failureOf(answer: Answer): Promise<unknown> {
  const { endpoint } = await serverAnswering(() => answer);
  const client = createClient({ endpoint, authentication: acs3(credentials) });
  return client.call(ram.GetUser, { UserName: 'a' }).then(
    reply => {
      throw new Error(`there was a reply: ${JSON.stringify(reply)}`);
    },
    (error: unknown) => error,
  );
}
