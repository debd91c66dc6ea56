/** `POST /v1/authorize`: what services are told about the rights of others, and what nobody gets out of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Asking } from './asking.ts';
import type { Signer } from './doors/door.ts';
import { acs3Door, rpcV1Door } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';

let server: ServerProcess;
let asking: Asking;
let alice: Signer & { readonly name: string };

beforeAll(async () => {
  server = await startServer();
  asking = new Asking(server);
  alice = await asking.person(
    { Effect: 'Allow', Action: 'shop:Get*', Resource: order('*') },
    { Effect: 'Deny', Action: 'shop:*', Resource: order('secret') },
    {
      Effect: 'Allow',
      Action: 'shop:Pay',
      Resource: '*',
      Condition: { IpAddress: { 'acs:SourceIp': '192.0.2.0/24' } },
    },
    {
      Effect: 'Allow',
      Action: 'shop:Ship',
      Resource: '*',
      Condition: { StringEquals: { 'acs:ResourceTag/Team': 'blue' } },
    },
    {
      Effect: 'Allow',
      Action: 'shop:Rename',
      Resource: '*',
      Condition: { StringLike: { 'acs:PrincipalARN': '*user/u-*' } },
    },
  );
}, 60_000);

afterAll(() => server.remove());

function order(name: string): string {
  return `acs:shop:*:${server.credentials.accountId}:order/${name}`;
}

const about = (check: object) => ({ principal: asking.userArn(alice.name), resource: order('1'), ...check });

/** The decisions on some checks about alice. */
async function decisions(...checks: readonly object[]): Promise<unknown[]> {
  const { status, members } = await asking.authorize({ checks: checks.map(about) });
  if (status !== 200) throw new Error(JSON.stringify(members));
  return (members.decisions as { decision: string }[]).map(({ decision }) => decision);
}

/** How a call is refused. */
async function refusal(checks: unknown, more: object = {}): Promise<string> {
  const { status, members } = await asking.authorize({ checks, ...more });
  return `${status} ${String(members.Code)}: ${String(members.Message)}`;
}

