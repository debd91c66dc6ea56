import { type Account, textOf } from '../account.ts';
import {
  call,
  difficult,
  difficultLines,
  forBoth,
  named,
  pages,
  type ValidCall,
  type ValidCalls,
} from './valid-call.ts';

const severalUsers = (account: Account) => Promise.all([account.user(), account.user(), account.user()]);
const severalGroups = (account: Account) => Promise.all([account.group(), account.group(), account.group()]);

/** A group with three members. */
async function crowd(account: Account): Promise<string> {
  const group = await account.group();
  for (const user of await severalUsers(account)) {
    await account.do('Ram AddUserToGroup', { UserName: user.name, GroupName: group.name });
  }
  return group.name;
}

const membersOf = (product: 'Ram' | 'Ims'): ValidCall[] => [
  call(async account => {
    const { group } = await account.member();
    return [{ GroupName: group.name }, `group/${group.name}`];
  }),
  call(async account => {
    const group = await crowd(account);
    return [{ GroupName: group, MaxItems: '1' }, `group/${group}`];
  }, 'the first of several pages'),
  call(async account => {
    const group = await crowd(account);
    const first = await account.do(`${product} ListUsersForGroup`, { GroupName: group, MaxItems: '1' });
    return [{ GroupName: group, MaxItems: '1', Marker: textOf(first, 'Marker') }, `group/${group}`];
  }, 'a later page'),
];

/** Operations on groups and their members. */
export const groupCalls: ValidCalls = {
  'Ram CreateGroup': [
    call(account => [{ GroupName: account.fresh('group'), Comments: difficultLines }, 'group/*']),
  ],
  'Ims CreateGroup': [
    call(account => [
      { GroupName: account.fresh('group'), DisplayName: 'Readers <x>', Comments: difficult },
      'group/*',
    ]),
  ],
  ...forBoth('GetGroup', () => [
    call(async account => {
      const { name } = await account.group();
      return [{ GroupName: name }, `group/${name}`];
    }),
  ]),
  'Ram UpdateGroup': [
    call(async account => {
      const { name } = await account.group();
      const changes = { NewGroupName: account.fresh('group'), NewComments: difficult };
      return [{ GroupName: name, ...changes }, `group/${name}`];
    }),
  ],
  'Ims UpdateGroup': [
    call(async account => {
      const { name } = await account.group();
      const changes = { NewGroupName: account.fresh('group'), NewDisplayName: 'new', NewComments: difficult };
      return [{ GroupName: name, ...changes }, `group/${name}`];
    }),
    call(async account => {
      const { name } = await account.group();
      return [{ GroupName: name, NewComments: '' }, `group/${name}`];
    }, 'clearing the comments'),
  ],
  ...forBoth('DeleteGroup', () => [
    call(async account => {
      const { name } = await account.group();
      return [{ GroupName: name }, `group/${name}`];
    }),
  ]),
  ...forBoth('ListGroups', product => pages(`${product} ListGroups`, 'group/*', severalGroups)),
  ...forBoth('AddUserToGroup', product => [
    call(async account => {
      const [user, group] = [await account.user(), await account.group()];
      return [{ ...named(product, user), GroupName: group.name }, `user/${user.name}`, `group/${group.name}`];
    }),
  ]),
  ...forBoth('RemoveUserFromGroup', product => [
    call(async account => {
      const { user, group } = await account.member();
      return [{ ...named(product, user), GroupName: group.name }, `user/${user.name}`, `group/${group.name}`];
    }),
  ]),
  ...forBoth('ListUsersForGroup', membersOf),
  ...forBoth('ListGroupsForUser', product => [
    call(async account => {
      const { user } = await account.member();
      return [named(product, user), `user/${user.name}`];
    }),
  ]),
};
