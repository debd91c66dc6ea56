/** The local protocols over real sockets. */
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../failure.ts';
import type { RoleCredentials } from '../origin/source.ts';
import { type LocalListener, listenLocally } from './listener.ts';
import { createMetadataTokens } from './metadata-token.ts';
import type { Served } from './protocols.ts';

const held: RoleCredentials = {
  accessKeyId: 'STS.example',
  accessKeySecret: 'secret-of-the-session',
  securityToken: 'CAIS+/=',
  expiration: new Date('2026-11-24T13:00:00.789Z'),
};
const ROLES = '/latest/meta-data/ram/security-credentials/';
const SECRET_PATH = '/credentials/a-path-that-nobody-guesses';
const TTL = 'x-aliyun-ecs-metadata-token-ttl-seconds';
const TOKEN = 'x-aliyun-ecs-metadata-token';

let listeners: LocalListener[];

beforeEach(() => {
  listeners = [];
});

afterEach(() => Promise.all(listeners.map(listener => listener.close())));

async function listening(changes: Partial<Served> & { readonly tokenRequired?: boolean } = {}) {
  const { tokenRequired = false, ...served } = changes;
  const listener = await listenLocally(
    { host: '127.0.0.1', port: 0 },
    {
      current: async () => held,
      metadata: { roleName: 'app', tokens: createMetadataTokens(), tokenRequired },
      secretPath: SECRET_PATH,
      ...served,
    },
  );
  listeners.push(listener);
  return (path: string, init?: RequestInit) => fetch(`${listener.origin}${path}`, init);
}

async function told(response: Response) {
  return [response.status, await response.text()];
}

