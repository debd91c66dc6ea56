/** Who may take a role on, and what the session is (spec: domain 2.9, wire 7.1, policy 4.3). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, textOf } from '../contract/account.ts';
import type { Signer } from '../contract/wire.ts';
import type { WireParameters } from '../test-account.ts';
import { asking, assume, assumerOf, openSessions, roleOf, trustOf, used } from './suite.ts';

const { contract, home, away } = await openSessions();
let assumer: Signer;
let role: string;

beforeAll(async () => {
  assumer = await assumerOf(home);
  role = await roleOf(home);
});

afterAll(() => contract.stop());

const ask = (more: WireParameters = {}, signer = assumer, of = role) =>
  home.call('Sts AssumeRole', asking(home, of, more), signer);

/** Code and step of a refusal. */
function denial({ code, members }: Awaited<ReturnType<typeof ask>>): string {
  const detail = members.AccessDeniedDetail;
  return detail === undefined
    ? code
    : `${code} ${textOf(detail, 'NoPermissionType')} by ${textOf(detail, 'PolicyType')}`;
}

describe('a session', () => {
  test('is answered in the form of the published API', async () => {
    const { members } = await ask({ DurationSeconds: '900' });
    const { Role } = await home.do('Ram GetRole', { RoleName: role });
    expect(members).toEqual({
      AssumedRoleUser: {
        Arn: `acs:ram::${home.id}:role/${role}/work@1`,
        AssumedRoleId: `${textOf(Role, 'RoleId')}:work@1`,
      },
      Credentials: {
        AccessKeyId: expect.stringMatching(/^STS\.[0-9A-Za-z]{24}$/),
        AccessKeySecret: expect.stringMatching(/^[0-9A-Za-z]{40}$/),
        SecurityToken: expect.stringMatching(/^CAIS/),
        Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
    const left = Date.parse(textOf(members.Credentials, 'Expiration')) - Date.now();
    expect(left).toBeGreaterThan(890_000);
    expect(left).toBeLessThanOrEqual(900_000);
  });

  test('is told who it is, under either scheme', async () => {
    const session = await assume(home, role, assumer);
    const expected = {
      AccountId: home.id,
      IdentityType: 'AssumedRoleUser',
      PrincipalId: session.userId,
      RoleId: session.userId.split(':')[0],
      Arn: `acs:ram::${home.id}:assumed-role/${role}/work@1`,
    };
    for (const scheme of ['V3', 'V1'] as const) {
      const door = { scheme, method: 'POST', place: 'query', format: 'JSON' } as const;
      const { members } = await home.call('Sts GetCallerIdentity', {}, session, { door });
      expect(members).toEqual(expected);
    }
  });

  test('may do what its role may, reading and changing', async () => {
    const session = await assume(home, role, assumer);
    expect(await used(home, session)).toBe('Success');
    const name = home.fresh('made');
    expect((await home.call('Ram CreateUser', { UserName: name }, session)).code).toBe('Success');
    expect(await home.do('Ram GetUser', { UserName: name })).toMatchObject({ User: { UserName: name } });
  });

  test('may not do what its role may not', async () => {
    const powerless = await roleOf(home, { document: documentOf('Allow', ['oss:*']) });
    const session = await assume(home, powerless, assumer);
    const refused = await home.call('Ram ListRoles', {}, session);
    expect(denial(refused)).toBe('NoPermission ImplicitDeny by AccountLevelIdentityBasedPolicy');
    expect(refused.members.AccessDeniedDetail).toMatchObject({
      AuthPrincipalType: 'AssumedRoleUser',
      AuthPrincipalDisplayName: `${powerless}:work@1`,
      AuthPrincipalOwnerId: home.id,
    });
  });

  test('is written down with its role, its name, its key and who stands behind it', async () => {
    const session = await assume(home, role, assumer, { SourceIdentity: 'ann' });
    const { requestId } = await home.call('Ram ListRoles', {}, session);
    const [entry] = contract.server.database.journalOf(requestId);
    expect(entry?.record.caller).toEqual({
      type: 'assumed-role',
      accountId: home.id,
      principalId: session.userId,
      userName: `${role}:work@1`,
      accessKeyId: session.accessKeyId,
      sourceIdentity: 'ann',
      origins: [
        { type: 'role', accountId: home.id, name: role, id: session.userId.split(':')[0] },
        { type: 'key', accountId: home.id, name: assumer.accessKeyId, id: assumer.userId },
      ],
    });
  });

  test('is named by the record of the call that made it, without its secrets', async () => {
    const { requestId, members } = await ask();
    const [entry] = contract.server.database.journalOf(requestId);
    const { AccessKeyId, Expiration } = members.Credentials as Record<string, string>;
    expect(entry?.record.issued).toEqual({ accessKeyId: AccessKeyId, expiration: Expiration });
  });

  test('leaves nothing in the database but the record of its calls', async () => {
    const before = home.state;
    const session = await assume(home, role, assumer);
    expect(await used(home, session)).toBe('Success');
    expect(home.state).toBe(before);
    const { database } = contract.server;
    expect(database.rows('access_key_uses', home.id).map(row => row.access_key_id)).not.toContain(
      session.accessKeyId,
    );
    expect([database.holds(session.accessKeySecret), database.holds(session.securityToken ?? '')]).toEqual([
      false,
      false,
    ]);
  });
});

describe('both sides must allow', () => {
  test('the caller’s policies', async () => {
    expect(denial(await ask({}, await home.caller()))).toBe(
      'NoPermission ImplicitDeny by AccountLevelIdentityBasedPolicy',
    );
  });

  test('the role’s trust policy, in the same account too', async () => {
    const closed = await roleOf(home, {
      trust: trustOf({ Principal: { RAM: [`acs:ram::${home.id}:user/somebody-else`] } }),
    });
    expect(denial(await ask({}, assumer, closed))).toBe('NoPermission ImplicitDeny by AssumeRolePolicy');
  });

  test('and neither may deny', async () => {
    const Principal = { RAM: [`acs:ram::${home.id}:root`] };
    const denying = await roleOf(home, { trust: trustOf({ Principal }, { Principal, Effect: 'Deny' }) });
    expect(denial(await ask({}, assumer, denying))).toBe('NoPermission ExplicitDeny by AssumeRolePolicy');
    const { signer } = await home.callerWith(
      JSON.stringify({
        Version: '1',
        Statement: [
          { Effect: 'Allow', Action: 'sts:*', Resource: '*' },
          { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: `acs:ram::${home.id}:role/${role}` },
        ],
      }),
    );
    expect(denial(await ask({}, signer))).toBe(
      'NoPermission ExplicitDeny by AccountLevelIdentityBasedPolicy',
    );
  });

  test('a trust policy that names one user lets in that user alone', async () => {
    const named = await roleOf(home, {
      trust: trustOf({ Principal: { RAM: [`acs:ram::${home.id}:user/${assumer.userName}`] } }),
    });
    expect((await ask({}, assumer, named)).code).toBe('Success');
    expect((await ask({}, await assumerOf(home), named)).code).toBe('NoPermission');
  });

  test.each([
    ['a service', { Service: ['ecs.aliyuncs.com'] }],
    ['an identity provider', { Federated: [`acs:ram::${home.id}:saml-provider/corp`] }],
  ])('a role for %s is for no user', async (_, Principal) => {
    const other = await roleOf(home, { trust: trustOf({ Principal }) });
    expect(denial(await ask({}, assumer, other))).toBe('NoPermission ImplicitDeny by AssumeRolePolicy');
  });

  test('nor is the role of a service', async () => {
    const { Role } = await home.do('ResourceManager CreateServiceLinkedRole', {
      ServiceName: 'nat.aliyuncs.com',
    });
    expect(denial(await ask({}, assumer, textOf(Role, 'RoleName')))).toBe(
      'NoPermission ImplicitDeny by AssumeRolePolicy',
    );
  });
});

test('the account itself takes on no role', async () => {
  const AccessKey = (await rootKey()) satisfies Signer;
  const refused = await ask({}, AccessKey);
  expect([refused.status, refused.code]).toEqual([403, 'NoPermission']);
  expect(textOf(refused.members, 'Message')).toContain('Roles may not be assumed by root accounts.');
});

/** A key of the account itself, which only the account can make: so it is put where keys are. */
async function rootKey(): Promise<Signer> {
  const key = await home.caller();
  contract.server.database.update(
    'access_keys',
    { account_id: home.id, access_key_id: key.accessKeyId },
    { user_id: '' },
  );
  return key;
}

describe('a role that is not there', () => {
  test('is missing to those who might take it on, and forbidden to everybody else', async () => {
    expect((await ask({}, assumer, 'nobodys')).code).toBe('EntityNotExist.Role');
    expect((await ask({}, await home.caller(), 'nobodys')).code).toBe('NoPermission');
  });

  test('of another account is told from one that trusts others by nothing', async () => {
    const closed = await roleOf(away);
    const texts = [];
    for (const name of ['nobodys', closed]) {
      const { status, members } = await home.call('Sts AssumeRole', asking(away, name), assumer);
      const { Message, AccessDeniedDetail } = members;
      const { EncodedDiagnosticMessage: _, ...detail } = AccessDeniedDetail as Record<string, unknown>;
      texts.push(JSON.stringify([status, Message, detail]).replaceAll(name, 'role'));
    }
    expect(texts[0]).toContain('AssumeRolePolicy');
    expect(texts[0]).toBe(texts[1]);
  });
});

describe('another account’s role', () => {
  test('is taken on by whom it trusts, and the session belongs to that account', async () => {
    const shared = await roleOf(away, {
      trust: trustOf({ Principal: { RAM: [`acs:ram::${home.id}:root`] } }),
    });
    const session = await assume(away, shared, assumer);
    expect(await away.call('Sts GetCallerIdentity', {}, session)).toMatchObject({
      members: { AccountId: away.id },
    });
    const name = away.fresh('made');
    expect((await away.call('Ram CreateUser', { UserName: name }, session)).code).toBe('Success');
    expect((await home.call('Ram GetUser', { UserName: name })).code).toBe('EntityNotExist.User');
    expect((await away.call('Ram GetUser', { UserName: name })).code).toBe('Success');
  });

  test('is written down in both accounts, taken on or refused', async () => {
    const Principal = { RAM: [`acs:ram::${home.id}:root`] };
    const open = await roleOf(away, { trust: trustOf({ Principal }) });
    const closed = await roleOf(away);
    for (const [name, result, accounts] of [
      [open, 'Success', [home.id, away.id]],
      [closed, 'NoPermission', [home.id, away.id]],
      ['nobodys', 'NoPermission', [home.id]],
    ] as const) {
      const { requestId } = await home.call('Sts AssumeRole', asking(away, name), assumer);
      const entries = contract.server.database.journalOf(requestId);
      expect(entries.map(({ record }) => record.result)).toEqual(accounts.map(() => result));
    }
  });

  test('that denies somebody looks as if it trusted others', async () => {
    const Principal = { RAM: [`acs:ram::${home.id}:root`] };
    const denying = await roleOf(away, { trust: trustOf({ Principal }, { Principal, Effect: 'Deny' }) });
    const refused = await home.call('Sts AssumeRole', asking(away, denying), assumer);
    expect(denial(refused)).toBe('NoPermission ImplicitDeny by AssumeRolePolicy');
  });

  test('asks for a permission on its ARN all the same', async () => {
    const shared = await roleOf(away, {
      trust: trustOf({ Principal: { RAM: [`acs:ram::${home.id}:root`] } }),
    });
    const { signer } = await home.callerWith(
      documentOf('Allow', ['sts:AssumeRole'], [`acs:ram:*:${home.id}:role/*`]),
    );
    expect((await away.call('Sts AssumeRole', asking(away, shared), signer)).code).toBe('NoPermission');
  });
});

describe('conditions of a trust policy', () => {
  const withCondition = (Condition: object) =>
    roleOf(home, { trust: trustOf({ Principal: { RAM: [`acs:ram::${home.id}:root`] }, Condition }) });

  test('an external id must be sent exactly', async () => {
    const guarded = await withCondition({ StringEquals: { 'sts:ExternalId': 'Vendor/1' } });
    expect((await ask({ ExternalId: 'Vendor/1' }, assumer, guarded)).code).toBe('Success');
    for (const ExternalId of ['', 'vendor/1', 'Vendor/10', 'Vendor/*']) {
      const { code } = await ask({ ExternalId }, assumer, guarded);
      expect(code === 'NoPermission' || code.startsWith('InvalidParameter')).toBe(true);
    }
  });

  test('a source identity can be asked for, by the caller’s policy too', async () => {
    const guarded = await withCondition({ StringLike: { 'sts:SourceIdentity': 'ann*' } });
    expect((await ask({ SourceIdentity: 'ann-1' }, assumer, guarded)).members.SourceIdentity).toBe('ann-1');
    expect((await ask({}, assumer, guarded)).code).toBe('NoPermission');
  });

  test('a second factor was shown by nobody who calls with an AccessKey', async () => {
    for (const value of ['true', 'false']) {
      const guarded = await withCondition({ Bool: { 'acs:MFAPresent': value } });
      expect((await ask({}, assumer, guarded)).code).toBe('NoPermission');
    }
  });
});

describe('how long a session lasts', () => {
  test('is bounded by its role', async () => {
    const long = await roleOf(home, { maxSessionDuration: 7200 });
    expect((await ask({ DurationSeconds: '7200' }, assumer, long)).code).toBe('Success');
    expect((await ask({ DurationSeconds: '7201' }, assumer, long)).code).toBe(
      'InvalidParameter.DurationSeconds',
    );
    expect((await ask({ DurationSeconds: '3601' })).code).toBe('InvalidParameter.DurationSeconds');
  });
});

describe('a chain of roles', () => {
  test('goes from role to role, each of which must trust the one before', async () => {
    const second = await roleOf(home, {
      trust: trustOf({ Principal: { RAM: [`acs:ram::${home.id}:role/${role}`] } }),
    });
    expect((await ask({}, assumer, second)).code).toBe('NoPermission');
    const session = await assume(home, role, assumer);
    expect(await used(home, await assume(home, second, session))).toBe('Success');
  });

  test('keeps who stands behind it, who cannot be changed on the way', async () => {
    const session = await assume(home, role, assumer, { SourceIdentity: 'ann' });
    expect((await ask({}, session)).members.SourceIdentity).toBe('ann');
    expect((await ask({ SourceIdentity: 'ann' }, session)).members.SourceIdentity).toBe('ann');
    expect((await ask({ SourceIdentity: 'bob' }, session)).code).toBe('InvalidParameter.SourceIdentity');
  });

  test('makes no session that lasts longer than an hour', async () => {
    const long = await roleOf(home, { maxSessionDuration: 43_200 });
    const session = await assume(home, role, assumer);
    expect((await ask({ DurationSeconds: '3601' }, session, long)).code).toBe(
      'InvalidParameter.DurationSeconds',
    );
  });

  test('has an end', async () => {
    let session = await assume(home, role, assumer);
    for (let link = 2; link <= 5; link += 1) session = await assume(home, role, session);
    expect(await used(home, session)).toBe('Success');
    expect((await ask({}, session)).code).toBe('LimitExceeded.RoleChain');
  });

  test('does not get around a session policy', async () => {
    const session = await assume(home, role, assumer, { Policy: documentOf('Allow', ['ram:*']) });
    expect(denial(await ask({}, session))).toBe('NoPermission ImplicitDeny by SessionPolicy');
  });
});

describe('a session policy', () => {
  test('that is empty narrows nothing and so is refused', async () => {
    expect((await ask({ Policy: '' })).code).toBe('InvalidParameter.PolicySize');
    expect((await ask({ Policy: ' ' })).code).toBe('InvalidParameter.PolicyGrammar');
  });

  test('stays when the session takes its own role on again', async () => {
    const narrow = documentOf('Allow', ['sts:AssumeRole']);
    const session = await assume(home, role, assumer, { Policy: narrow });
    expect(await used(home, await assume(home, role, session))).toBe('NoPermission');
    expect((await ask({ Policy: documentOf('Allow', ['*']) }, session)).code).toBe('InvalidParameter.Policy');
  });

  test('is refused when it is malformed or too long', async () => {
    const fitting = documentOf('Allow', ['ram:*']);
    expect((await ask({ Policy: fitting.padEnd(2048) })).code).toBe('Success');
    expect((await ask({ Policy: fitting.padEnd(2049) })).code).toBe('InvalidParameter.PolicySize');
    const malformed = await ask({ Policy: '{"Version":"1"}' });
    expect(malformed.code).toBe('InvalidParameter.PolicyGrammar');
    expect(textOf(malformed.members, 'Message')).toContain('Line 1, column 1, the document:');
  });

  test('narrows every call of its session, reading or changing', async () => {
    const session = await assume(home, role, assumer, { Policy: documentOf('Allow', ['ram:ListRoles']) });
    expect(await used(home, session)).toBe('Success');
    for (const operation of ['Ram ListUsers', 'Ims ListGroups', 'Wardenry GetServerInfo'] as const) {
      expect(denial(await home.call(operation, {}, session))).toBe(
        'NoPermission ImplicitDeny by SessionPolicy',
      );
    }
    const name = home.fresh('user');
    const refused = await home.call('Ram CreateUser', { UserName: name }, session);
    expect(denial(refused)).toBe('NoPermission ImplicitDeny by SessionPolicy');
    expect((await home.call('Sts GetCallerIdentity', {}, session)).code).toBe('Success');
  });

  test('denies what it denies, and gives nothing that the role has not', async () => {
    const powerless = await roleOf(home, { document: documentOf('Allow', ['oss:*']) });
    const session = await assume(home, powerless, assumer, { Policy: documentOf('Allow', ['*']) });
    expect(denial(await home.call('Ram ListRoles', {}, session))).toBe(
      'NoPermission ImplicitDeny by AccountLevelIdentityBasedPolicy',
    );
    const Policy = JSON.stringify({
      Version: '1',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ram:ListRoles', Resource: '*' },
      ],
    });
    const denied = await assume(home, role, assumer, { Policy });
    expect(denial(await home.call('Ram ListRoles', {}, denied))).toBe(
      'NoPermission ExplicitDeny by SessionPolicy',
    );
  });
});

describe('what a caller may do for itself', () => {
  test.each([
    ['Ram CreateAccessKey', 'MissingUserName'],
    ['Ram ListAccessKeys', 'MissingUserName'],
    ['Ims CreateAccessKey', 'MissingUserPrincipalName'],
    ['Ims ListPasskeys', 'MissingUserPrincipalName'],
    ['Ims GetVerificationInfo', 'MissingUserPrincipalName'],
  ])('%s is nothing for a session, which is no user and not the account', async (operation, code) => {
    const session = await assume(home, role, assumer);
    const before = home.state;
    expect((await home.call(operation, {}, session)).code).toBe(code);
    expect(home.state).toBe(before);
  });

  test('a password is nothing for a session', async () => {
    const session = await assume(home, role, assumer);
    const parameters = { OldPassword: 'Wardenry-Old-1', NewPassword: 'Wardenry-New-2' };
    const { code } = await home.call('Ram ChangePassword', parameters, session);
    expect(code).toBe('MissingUserName');
  });
});
