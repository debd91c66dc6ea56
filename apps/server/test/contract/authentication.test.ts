/** Nobody gets in without a valid signature, through no operation and in no shape of request (spec: wire 5.3). */
import { describe, expect, test } from 'vitest';
import { nameOf } from './contract.ts';
import { journalAudit } from './journal-audit.ts';
import { firstCases, openSuite, parametersIn, titled } from './suite.ts';
import { type Door, doors, titleOf, type WireRequest } from './wire.ts';

const HOUR = 3_600_000;

/** The shapes in which a request without a signature names its operation. */
const oneDoorOfEachScheme = doors.filter(
  ({ scheme, method, place }) => method === 'POST' && place === (scheme === 'V3' ? 'query' : 'form'),
);

const { contract, home } = await openSuite();

const signed = titled(firstCases.filter(({ operation }) => operation.effect !== 'anonymous'));
const anonymous = titled(firstCases.filter(({ operation }) => operation.effect === 'anonymous'));

describe('a request without a signature', () => {
  test.each(signed)('%s is refused for want of a key', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const before = home.state;
    for (const door of doors) {
      const { code, status } = await contract.call(each.operation, parameters, undefined, { door });
      expect([titleOf(door), status, code]).toEqual([titleOf(door), 400, 'MissingAccessKeyId']);
    }
    expect(home.state).toBe(before);
  });

  test.each(anonymous)('%s needs none, and says why', async (_, each) => {
    expect(each.operation).toHaveProperty('why', [expect.stringMatching(/\w/), expect.stringMatching(/\S/)]);
    for (const door of doors.filter(({ scheme }) => scheme === 'V1')) {
      // What proves an identity may be one that is taken once.
      const parameters = await parametersIn(home, each);
      const { code } = await contract.call(each.operation, parameters, undefined, { door });
      expect([titleOf(door), code]).toEqual([titleOf(door), each.call.outcome]);
    }
  });
});

describe('a signature that is not valid', () => {
  test.each(titled(firstCases))('%s is refused, and nothing changes', async (_, each) => {
    const { operation } = each;
    const parameters = await parametersIn(home, each);
    const before = home.state;
    const codeOf = async (door: Door, options: Parameters<typeof contract.call>[3]) =>
      (await contract.call(operation, parameters, home.administrator, { door, ...options })).code;
    for (const door of doors) {
      expect([titleOf(door), await codeOf(door, { secret: 'not-the-secret' })]).toEqual([
        titleOf(door),
        'SignatureDoesNotMatch',
      ]);
    }
    for (const door of oneDoorOfEachScheme) {
      expect(await codeOf(door, { alter: oneBitOff })).toBe('SignatureDoesNotMatch');
      expect(await codeOf(door, { alter: request => withMore(request, 'MaxItems=2') })).toBe(
        'SignatureDoesNotMatch',
      );
      expect(await codeOf(door, { date: new Date(Date.now() - HOUR) })).toBe('InvalidTimeStamp.Expired');
      expect(await codeOf(door, { date: new Date(Date.now() + HOUR) })).toBe('InvalidTimeStamp.Expired');
    }
    expect(home.state).toBe(before);
  });

  test.each(titled(firstCases))('%s is refused for a key that there is not', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const nobody = { ...home.administrator, accessKeyId: 'WDNK00000000000000000000' };
    for (const door of oneDoorOfEachScheme) {
      const { code } = await contract.call(each.operation, parameters, nobody, { door });
      expect([titleOf(door), code]).toEqual([titleOf(door), 'InvalidAccessKeyId.NotFound']);
    }
  });
});

describe('a key that was disabled', () => {
  test.each(titled(firstCases))('%s is refused', async (_, each) => {
    const user = await home.user();
    const key = await home.keyOf(user);
    await home.do('Ram AttachPolicyToUser', {
      UserName: user.name,
      PolicyName: 'AdministratorAccess',
      PolicyType: 'System',
    });
    await home.do('Ram UpdateAccessKey', {
      UserName: user.name,
      UserAccessKeyId: key.accessKeyId,
      Status: 'Inactive',
    });
    const { code } = await contract.call(each.operation, await parametersIn(home, each), key);
    expect(code).toBe('InvalidAccessKeyId.Inactive');
  });
});

describe('a request that is sent once more', () => {
  test.each(signed)('%s is refused the second time, and nothing changes', async (_, each) => {
    const { operation, call } = each;
    const parameters = await parametersIn(home, each);
    for (const door of oneDoorOfEachScheme.slice(0, operation.effect === 'change' ? 1 : 2)) {
      const request = contract.requestFor(operation, parameters, home.administrator, { door });
      const first = await contract.deliver(operation, parameters, home.administrator, request);
      expect(first.code).toBe(call.outcome);
      const after = home.state;
      const second = await contract.deliver(operation, parameters, home.administrator, request);
      expect(second.code).toBe('SignatureNonceUsed');
      expect(home.state).toBe(after);
    }
  });
});

test('every operation stands in one of the two lists', () => {
  const listed = [...signed, ...anonymous].map(([, { operation }]) => nameOf(operation));
  expect(new Set(listed).size).toBe(firstCases.length);
});

journalAudit(contract);

/** The request with the last digit of its signature changed, wherever the signature stands. */
function oneBitOff(request: WireRequest): WireRequest {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const last = Number.parseInt(authorization.slice(-1), 16);
    const changed = authorization.slice(0, -1) + (last ^ 1).toString(16);
    return { ...request, headers: { ...request.headers, authorization: changed } };
  }
  const place = (request.body ?? '').indexOf('Signature=') + 'Signature='.length;
  const body = request.body ?? '';
  const first = body[place] === 'A' ? 'B' : 'A';
  return { ...request, body: body.slice(0, place) + first + body.slice(place + 1) };
}

/** The request with a parameter that was not signed. */
function withMore(request: WireRequest, pair: string): WireRequest {
  if (request.body !== undefined) return { ...request, body: `${request.body}&Extra${pair}` };
  const mark = request.target.includes('?') ? '&' : '?';
  return { ...request, target: `${request.target}${mark}Extra${pair}` };
}
