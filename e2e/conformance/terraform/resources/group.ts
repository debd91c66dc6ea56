import type { Provider } from '../provider.ts';
import { attributesOf, changes, type Resource } from '../resource.ts';

/** Takes from a group all that keeps it from being deleted, as `force = true` does. */
async function strip(provider: Provider, GroupName: string): Promise<void> {
  const gone = ['EntityNotExist'];
  for (const { UserName } of await membersOf(provider, GroupName)) {
    await provider.expecting(gone, 'Ram RemoveUserFromGroup', { UserName: String(UserName), GroupName });
  }
  const policies = await provider.expecting(['EntityNotExist.Group'], 'Ram ListPoliciesForGroup', {
    GroupName,
  });
  for (const { PolicyName, PolicyType } of policies?.listAt('$.Policies.Policy') ?? []) {
    const policy = { PolicyName: String(PolicyName), PolicyType: String(PolicyType) };
    await provider.expecting(gone, 'Ram DetachPolicyFromGroup', { ...policy, GroupName });
  }
}

/** All members of a group, page by page; none when there is no such group. */
export async function membersOf(provider: Provider, GroupName: string) {
  const members = [];
  let more = {};
  for (;;) {
    const page = await provider.expecting(['EntityNotExist'], 'Ram ListUsersForGroup', {
      GroupName,
      ...more,
    });
    if (page === undefined) return [];
    members.push(...page.listAt('$.Users.User'));
    if (page.at('$.IsTruncated') !== true) return members;
    more = { Marker: page.textAt('$.Marker') };
  }
}

export const group: Resource = {
  type: 'alicloud_ram_group',
  configure({ fresh }) {
    const GroupName = fresh('group');
    return { first: { GroupName, Comments: 'may read' }, changed: { GroupName, Comments: '' } };
  },
  async create(provider, wanted) {
    return (await provider.call('Ram CreateGroup', wanted)).textAt('$.Group.GroupName');
  },
  async read(provider, id) {
    const reply = await provider.expecting(['EntityNotExist.Group'], 'Ram GetGroup', { GroupName: id });
    return reply && attributesOf(reply.objectAt('$.Group'), ['GroupName', 'Comments']);
  },
  async update(provider, id, was, wanted) {
    await provider.call('Ram UpdateGroup', { GroupName: id, ...changes(was, wanted) });
  },
  async remove(provider, id) {
    await strip(provider, id);
    await provider.expecting(['EntityNotExist.Group'], 'Ram DeleteGroup', { GroupName: id });
  },
  drift: ({ elsewhere }, id) =>
    elsewhere('Ims UpdateGroup', { GroupName: id, NewComments: 'changed by hand' }),
  vanish: ({ elsewhere }, id) => elsewhere('Ims DeleteGroup', { GroupName: id }),
};