describe('instance metadata', () => {
  it('names the role, with and without a slash at the end', async () => {
    const ask = await listening();
    expect(await told(await ask(ROLES))).toEqual([200, 'app']);
    expect(await told(await ask(ROLES.slice(0, -1)))).toEqual([200, 'app']);
  });

  it.each(['ram', 'Ram', 'RAM', 'rAm'])('gives the credentials of the role under %s', async segment => {
    const ask = await listening();
    const response = await ask(`/latest/meta-data/${segment}/security-credentials/app`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      Code: 'Success',
      AccessKeyId: 'STS.example',
      AccessKeySecret: 'secret-of-the-session',
      SecurityToken: 'CAIS+/=',
      Expiration: '2026-11-24T13:00:00Z',
      LastUpdated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  });

  it('is answered with a token of its own in the second version', async () => {
    const ask = await listening({ tokenRequired: true });
    const token = await (await ask('/latest/api/token', { method: 'PUT', headers: { [TTL]: '60' } })).text();
    const headers = { [TOKEN]: token };
    expect(await told(await ask(ROLES, { headers }))).toEqual([200, 'app']);
    expect((await ask(`${ROLES}app`, { headers })).status).toBe(200);
  });

  it('refuses a wrong token even where none is needed, and the first version where one is', async () => {
    const lenient = await listening();
    expect((await lenient(`${ROLES}app`, { headers: { [TOKEN]: 'AAAA' } })).status).toBe(401);
    const strict = await listening({ tokenRequired: true });
    for (const path of [ROLES, `${ROLES}app`]) expect((await strict(path)).status).toBe(401);
  });

  it('gives no token without a time to live', async () => {
    const ask = await listening();
    expect((await ask('/latest/api/token', { method: 'PUT' })).status).toBe(400);
    expect((await ask('/latest/api/token', { method: 'PUT', headers: { [TTL]: '0' } })).status).toBe(400);
  });

  it.each([
    '/',
    '/latest/meta-data/',
    '/latest/META-DATA/ram/security-credentials/app',
    '/latest/meta-data/ram/Security-Credentials/app',
    `${ROLES}APP`,
    `${ROLES}other`,
    `${ROLES}app/`,
    `${ROLES}%61pp`,
    `${ROLES}app/../app`.replace('/..', '%2f..'),
  ])('has nothing at %s', async path => {
    const ask = await listening();
    expect((await ask(path)).status).toBe(404);
  });

  it('is not there unless it is served', async () => {
    const ask = await listening();
    const without = await listenLocally(
      { host: '127.0.0.1', port: 0 },
      { current: async () => held, secretPath: SECRET_PATH },
    );
    listeners.push(without);
    expect((await ask(ROLES)).status).toBe(200);
    expect((await fetch(`${without.origin}${ROLES}`)).status).toBe(404);
    expect((await fetch(`${without.origin}/latest/api/token`, { method: 'PUT' })).status).toBe(404);
  });

  it('says that there are no credentials, and nothing of why', async () => {
    const ask = await listening({ current: () => Promise.reject(new Failure('They have expired.')) });
    expect(await told(await ask(`${ROLES}app`))).toEqual([
      503,
      '{"Code":"ServiceUnavailable","Message":"They have expired."}',
    ]);
    const broken = await listening({ current: () => Promise.reject(new Error('secret-of-the-session')) });
    const [status, body] = await told(await broken(`${ROLES}app`));
    expect(status).toBe(500);
    expect(body).not.toContain('secret');
  });
});

describe('the credentials URI', () => {
  it('gives credentials to whoever knows it', async () => {
    const ask = await listening();
    expect(await (await ask(SECRET_PATH)).json()).toMatchObject({
      Code: 'Success',
      AccessKeyId: 'STS.example',
    });
  });

  it.each(['/credentials/', '/credentials', `${SECRET_PATH}x`, SECRET_PATH.slice(0, -1), `${SECRET_PATH}/`])(
    'is not %s',
    async path => {
      const ask = await listening();
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('is not served unless it is asked for', async () => {
    const listener = await listenLocally(
      { host: '127.0.0.1', port: 0 },
      {
        current: async () => held,
        metadata: { roleName: 'app', tokens: createMetadataTokens(), tokenRequired: false },
      },
    );
    listeners.push(listener);
    for (const path of ['/', '/undefined', SECRET_PATH]) {
      expect((await fetch(`${listener.origin}${path}`)).status).toBe(404);
    }
  });
});

describe('a request', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('that is a %s where GET is right is refused', async method => {
    const ask = await listening();
    for (const path of [ROLES, `${ROLES}app`, SECRET_PATH]) {
      const response = await ask(path, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
    }
  });

  it('with a body is refused and its connection ends', async () => {
    const ask = await listening();
    const response = await ask(ROLES, { method: 'POST', body: 'x'.repeat(100_000) });
    expect([response.status, response.headers.get('connection')]).toEqual([400, 'close']);
  });

  it.each([
    ['another name', 'Host: rebound.example'],
    ['two names', 'Host: 127.0.0.1:{port}\r\nHost: rebound.example'],
    ['a page behind it', 'Host: 127.0.0.1:{port}\r\nOrigin: https://rebound.example'],
    ['a proxy before it', 'Host: 127.0.0.1:{port}\r\nX-Forwarded-For: 192.0.2.7'],
    ['a proxy before it that names itself less', 'Host: 127.0.0.1:{port}\r\nX-Real-IP: 192.0.2.7'],
  ])('with %s gets nothing', async (_what, head) => {
    const ask = await listening();
    const { port } = new URL((await ask('/')).url);
    for (const path of [`${ROLES}app`, SECRET_PATH, '/latest/api/token']) {
      const method = path.endsWith('token') ? 'PUT' : 'GET';
      const headers = `${head.replace('{port}', port)}\r\n${TTL}: 60\r\nConnection: close`;
      const answer = await raw(Number(port), `${method} ${path} HTTP/1.1\r\n${headers}\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
      expect(answer).not.toContain('STS.');
    }
  });

  it('with a head that is too long gets nothing', async () => {
    const ask = await listening();
    const { port } = new URL((await ask('/')).url);
    const head = `GET ${ROLES} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(9000)}\r\n\r\n`;
    expect(await raw(Number(port), head)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

/** What a listener answers to bytes as they are. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', chunk => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
