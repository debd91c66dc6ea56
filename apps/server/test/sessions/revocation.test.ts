/** What ends sessions does so at once on the node that handled it, and nothing brings them back (spec: security Q7, Q11). */
import { afterAll, describe, expect, test } from 'vitest';
import { textOf } from '../contract/account.ts';
import { endings, lateAccepts } from './revocation.ts';
import { assume, assumerOf, openSessions, roleOf, trustOf, used } from './suite.ts';

const { contract, home, away } = await openSessions({ WARDENRY_QUOTA_ROLES: '10000' });

afterAll(() => contract.stop());

describe('no call is let in any more once', () => {
  test.each(endings.map(ending => [ending.title, ending] as const))('%s', async (_, ending) => {
    expect(await lateAccepts(home, ending, 3)).toEqual([]);
  });
});

describe('what is made anew does not bring a session back', () => {
  test('a role of the same name', async () => {
    const role = await roleOf(home);
    const session = await assume(home, role, await assumerOf(home));
    expect(await used(home, session)).toBe('Success');
    const { Policies } = await home.do('Ram ListPoliciesForRole', { RoleName: role });
    const PolicyName = textOf(
      (Policies as { Policy: readonly [Record<string, string>] }).Policy[0],
      'PolicyName',
    );
    await home.do('Ram DetachPolicyFromRole', { RoleName: role, PolicyName, PolicyType: 'Custom' });
    await home.do('Ram DeleteRole', { RoleName: role });
    await roleOf(home, { name: role });
    expect(await used(home, session)).toBe('InvalidSecurityToken.Expired');
  });

  test('a user of the same name, and the same user from the recycle bin with its key', async () => {
    const role = await roleOf(home);
    const user = await home.user();
    const signer = await home.keyOf(user);
    const grant = { UserName: user.name, PolicyName: 'AdministratorAccess', PolicyType: 'System' };
    await home.do('Ram AttachPolicyToUser', grant);
    const session = await assume(home, role, signer);
    expect(await used(home, session)).toBe('Success');
    await home.do('Ims DeleteUser', { UserPrincipalName: user.principalName });
    await home.do('Ram CreateUser', { UserName: user.name });
    expect(await used(home, session)).toBe('InvalidSecurityToken.Expired');
    await home.do('Ims DeleteUser', { UserPrincipalName: user.principalName });
    await home.do('Ims RestoreUserFromRecycleBin', { UserId: user.id });
    const key = { UserId: user.id, UserAccessKeyId: signer.accessKeyId };
    await home.call('Ims RestoreAccessKeyFromRecycleBin', key);
    await home.call('Ram UpdateAccessKey', {
      UserName: user.name,
      UserAccessKeyId: signer.accessKeyId,
      Status: 'Active',
    });
    expect((await home.call('Sts GetCallerIdentity', {}, signer)).code).toBe('Success');
    expect(await used(home, session)).toBe('InvalidSecurityToken.Expired');
  });

  test('a key that is enabled again', async () => {
    const role = await roleOf(home);
    const signer = await assumerOf(home);
    const session = await assume(home, role, signer);
    const key = { UserName: signer.userName, UserAccessKeyId: signer.accessKeyId };
    for (const Status of ['Inactive', 'Active']) await home.do('Ram UpdateAccessKey', { ...key, Status });
    expect(await used(home, session)).toBe('InvalidSecurityToken.Expired');
    expect(await used(home, await assume(home, role, signer))).toBe('Success');
  });
});

describe('what does not concern a session leaves it alone', () => {
  test('a change of the trust policy, of the longest session, of another role and of another key', async () => {
    const role = await roleOf(home);
    const signer = await assumerOf(home);
    const session = await assume(home, role, signer);
    const Principal = { RAM: [`acs:ram::${home.id}:user/nobody`] };
    await home.do('Ram UpdateRole', {
      RoleName: role,
      NewAssumeRolePolicyDocument: trustOf({ Principal }),
      NewMaxSessionDuration: '7200',
    });
    await home.do('Wardenry EndRoleSessions', { RoleName: await roleOf(home) });
    const { AccessKey } = await home.do('Ram CreateAccessKey', { UserName: signer.userName });
    const other = { UserName: signer.userName, UserAccessKeyId: textOf(AccessKey, 'AccessKeyId') };
    await home.do('Ram UpdateAccessKey', { ...other, Status: 'Inactive' });
    expect(await used(home, session)).toBe('Success');
  });

  test('the policies of whoever assumed the role, since the session acts as the role', async () => {
    const role = await roleOf(home);
    const signer = await assumerOf(home);
    const session = await assume(home, role, signer);
    const { Policies } = await home.do('Ram ListPoliciesForUser', { UserName: signer.userName });
    const PolicyName = textOf(
      (Policies as { Policy: readonly [Record<string, string>] }).Policy[0],
      'PolicyName',
    );
    await home.do('Ram DetachPolicyFromUser', {
      UserName: signer.userName,
      PolicyName,
      PolicyType: 'Custom',
    });
    expect(await used(home, session)).toBe('Success');
  });
});

describe('a session in another account', () => {
  test.each([
    ['whoever assumed the role has its sessions ended', 'Wardenry EndUserSessions', 'home'],
    ['the account of whoever assumed the role has', 'Wardenry EndAccountSessions', 'home'],
    ['the role’s account has', 'Wardenry EndAccountSessions', 'away'],
  ] as const)('ends when %s', async (_, operation, where) => {
    const signer = await assumerOf(home);
    const shared = await roleOf(away, {
      trust: trustOf({ Principal: { RAM: [`acs:ram::${home.id}:root`] } }),
    });
    const session = await assume(away, shared, signer);
    expect(await used(away, session)).toBe('Success');
    const parameters = operation === 'Wardenry EndUserSessions' ? { UserName: signer.userName } : {};
    await (where === 'home' ? home : away).do(operation, parameters);
    expect(await used(away, session)).toBe('InvalidSecurityToken.Expired');
  });
});