describe('decisions', () => {
  test('come in the order of the checks', async () => {
    const actions = ['shop:GetOrder', 'shop:DeleteOrder', 'shop:GetOrder', 'shop:GetItem'];
    const checks = actions.map((action, at) => ({ action, resource: order(at === 2 ? 'secret' : '1') }));
    expect(await decisions(...checks)).toEqual(['Allow', 'ImplicitDeny', 'ExplicitDeny', 'Allow']);
  });

  test('are the same for the user, for its key and in any letter case of its name', async () => {
    const { accessKeyId, name } = alice;
    const whom = [
      { principal: asking.userArn(name) },
      { principal: asking.userArn(name.toUpperCase()) },
      { principal: `acs:ram:*:${asking.accountId}:user/${name}` },
      { accessKeyId },
    ];
    const checks = whom.map(each => ({ ...each, action: 'shop:GetOrder', resource: order('1') }));
    const { members } = await asking.authorize({ checks });
    expect(members.decisions).toEqual(whom.map(() => ({ decision: 'Allow' })));
  });

  test('ask all resources of a check', async () => {
    const resource = [order('1'), order('secret')];
    expect(await decisions({ action: 'shop:GetOrder', resource })).toEqual(['ExplicitDeny']);
    expect(await decisions({ action: 'shop:GetOrder', resource: [order('1'), order('2')] })).toEqual([
      'Allow',
    ]);
  });

  test('stand on the context that the service gives, never on its own connection', async () => {
    const pay = { action: 'shop:Pay' };
    expect(
      await decisions(
        { ...pay, context: { 'acs:SourceIp': '192.0.2.1' } },
        { ...pay, context: { 'ACS:sourceip': '192.0.2.1' } },
        { ...pay, context: { 'acs:SourceIp': '198.51.100.1' } },
        pay,
      ),
    ).toEqual(['Allow', 'Allow', 'ImplicitDeny', 'ImplicitDeny']);
  });

  test('stand on tags of the resource, whose names keep their case', async () => {
    const ship = { action: 'shop:Ship' };
    expect(
      await decisions(
        { ...ship, resourceTags: { Team: 'blue' } },
        { ...ship, resourceTags: { team: 'blue' } },
        { ...ship, resourceTags: { Team: 'red' } },
      ),
    ).toEqual(['Allow', 'ImplicitDeny', 'ImplicitDeny']);
  });

  test('know who the principal is', async () => {
    expect(await decisions({ action: 'shop:Rename' })).toEqual(['Allow']);
  });

  test('are bound by every level of control policies that a check brings along', async () => {
    const get = { action: 'shop:GetOrder' };
    const all = { Version: '1', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    const none = { Version: '1', Statement: [{ Effect: 'Deny', Action: 'shop:*', Resource: '*' }] };
    expect(
      await decisions(
        { ...get, controlPolicies: [[all], [JSON.stringify(all)]] },
        { ...get, controlPolicies: [[all], [all, none]] },
        { ...get, action: 'shop:Unknown', controlPolicies: [[all]] },
      ),
    ).toEqual(['Allow', 'ExplicitDeny', 'ImplicitDeny']);
  });

  test('know both names of an IMS operation and of what it touches, in any letter case', async () => {
    const bob = await asking.person(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'ims:DeleteUser', Resource: '*' },
      { Effect: 'Deny', Action: 'ram:UpdateUser', Resource: '*' },
      { Effect: 'Deny', Action: '*', Resource: 'acs:ram:*:*:user/secret' },
      { Effect: 'Deny', Action: '*', Resource: 'acs:ims:*:*:user/hidden' },
    );
    const arn = (service: string, name: string) => `acs:${service}:*:${asking.accountId}:user/${name}`;
    const denied = [
      ...['ims:DeleteUser', 'IMS:DeleteUser', 'Ims:deleteuser', 'ims:UpdateUser', 'IMS:UpdateUser'].map(
        action => ({ action, resource: arn('ims', 'x') }),
      ),
      ...['ims', 'IMS', 'ram', 'RAM'].flatMap(service =>
        ['secret', 'hidden'].map(name => ({ action: 'IMS:GetUser', resource: arn(service, name) })),
      ),
    ];
    const allowed = [
      { action: 'ram:DeleteUser', resource: arn('ram', 'x') },
      { action: 'IMS:GetUser', resource: arn('ims', 'x') },
    ];
    const principal = asking.userArn(bob.name);
    const checks = [...denied, ...allowed].map(check => ({ principal, ...check }));
    expect(await decisions(...checks)).toEqual([
      ...denied.map(() => 'ExplicitDeny'),
      ...allowed.map(() => 'Allow'),
    ]);
  });

  test('on several resources are told as on all of them', async () => {
    const ask = (...names: string[]) => ({ action: 'shop:GetOrder', resource: names.map(order) });
    expect(
      await decisions(
        ask('1', 'secret'),
        { ...ask('1'), action: 'shop:Unknown', resource: [order('1'), order('secret')] },
        { ...ask('1'), action: 'shop:Unknown', resource: [order('1'), order('2')] },
        ask('1', '2'),
      ),
    ).toEqual(['ExplicitDeny', 'ExplicitDeny', 'ImplicitDeny', 'Allow']);
    const { members } = await asking.authorize({ checks: [about(ask('1', 'secret', '2'))], explain: true });
    expect(members.decisions).toMatchObject([
      {
        decision: 'ExplicitDeny',
        explanation: {
          decision: { effect: 'ExplicitDeny', resource: order('secret') },
          resources: [
            { resource: order('1'), effect: 'Allow' },
            { resource: order('secret'), effect: 'ExplicitDeny' },
            { resource: order('2'), effect: 'Allow' },
          ],
        },
      },
    ]);
  });

  test('allow the account itself what it owns, and nobody what another account owns', async () => {
    const check = { action: 'shop:GetOrder', resource: order('1') };
    const root = `acs:ram::${asking.accountId}:root`;
    const foreign = 'acs:shop:*:1999999999999999:order/1';
    const { members } = await asking.authorize({
      checks: [
        { ...check, principal: root },
        { ...check, principal: root, resource: foreign },
      ],
    });
    expect(members.decisions).toEqual([{ decision: 'Allow' }, { decision: 'ImplicitDeny' }]);
    expect(await decisions({ action: 'shop:GetOrder', resource: foreign })).toEqual(['ImplicitDeny']);
  });

  test('say why when they are asked to, and only then', async () => {
    const checks = [about({ action: 'shop:GetOrder', resource: order('secret') })];
    const { members } = await asking.authorize({ checks, explain: true });
    expect(members.decisions).toMatchObject([
      {
        decision: 'ExplicitDeny',
        explanation: {
          decision: {
            effect: 'ExplicitDeny',
            policyType: 'AccountLevelIdentityBasedPolicy',
            matched: [{ policyName: alice.name, version: 'v1', statement: 1 }],
          },
          resources: [{ resource: order('secret'), effect: 'ExplicitDeny' }],
        },
      },
    ]);
    const plain = await asking.authorize({ checks });
    expect(plain.members.decisions).toEqual([{ decision: 'ExplicitDeny' }]);
  });

  test('name what nearly allowed, and the value that it missed', async () => {
    const check = { action: 'shop:Pay', context: { 'acs:SourceIp': '198.51.100.1' } };
    const { members } = await asking.authorize({ checks: [about(check)], explain: true });
    expect(JSON.stringify(members.decisions)).toContain('"seen":["198.51.100.1"]');
  });

  test('are all Allow in a dry run, which tells what they would have been', async () => {
    const checks = [about({ action: 'shop:GetOrder' }), about({ action: 'shop:DeleteOrder' })];
    const { members } = await asking.authorize({ checks, dryRun: true });
    expect(members.decisions).toEqual([
      { decision: 'Allow', wouldBe: 'Allow' },
      { decision: 'Allow', wouldBe: 'ImplicitDeny' },
    ]);
  });

  test('are given through flat parameters as well', async () => {
    const parameters = { checks: JSON.stringify([about({ action: 'shop:GetOrder' })]) };
    const address = { protocol: 'http', host: server.host } as const;
    for (const door of [acs3Door('form', 'ACS3-HMAC-SHA256'), rpcV1Door('GET', 'JSON')]) {
      const reply = await door.call(address, server.credentials, 'Wardenry', 'Authorize', parameters);
      expect(reply).toMatchObject({ decisions: [{ decision: 'Allow' }] });
    }
  });
});

