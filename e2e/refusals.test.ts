/** How the official clients see each family of errors. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Address, type Door, Refusal } from './doors/door.ts';
import { officialSdk } from './doors/official-sdk.ts';
import { popCore } from './doors/pop-core.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const BURST = 40;
const HOUR = 3_600_000;

let server: ServerProcess;
let address: Address;

beforeAll(async () => {
  server = await startServer({
    env: { WARDENRY_RATE_LIMIT_PER_KEY: '1', WARDENRY_RATE_BURST_PER_KEY: String(BURST) },
  });
  address = { protocol: 'http', host: server.host };
}, 60_000);

afterAll(() => server.remove());
afterEach(() => {
  vi.useRealTimers();
});

async function refusalOf(door: Door, parameters: Record<string, string>, secret?: string): Promise<Refusal> {
  const signer = { ...server.credentials, ...(secret === undefined ? {} : { accessKeySecret: secret }) };
  const thrown = await door.call(address, signer, 'Ram', 'GetUser', parameters).catch(error => error);
  if (!(thrown instanceof Refusal)) throw new Error(`not refused: ${JSON.stringify(thrown)}`);
  return thrown;
}

describe.each([officialSdk, popCore('GET'), popCore('POST')])('$name', door => {
  test('reads a missing object as 404 with its code', async () => {
    const refusal = await refusalOf(door, { UserName: 'nobody' });
    expect(refusal.code).toBe('EntityNotExist.User');
    expect(refusal.details.status).toBe(404);
    expect(refusal.message).toContain('nobody');
  });

  test('reads a wrong secret as a signature that does not match', async () => {
    const refusal = await refusalOf(door, { UserName: 'admin' }, 'not-the-secret');
    expect(refusal.code).toBe('SignatureDoesNotMatch');
    expect(refusal.details.status).toBe(400);
  });

  test('reads an unknown key as not found', async () => {
    const signer = { accessKeyId: 'WDNK00000000000000000000', accessKeySecret: 'x' };
    await expect(door.call(address, signer, 'Ram', 'ListUsers', {})).rejects.toMatchObject({
      code: 'InvalidAccessKeyId.NotFound',
      details: { status: 404 },
    });
  });

  test.each([
    ['slow', -HOUR],
    ['fast', HOUR],
  ])('reads a %s clock as an expired timestamp', async (_, offset) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + offset });
    const refusal = await refusalOf(door, { UserName: 'admin' });
    expect(refusal.code).toBe('InvalidTimeStamp.Expired');
  });

  test('reads a missing parameter by its name', async () => {
    expect((await refusalOf(door, {})).code).toBe('MissingUserName');
  });
});

test('the official SDK reads a denial with its detail', async () => {
  const admin = server.credentials;
  await officialSdk.call(address, admin, 'Ram', 'CreateUser', { UserName: 'powerless' });
  const created = await officialSdk.call(address, admin, 'Ram', 'CreateAccessKey', { UserName: 'powerless' });
  const key = created.AccessKey as Record<string, string>;
  const signer = { accessKeyId: String(key.AccessKeyId), accessKeySecret: String(key.AccessKeySecret) };
  const denial = await officialSdk
    .call(address, signer, 'Ram', 'ListUsers', {})
    .catch(error => error as Refusal);
  expect(denial).toMatchObject({
    code: 'NoPermission',
    details: {
      status: 403,
      AccessDeniedDetail: {
        AuthAction: 'ram:ListUsers',
        AuthPrincipalType: 'SubUser',
        AuthPrincipalOwnerId: admin.accountId,
        NoPermissionType: 'ImplicitDeny',
        PolicyType: 'AccountLevelIdentityBasedPolicy',
      },
    },
  });
});

describe('a caller that sends more than its rate', () => {
  test('is throttled, and told when to come back', async () => {
    const signer = server.credentials;
    const calls = Array.from({ length: BURST * 2 }, () =>
      popCore('GET')
        .call(address, signer, 'Sts', 'GetCallerIdentity', {})
        .then(
          () => 'accepted',
          (error: Refusal) => error.code,
        ),
    );
    const outcomes = await Promise.all(calls);
    expect(outcomes).toContain('Throttling.User');
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'Throttling.User']));
    const refusal = await officialSdk
      .call(address, signer, 'Sts', 'GetCallerIdentity', {})
      .catch(error => error as Refusal);
    expect(refusal).toMatchObject({ code: 'Throttling.User', details: { kind: 'ThrottlingError' } });
    expect((refusal as Refusal).details.retryAfter).toBeGreaterThan(0);
  });
});
