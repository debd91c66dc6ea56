import type { Account } from '../account.ts';
import { call, difficult, difficultLines, pages, unnamed, type ValidCalls, visitor } from './valid-call.ts';

const contacts = { MobilePhone: '86-13900000000', Email: 'ann@example.com', Comments: difficultLines };
const newContacts = {
  NewMobilePhone: '86-13900000001',
  NewEmail: 'bob@example.com',
  NewComments: difficult,
};

const severalUsers = (account: Account) => Promise.all([account.user(), account.user(), account.user()]);

/** Operations on users. */
export const userCalls: ValidCalls = {
  'Ram CreateUser': [
    call(account => [{ UserName: account.fresh('user'), DisplayName: difficult, ...contacts }, 'user/*']),
    call(account => [{ UserName: account.fresh('user') }, 'user/*'], 'a name and nothing else'),
  ],
  'Ims CreateUser': [
    call(account => [
      { UserPrincipalName: account.principal(account.fresh('user')), DisplayName: 'Ann 名 <x>', ...contacts },
      'user/*',
    ]),
    call(account => {
      const principalName = account.principal(account.fresh('user'));
      const tag = { 'Tag.1.Key': 'team', 'Tag.1.Value': difficult };
      return [{ UserPrincipalName: principalName, DisplayName: 'Ann', ...tag }, 'user/*'];
    }, 'with a tag'),
  ],
  'Ram GetUser': [
    call(async account => {
      const { name } = await visitor(account);
      return [{ UserName: name }, `user/${name}`];
    }),
  ],
  'Ims GetUser': [
    call(async account => {
      const { name, principalName } = await visitor(account);
      return [{ UserPrincipalName: principalName }, `user/${name}`];
    }, 'by principal name'),
    unnamed(
      call(async account => {
        const { name, id } = await account.user();
        return [{ UserId: id }, `user/${name}`];
      }, 'by id'),
    ),
    unnamed(
      call(async account => {
        const { userName, accessKeyId } = await account.caller();
        return [{ UserAccessKeyId: accessKeyId }, `user/${userName}`];
      }, 'by AccessKey'),
    ),
    call(async account => {
      const principalName = account.principal(account.fresh('user'));
      const tag = { 'Tag.1.Key': 'team', 'Tag.1.Value': difficult };
      await account.do('Ims CreateUser', { UserPrincipalName: principalName, DisplayName: 'Ann', ...tag });
      return [{ UserPrincipalName: principalName }, `user/${principalName.split('@')[0]}`];
    }, 'that carries a tag'),
  ],
  'Ram UpdateUser': [
    call(async account => {
      const { name } = await account.user();
      const changes = { NewUserName: account.fresh('user'), NewDisplayName: difficult, ...newContacts };
      return [{ UserName: name, ...changes }, `user/${name}`];
    }),
    call(async account => {
      const name = account.fresh('user');
      await account.do('Ram CreateUser', { UserName: name, DisplayName: difficult, ...contacts });
      const cleared = { NewDisplayName: '', NewMobilePhone: '', NewEmail: '', NewComments: '' };
      return [{ UserName: name, ...cleared }, `user/${name}`];
    }, 'clearing what is there'),
  ],
  'Ims UpdateUser': [
    call(async account => {
      const { name, principalName } = await visitor(account);
      const newName = account.principal(account.fresh('user'));
      const changes = { NewUserPrincipalName: newName, NewDisplayName: 'Bob <x>', ...newContacts };
      return [{ UserPrincipalName: principalName, ...changes }, `user/${name}`];
    }, 'by principal name'),
    unnamed(
      call(async account => {
        const { name, id } = await account.user();
        return [{ UserId: id, NewComments: difficult }, `user/${name}`];
      }, 'by id'),
    ),
  ],
  'Ram DeleteUser': [
    call(async account => {
      const { name } = await account.user();
      return [{ UserName: name }, `user/${name}`];
    }),
  ],
  'Ims DeleteUser': [
    call(async account => {
      const { user } = await account.member();
      await account.keyOf(user);
      return [{ UserPrincipalName: user.principalName }, `user/${user.name}`];
    }, 'by principal name, with all it has'),
    unnamed(
      call(async account => {
        const { name, id } = await account.user();
        return [{ UserId: id }, `user/${name}`];
      }, 'by id'),
    ),
  ],
  'Ram ListUsers': pages('Ram ListUsers', 'user/*', severalUsers),
  'Ims ListUsers': [
    ...pages('Ims ListUsers', 'user/*', severalUsers),
    call(() => [{ Status: 'active,freeze' }, 'user/*'], 'frozen or not'),
    call(() => [{ Status: 'freeze' }, 'user/*'], 'frozen'),
    call(async account => {
      const { id } = await visitor(account);
      const tag = { 'Tag.1.Key': 'team', 'Tag.1.Value': account.fresh('team') };
      await account.do('Ims TagResources', { ResourceType: 'user', 'ResourceId.1': id, ...tag });
      return [tag, 'user/*'];
    }, 'that carry a tag'),
  ],
  'Ims ListUserBasicInfos': [
    ...pages('Ims ListUserBasicInfos', 'user/*', severalUsers),
    call(() => [{ 'Tag.1.Key': 'team', 'Tag.2.Key': 'stage' }, 'user/*'], 'that carry some tags'),
  ],
};