describe('what changes', () => {
  const get = { action: 'shop:GetOrder', resource: '*' };
  const allowAll = { Effect: 'Allow', Action: '*', Resource: '*' };

  test('counts from the next question on', async () => {
    const bob = await asking.person(allowAll);
    const ask = async () => {
      const checks = [{ principal: asking.userArn(bob.name), ...get }];
      const { members } = await asking.authorize({ checks });
      return members.Code ?? (members.decisions as { decision: string }[])[0]?.decision;
    };
    const attachment = { PolicyType: 'Custom', PolicyName: bob.name, UserName: bob.name };
    expect(await ask()).toBe('Allow');
    await asking.call('Ram', 'DetachPolicyFromUser', attachment);
    expect(await ask()).toBe('ImplicitDeny');
    await asking.call('Ram', 'AttachPolicyToUser', attachment);
    expect(await ask()).toBe('Allow');
    await asking.call('Ram', 'UpdateUser', { UserName: bob.name, NewUserName: `${bob.name}-x` });
    expect(await ask()).toBe('EntityNotExist.Principal');
    await asking.call('Ram', 'UpdateUser', { UserName: `${bob.name}-x`, NewUserName: bob.name });
    expect(await ask()).toBe('Allow');
  });

  test('a key that is disabled speaks for nobody, its user still does', async () => {
    const bob = await asking.person(allowAll);
    await asking.call('Ram', 'UpdateAccessKey', {
      UserName: bob.name,
      UserAccessKeyId: bob.accessKeyId,
      Status: 'Inactive',
    });
    expect(await refusal([{ accessKeyId: bob.accessKeyId, ...get }])).toMatch(
      /^400 InvalidPrincipal\.Inactive: checks\[0\]\.accessKeyId/,
    );
    const checks = [{ principal: asking.userArn(bob.name), ...get }];
    expect((await asking.authorize({ checks })).members.decisions).toEqual([{ decision: 'Allow' }]);
  });
});

