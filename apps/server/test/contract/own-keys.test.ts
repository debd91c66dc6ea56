/** What users may do with their own AccessKeys, by a policy or because the account lets them (spec: domain 0.25, 0.27, 0.28). */
import { beforeEach, describe, expect, test } from 'vitest';
import type { WireParameters } from '../test-account.ts';
import { documentOf, harmlessDocument, type PolicyHolder, type TestUser, textOf } from './account.ts';
import { openSuite } from './suite.ts';

const { home } = await openSuite();

const refused = 'NoPermission';

/** The actions that a user needs to look after its own keys (spec: domain 3.2). */
const selfServiceActions = [
  'ram:CreateAccessKey',
  'ram:ListAccessKeys',
  'ram:UpdateAccessKey',
  'ram:DeleteAccessKey',
  'ram:GetAccessKeyLastUsed',
  'ram:ListAccessKeysInRecycleBin',
];

let user: PolicyHolder;
let other: TestUser;
let key: string;
let othersKey: string;
beforeEach(async () => {
  await allow('false');
  user = await home.callerWith(harmlessDocument);
  other = await home.user();
  key = await keyOf(user.signer.userName);
  othersKey = (await home.keyOf(other)).accessKeyId;
});

const allow = (AllowUserToManageAccessKeys: string) =>
  home.do('Ims SetSecurityPreference', { AllowUserToManageAccessKeys });

/** Another key of a user. */
async function keyOf(UserName: string): Promise<string> {
  const { AccessKey } = await home.do('Ram CreateAccessKey', { UserName });
  return textOf(AccessKey, 'AccessKeyId');
}

const called = async (operation: string, parameters: WireParameters) =>
  (await home.call(operation, parameters, user.signer)).code;

/** What becomes of a round of calls on own keys, which puts everything back. */
async function rounds(): Promise<string[]> {
  const self = user.signer.userName;
  const principal = home.principal(self);
  const outcomes = [
    await called('Ram ListAccessKeys', {}),
    await called('Ims ListAccessKeys', { UserPrincipalName: principal }),
    await called('Ram UpdateAccessKey', { UserName: self, UserAccessKeyId: key, Status: 'Inactive' }),
    await called('Ims UpdateAccessKey', { UserAccessKeyId: key, Status: 'Active' }),
    await called('Ims ListAccessKeysInRecycleBin', {}),
    await called('Ims ListAccessKeysInRecycleBin', { UserId: user.signer.userId ?? '' }),
    await called('Ims DeleteAccessKey', { UserAccessKeyId: key }),
    await called('Ram CreateAccessKey', { UserName: self.toUpperCase() }),
  ];
  key = await ownOtherKey();
  return outcomes;
}

/** The key that the user does not call with. */
async function ownOtherKey(): Promise<string> {
  const { AccessKeys } = await home.do('Ram ListAccessKeys', { UserName: user.signer.userName });
  const ids = (AccessKeys as { AccessKey: { AccessKeyId: string }[] }).AccessKey.map(
    each => each.AccessKeyId,
  );
  const found = ids.find(id => id !== user.signer.accessKeyId);
  if (found === undefined) throw new Error('the user has no other key');
  return found;
}

/** The calls by which a user would touch the keys of another. */
const onOthers = (): readonly (readonly [string, WireParameters])[] => {
  const { name, id, principalName } = other;
  const onKey = { UserName: name, UserAccessKeyId: othersKey };
  return [
    ['Ram CreateAccessKey', { UserName: name }],
    ['Ims CreateAccessKey', { UserPrincipalName: principalName }],
    ['Ram ListAccessKeys', { UserName: name }],
    ['Ram UpdateAccessKey', { ...onKey, Status: 'Inactive' }],
    ['Ram DeleteAccessKey', onKey],
    ['Ram GetAccessKeyLastUsed', onKey],
    ['Ims GetAccessKeyLastUsed', { UserPrincipalName: principalName, UserAccessKeyId: othersKey }],
    ['Ims ListAccessKeysInRecycleBin', { UserId: id }],
  ];
};

async function expectOthersUntouched(): Promise<void> {
  for (const [operation, parameters] of onOthers()) {
    expect([operation, await called(operation, parameters)]).toEqual([operation, refused]);
  }
  expect((await home.do('Ram ListAccessKeys', { UserName: other.name })).AccessKeys).toEqual({
    AccessKey: [expect.objectContaining({ AccessKeyId: othersKey, Status: 'Active' })],
  });
}

const all = (code: string) => Array.from({ length: 8 }, () => code);

describe('a user without a policy about keys', () => {
  test('manages its own while the account lets all users do so, and not a moment longer', async () => {
    expect(await rounds()).toEqual(all(refused));
    await allow('true');
    expect(await rounds()).toEqual(all('Success'));
    await allow('false');
    expect(await rounds()).toEqual(all(refused));
  });

  test('does nothing with those of others by that', async () => {
    await allow('true');
    await expectOthersUntouched();
  });

  test('neither lifts the restrictions of its key by that, nor takes keys out of the bin', async () => {
    await allow('true');
    await home.do('Ram DeleteAccessKey', { UserName: user.signer.userName, UserAccessKeyId: key });
    const own = { UserAccessKeyId: user.signer.accessKeyId };
    const calls: readonly (readonly [string, WireParameters])[] = [
      ['Ims SetAccessKeyPolicy', { ...own, AccessKeyPolicy: '{"Status":"Inactive","Statements":[]}' }],
      ['Ims GetAccessKeyPolicy', own],
      ['Ims RestoreAccessKeyFromRecycleBin', { UserAccessKeyId: key }],
      ['Ims DeleteAccessKeyInRecycleBin', { UserAccessKeyId: key }],
      ['Ims GetAccessKeyInfoInRecycleBin', { UserAccessKeyId: key }],
    ];
    for (const [operation, parameters] of calls) {
      expect([operation, await called(operation, parameters)]).toEqual([operation, refused]);
    }
  });

  test('sees when its own were used last, whatever the account lets users do', async () => {
    const own = { UserAccessKeyId: key };
    expect(await called('Ram GetAccessKeyLastUsed', own)).toBe('Success');
    expect(await called('Ims GetAccessKeyLastUsed', own)).toBe('Success');
    await user.hold(documentOf('Deny', ['ram:GetAccessKeyLastUsed']));
    expect(await called('Ram GetAccessKeyLastUsed', own)).toBe(refused);
  });

  test('is no other user who took over its name', async () => {
    await allow('true');
    const name = user.signer.userName;
    const renamed = home.fresh('user');
    await home.do('Ram UpdateUser', { UserName: name, NewUserName: renamed });
    await home.do('Ram UpdateUser', { UserName: other.name, NewUserName: name });
    other = { ...other, name, principalName: home.principal(name) };
    await expectOthersUntouched();
  });
});

describe('a user with a policy about keys', () => {
  test('manages none against an explicit deny, whatever the account lets users do', async () => {
    await allow('true');
    await user.hold(documentOf('Deny', ['ram:*'], [home.arn(`user/${user.signer.userName}`)]));
    expect(await rounds()).toEqual(all(refused));
  });

  test('manages its own by an allow, and no others, when the account lets nobody', async () => {
    await user.hold(documentOf('Allow', selfServiceActions, [home.arn(`user/${user.signer.userName}`)]));
    expect(await rounds()).toEqual(all('Success'));
    await expectOthersUntouched();
  });
});
