import type { Account, TestUser } from '../account.ts';
import type { Signer } from '../wire.ts';
import { call, named, pages, unnamed, type ValidCall, type ValidCalls } from './valid-call.ts';

/** A user in the recycle bin, with a key that is there too. */
async function recycled(account: Account): Promise<{ readonly user: TestUser; readonly key: Signer }> {
  const user = await account.user();
  const key = await account.keyOf(user);
  await account.do('Ram CreateLoginProfile', { UserName: user.name, Password: 'kiefer-Buche-1234' });
  await account.do('Ims DeleteUser', { UserId: user.id });
  return { user, key };
}

/** A user with a key in the recycle bin. */
async function withRecycledKey(account: Account): Promise<{ readonly user: TestUser; readonly id: string }> {
  const user = await account.user();
  const { accessKeyId: id } = await account.keyOf(user);
  await account.do('Ram DeleteAccessKey', { UserName: user.name, UserAccessKeyId: id });
  return { user, id };
}

const onRecycledUser = unnamed(
  call(async account => {
    const { user } = await recycled(account);
    return [{ UserId: user.id }, `user/${user.name}`];
  }),
);

const onRecycledKey: ValidCall = unnamed(
  call(async account => {
    const { user, id } = await withRecycledKey(account);
    return [{ UserId: user.id, UserAccessKeyId: id }, `user/${user.name}`];
  }),
);

/** Operations on the recycle bin. */
export const recycleBinCalls: ValidCalls = {
  'Ims ListUsersInRecycleBin': [
    ...pages('Ims ListUsersInRecycleBin', 'user/*', async account => {
      await recycled(account);
      await recycled(account);
    }),
    call(async account => {
      const { user } = await recycled(account);
      return [{ Filter: `UserPrincipalName eq ${user.principalName}` }, 'user/*'];
    }, 'of one name'),
  ],
  'Ims GetUserInRecycleBin': [
    onRecycledUser,
    unnamed(
      call(async account => {
        const { user, key } = await recycled(account);
        return [{ UserAccessKeyId: key.accessKeyId }, `user/${user.name}`];
      }, 'by AccessKey'),
    ),
  ],
  'Ims RestoreUserFromRecycleBin': [onRecycledUser],
  'Ims DeleteUserInRecycleBin': [onRecycledUser],
  'Ims ListAccessKeysInRecycleBin': [
    unnamed(
      call(async account => {
        const { user } = await withRecycledKey(account);
        return [{ UserId: user.id }, `user/${user.name}`];
      }),
    ),
    unnamed(
      call(async account => {
        const { user } = await recycled(account);
        return [{ UserId: user.id }, `user/${user.name}`];
      }, 'of a user who is there too'),
    ),
    call((_account, { userName }) => [{}, `user/${userName}`], "the caller's own"),
  ],
  'Ims GetAccessKeyInfoInRecycleBin': [
    unnamed(
      call(async account => {
        const { user, id } = await withRecycledKey(account);
        return [{ UserAccessKeyId: id }, `user/${user.name}`];
      }),
    ),
    unnamed(
      call(async account => {
        const { user, key } = await recycled(account);
        return [{ UserAccessKeyId: key.accessKeyId }, `user/${user.name}`];
      }, 'of a user who is there too'),
    ),
  ],
  'Ims RestoreAccessKeyFromRecycleBin': [onRecycledKey],
  'Ims DeleteAccessKeyInRecycleBin': [onRecycledKey],
};

const document = JSON.stringify({
  Version: 1,
  Status: 'Inactive',
  Statements: [
    { Type: 'ClassicWhiteList', IPList: ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'] },
    { Type: 'VPCWhiteList', Value: 'AllowAllVPC', IPList: ['192.168.0.0/16'] },
  ],
});

/** A call on a key of a user. */
function onKey(AccessKeyPolicy?: string): ValidCall {
  return call(async account => {
    const user = await account.user();
    const { accessKeyId: UserAccessKeyId } = await account.keyOf(user);
    const given = AccessKeyPolicy === undefined ? {} : { AccessKeyPolicy };
    return [{ ...named('Ims', user), UserAccessKeyId, ...given }, `user/${user.name}`];
  });
}

/** Operations on network access policies. */
export const accessKeyPolicyCalls: ValidCalls = {
  'Ims SetAccessKeyPolicy': [onKey(document)],
  'Ims GetAccessKeyPolicy': [onKey()],
  // Inactive, so that no other test is shut out.
  'Ims SetAccessKeyPolicyForAccount': [call(() => [{ AccessKeyPolicy: document }, '*'])],
  'Ims GetAccessKeyPolicyForAccount': [call(() => [{}, '*'])],
};
