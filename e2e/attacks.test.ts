/** What an attacker with a key of little power, or none, tries on the wire. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Address, Refusal, type Signer } from './doors/door.ts';
import { acs3Door, membersOf, send, type WireRequest } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { signedRequest } from './signed-request.ts';

const door = acs3Door('query', 'ACS3-HMAC-SHA256');
let server: ServerProcess;
let address: Address;
let powerless: Signer;
let victimId: string;

beforeAll(async () => {
  server = await startServer();
  address = { protocol: 'http', host: server.host };
  const call = (action: string, parameters: Record<string, string>) =>
    door.call(address, server.credentials, 'Ram', action, parameters);
  const victim = (await call('CreateUser', { UserName: 'victim' })).User as { UserId: string };
  victimId = victim.UserId;
  await call('CreateUser', { UserName: 'powerless' });
  const key = (await call('CreateAccessKey', { UserName: 'powerless' })).AccessKey as Record<string, string>;
  powerless = { accessKeyId: String(key.AccessKeyId), accessKeySecret: String(key.AccessKeySecret) };
}, 60_000);

afterAll(() => server.remove());

function records(): {
  requestId: string;
  parameters: Record<string, string>;
  text: string;
  resources: string[];
}[] {
  const database = new Database(join(server.dataDir, 'wardenry.db'), { readonly: true });
  try {
    const rows = database.prepare('select record from journal').all() as { record: string }[];
    return rows.map(({ record }) => ({ ...JSON.parse(record), text: record }));
  } finally {
    database.close();
  }
}

describe('a caller who may not look at users', () => {
  const refusalOf = async (parameters: Record<string, string>): Promise<Refusal> => {
    const thrown = await door.call(address, powerless, 'Ims', 'GetUser', parameters).catch(error => error);
    if (!(thrown instanceof Refusal)) throw new Error('GetUser was not refused');
    return thrown;
  };

  /** What can be read of a refusal: of what is sealed, how long it is. */
  const readable = ({ details }: Refusal) => {
    const { EncodedDiagnosticMessage: sealed, ...detail } = details.AccessDeniedDetail as Record<
      string,
      string
    >;
    return { ...detail, sealed: sealed?.length };
  };

  test('learns neither the name behind an id or a key, nor whether there is one', async () => {
    const known = await refusalOf({ UserId: victimId });
    const unknown = await refusalOf({ UserId: '200000000000000000' });
    const byKey = await refusalOf({ UserAccessKeyId: server.credentials.accessKeyId });
    for (const refusal of [known, unknown, byKey]) {
      expect(refusal.message).toBe(unknown.message);
      expect(readable(refusal)).toEqual(readable(unknown));
      expect(JSON.stringify(refusal.details)).not.toMatch(/victim|automation/);
    }
    // The journal, which the account's owner reads, names the user.
    const recorded = records().find(record => record.requestId === known.details.RequestId);
    expect(recorded?.resources).toEqual([`acs:ram:*:${server.credentials.accountId}:user/victim`]);
  });
});

test('a sensitive parameter of a wrongly signed request stands nowhere in the journal', async () => {
  const canary = 'CANARYtokenCANARYtoken';
  const request = signedRequest(
    server.host,
    { ...server.credentials, accessKeySecret: 'wrong' },
    {
      action: 'AssumeRoleWithOIDC',
      parameters: {
        OIDCToken: canary,
        OIDCProviderArn: 'acs:ram::1000000000000001:oidc-provider/x',
        RoleArn: 'acs:ram::1000000000000001:role/x',
        RoleSessionName: 'session',
      },
    },
  );
  const reply = await send(address, request);
  expect(membersOf(reply).Code).toBe('SignatureDoesNotMatch');
  const recorded = records();
  expect(recorded.some(record => record.requestId === membersOf(reply).RequestId)).toBe(true);
  expect(recorded.filter(record => record.text.includes(canary))).toEqual([]);
});

describe('a request that two readers could read in two ways', () => {
  const code = async (request: WireRequest): Promise<unknown> => membersOf(await send(address, request)).Code;

  test.each(['Action', 'action', 'VERSION'])(
    'with a parameter %s against the signed header is refused',
    async name => {
      const request = signedRequest(server.host, server.credentials, {
        product: 'Ram',
        action: 'ListUsers',
        parameters: { [name]: 'DeleteUser' },
      });
      expect(await code(request)).toBe('InvalidParameter');
    },
  );

  test.each(['/foo', '//', '/v1/authorize'])('on the path %s is refused', async path => {
    const request = signedRequest(server.host, server.credentials);
    expect(await code({ ...request, target: path })).toBe('InvalidRequest');
  });

  test('with a body in another coding than it looks is refused', async () => {
    const request = signedRequest(server.host, server.credentials);
    const headers = { ...request.headers, 'content-encoding': 'gzip' };
    expect(await code({ ...request, headers })).toBe('UnsupportedContentType');
  });

  test('with more parameters than any operation has is refused', async () => {
    const parameters = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`p${i}`, '']));
    expect(await code(signedRequest(server.host, server.credentials, { parameters }))).toBe('InvalidRequest');
  });

  test('and is large gets a reply that is not larger', async () => {
    const body = `Action=ListUsers&Version=2015-05-01&Format=JSON&AccessKeyId=${server.credentials.accessKeyId}&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&SignatureNonce=n&Timestamp=${encodeURIComponent(`${new Date().toISOString().slice(0, 19)}Z`)}&Signature=AAAA&Padding=${'!'.repeat(900_000)}`;
    const reply = await send(address, {
      method: 'POST',
      target: '/',
      headers: { host: server.host, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(membersOf(reply).Code).toBe('SignatureDoesNotMatch');
    expect(reply.body.length).toBeLessThan(20_000);
  });
});
