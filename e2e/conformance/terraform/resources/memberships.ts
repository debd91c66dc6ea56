import type { Provider } from '../provider.ts';
import type { Resource } from '../resource.ts';
import { membersOf } from './group.ts';
import { groupIn, userIn } from './made.ts';

const goneFromGroup = [
  'EntityNotExist',
  'EntityNotExist.User',
  'EntityNotExist.Group',
  'EntityNotExist.User.Group',
];

function namesIn(list: string | undefined): string[] {
  return list === undefined || list === '' ? [] : list.split(',');
}

async function add(provider: Provider, GroupName: string, users: readonly string[]): Promise<void> {
  for (const UserName of users) await provider.call('Ram AddUserToGroup', { GroupName, UserName });
}

async function removeFrom(provider: Provider, GroupName: string, users: readonly string[]): Promise<void> {
  for (const UserName of users) {
    await provider.expecting(goneFromGroup, 'Ram RemoveUserFromGroup', { GroupName, UserName });
  }
}

/** All members of one group; `Users` are their names, sorted. */
export const groupMembership: Resource = {
  type: 'alicloud_ram_group_membership',
  async configure(world) {
    const GroupName = await groupIn(world);
    const [one, other, third] = [await userIn(world), await userIn(world), await userIn(world)];
    return {
      first: { GroupName, Users: `${one},${other}` },
      changed: { GroupName, Users: `${other},${third}` },
    };
  },
  async create(provider, { GroupName = '', Users }) {
    await add(provider, GroupName, namesIn(Users));
    return GroupName;
  },
  async read(provider, id) {
    const names = (await membersOf(provider, id)).map(({ UserName }) => String(UserName));
    return names.length === 0 ? undefined : { GroupName: id, Users: names.sort().join(',') };
  },
  async update(provider, id, was, wanted) {
    const [before, after] = [namesIn(was.Users), namesIn(wanted.Users)];
    await removeFrom(
      provider,
      id,
      before.filter(name => !after.includes(name)),
    );
    await add(
      provider,
      id,
      after.filter(name => !before.includes(name)),
    );
  },
  async remove(provider, id) {
    const members = await membersOf(provider, id);
    await removeFrom(
      provider,
      id,
      members.map(({ UserName }) => String(UserName)),
    );
  },
  async drift(world, id) {
    await world.elsewhere('Ram AddUserToGroup', { GroupName: id, UserName: await userIn(world) });
  },
  async vanish({ elsewhere, provider }, id) {
    for (const { UserName } of await membersOf(provider, id)) {
      await elsewhere('Ram RemoveUserFromGroup', { GroupName: id, UserName: String(UserName) });
    }
  },
};

/** One user in one group; the id is `<group>:<user>`. */
export const userGroupAttachment: Resource = {
  type: 'alicloud_ram_user_group_attachment',
  async configure(world) {
    const first = { GroupName: await groupIn(world), UserName: await userIn(world) };
    return { first, changed: { ...first, UserName: await userIn(world) } };
  },
  async create(provider, wanted) {
    // Somebody may have put the user there before.
    await provider.expecting(['EntityAlreadyExists.User.Group', '409'], 'Ram AddUserToGroup', wanted);
    return `${wanted.GroupName}:${wanted.UserName}`;
  },
  async read(provider, id) {
    const [GroupName = '', UserName = ''] = id.split(':');
    const reply = await provider.expecting(['EntityNotExist'], 'Ram ListUsersForGroup', { GroupName });
    const found = reply?.listAt('$.Users.User[*]').find(member => member.UserName === UserName);
    return found && { GroupName, UserName };
  },
  async remove(provider, id) {
    const [GroupName = '', UserName = ''] = id.split(':');
    await removeFrom(provider, GroupName, [UserName]);
  },
  vanish({ elsewhere }, id) {
    const [GroupName = '', UserName = ''] = id.split(':');
    return elsewhere('Ram RemoveUserFromGroup', { GroupName, UserName });
  },
  async orphan({ elsewhere }, id) {
    const [GroupName = '', UserName = ''] = id.split(':');
    await elsewhere('Ram RemoveUserFromGroup', { GroupName, UserName });
    await elsewhere('Ram DeleteGroup', { GroupName });
  },
};