describe('a call that is not right', () => {
  const right = () => about({ action: 'shop:GetOrder' });

  test.each<[string, object, string]>([
    ['no action', { action: undefined }, 'checks[1].action'],
    ['a pattern for an action', { action: 'shop:*' }, 'checks[1].action'],
    ['an action without a service', { action: 'GetOrder' }, 'checks[1].action'],
    ['a number for an action', { action: 7 }, 'checks[1].action'],
    ['no resource', { resource: undefined }, 'checks[1].resource'],
    ['an empty list of resources', { resource: [] }, 'checks[1].resource'],
    ['a resource that is no ARN', { resource: ['acs:shop:*:1:order/1', 'order'] }, 'checks[1].resource[1]'],
    ['a null among the resources', { resource: ['acs:shop:*:1:order/1', null] }, 'checks[1].resource[1]'],
    ['nobody', { principal: undefined }, 'checks[1]'],
    ['a principal and a key', { accessKeyId: 'x' }, 'checks[1]'],
    ['a token', { securityToken: 'x' }, 'checks[1].securityToken'],
    ['a member nobody knows', { resorce: '*' }, 'checks[1]'],
    [
      'the time of its own choice',
      { context: { 'acs:CurrentTime': '2026-01-01T00:00:00Z' } },
      'checks[1].context',
    ],
    ['a principal of its own choice', { context: { 'ACS:principalArn': 'x' } }, 'checks[1].context'],
    ['an MFA of its own choice', { context: { 'acs:MFAPresent': 'true' } }, 'checks[1].context'],
    ['one key in two spellings', { context: { 'shop:A': '1', 'SHOP:a': '2' } }, 'checks[1].context'],
    ['a number in the context', { context: { 'shop:A': 1 } }, 'checks[1].context'],
    [
      'a tag twice',
      { context: { 'acs:ResourceTag/a': '1' }, resourceTags: { a: '2' } },
      'checks[1].resourceTags',
    ],
    [
      'two resource groups',
      { resourceGroupId: 'rg-1', context: { 'ACS:resourceGroupId': 'rg-2' } },
      'checks[1].resourceGroupId',
    ],
    ['a resource of endless length', { resource: `acs:shop:::${'a'.repeat(2048)}` }, 'checks[1].resource'],
    [
      'a control policy that is none',
      { controlPolicies: [[{ Version: '1' }]] },
      'checks[1].controlPolicies[0][0]',
    ],
    ['too many resources', { resource: Array.from({ length: 51 }, () => '*') }, 'checks[1].resource'],
  ])('with %s is refused as a whole, and its place is named', async (_, wrong, place) => {
    const answer = await refusal([right(), { ...right(), ...wrong }]);
    expect(answer).toContain(`400 InvalidParameter.checks: The parameter - "${place}`);
  });

  test.each<[string, () => object, string]>([
    ['a user who is not there', () => ({ principal: asking.userArn('nobody') }), 'checks[1].principal'],
    [
      'a user of another account',
      () => ({ principal: 'acs:ram::1999999999999999:user/a' }),
      'checks[1].principal',
    ],
    [
      'the root of another account',
      () => ({ principal: 'acs:ram::1999999999999999:root' }),
      'checks[1].principal',
    ],
    ['a role', () => ({ principal: `acs:ram::${asking.accountId}:role/r` }), 'checks[1].principal'],
    ['everybody', () => ({ principal: '*' }), 'checks[1].principal'],
    [
      'a key that is not there',
      () => ({ principal: undefined, accessKeyId: 'WDNKx' }),
      'checks[1].accessKeyId',
    ],
  ])('about %s is refused', async (_, whom, place) => {
    const answer = await refusal([right(), { ...right(), ...whom() }]);
    expect(answer).toContain(`404 EntityNotExist.Principal: ${place} `);
  });

  test('takes as many checks as the settings say and no more', async () => {
    const { members } = await asking.authorize({ checks: Array.from({ length: 100 }, right) });
    expect(members.decisions).toHaveLength(100);
    expect(await refusal(Array.from({ length: 101 }, right))).toContain('"checks" is not valid');
    expect(await refusal([])).toContain('"checks" is not valid');
  });

  test.each([
    ['no JSON', 'checks=1'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a name that stands twice', '{"checks":[],"checks":[]}'],
    ['a name that stands twice far inside', '{"checks":[{"action":"a:B","resource":"*","action":"a:C"}]}'],
    ['the same name in two spellings of JSON', '{"checks":[{"action":"a:B","\\u0061ction":"a:C"}]}'],
    ['half a surrogate pair', '{"checks":[{"action":"a:\\ud800"}]}'],
    ['a prototype', '{"checks":[{"__proto__":{"action":"a:B"}}]}'],
    ['depth without end', `{"checks":${'['.repeat(100_000)}`],
    ['a member nobody knows', '{"checks":[],"chekcs":[]}'],
  ])('whose body is %s is refused, and told how to write JSON', async (_, text) => {
    const { status, members } = await asking.post('/v1/authorize', 'Authorize', text);
    expect([status, members.decisions]).toEqual([400, undefined]);
    expect(members.Message).not.toContain('percent-encoded');
  });

  test.each([
    ['explain', 'true'],
    ['explain', 1],
    ['explain', [true]],
    ['dryRun', 'TRUE'],
    ['dryRun', {}],
  ])('whose %s is %j is refused, since that is no boolean', async (name, value) => {
    const answer = await refusal([right()], { [name]: value });
    expect(answer).toContain(`400 InvalidParameter.${name}.Format: `);
    expect(answer).toContain('true or false, without quotation marks');
  });

  test('whose checks are JSON in a text is refused', async () => {
    expect(await refusal(JSON.stringify([right()]))).toContain('400 InvalidParameter.checks: ');
  });

  test.each([
    ['/v1/verify', 'Authorize'],
    ['/v1/authorize', 'VerifyRequest'],
    ['/v1/authorize', 'GetServerInfo'],
    ['/v1/auth-request', 'VerifyRequest'],
    ['/v1/authorize/', 'Authorize'],
    ['/v1/%61uthorize', 'Authorize'],
    ['/V1/authorize', 'Authorize'],
  ])('at %s for %s is refused', async (path, action) => {
    const { status } = await asking.post(path, action, JSON.stringify({ checks: [right()] }));
    expect([400, 401, 404]).toContain(status);
  });
});

describe('a call that computes longer than it may', () => {
  let strict: ServerProcess;

  beforeAll(async () => {
    strict = await startServer({ env: { WARDENRY_DECISION_TIME_LIMIT_MS: '1' } });
  });

  afterAll(() => strict.remove());

  test('is refused as a whole, and told what to do; a smaller one is answered', async () => {
    const service = new Asking(strict);
    const slow = `acs:shop:*:*:${'*aaaaaaaaaaaaaaaaaaab?'.repeat(250)}`;
    const bob = await service.person({ Effect: 'Deny', Action: 'shop:*', Resource: slow });
    const check = {
      principal: service.userArn(bob.name),
      action: 'shop:Get',
      resource: `acs:shop:*:${service.accountId}:${'a'.repeat(2000)}`,
    };
    const { status, members } = await service.authorize({ checks: Array.from({ length: 100 }, () => check) });
    expect([status, members.Code, members.decisions]).toEqual([400, 'DecisionTooCostly', undefined]);
    expect(members.Message).toContain('more than 1 milliseconds');
    const fewer = await service.authorize({ checks: [{ ...check, resource: '*' }] });
    expect(fewer.members.decisions).toEqual([{ decision: 'ImplicitDeny' }]);
  });
});

describe('a service', () => {
  const checks = () => [about({ action: 'shop:GetOrder' })];

  test('needs to be allowed to ask, and needs nothing else', async () => {
    const service = await asking.person({ Effect: 'Allow', Action: 'wardenry:Authorize', Resource: '*' });
    expect((await asking.authorize({ checks: checks() }, service)).status).toBe(200);
    const { status, members } = await asking.verify({ method: 'GET', path: '/', headers: {} }, service);
    expect([status, members.Code]).toEqual([403, 'NoPermission']);
  });

  test('that may not ask learns nothing, not even who there is', async () => {
    const nobody = await asking.person();
    for (const body of [
      { checks: checks() },
      { checks: [{ ...checks()[0], principal: asking.userArn('x') }] },
    ]) {
      const { status, members } = await asking.authorize(body, nobody);
      expect([status, members.Code]).toEqual([403, 'NoPermission']);
    }
  });
});
