import type { Reply } from '../../../doors/door.ts';
import type { Provider } from '../provider.ts';
import { attributesOf, changes, type Resource } from '../resource.ts';

const attributes = ['UserName', 'DisplayName', 'MobilePhone', 'Email', 'Comments'];

/** The name that goes with an id: the provider looks through all users. */
async function nameOf(provider: Provider, id: string): Promise<string | undefined> {
  let marker: string | undefined;
  do {
    const page = await provider.call('Ram ListUsers', {
      MaxItems: '2',
      ...(marker === undefined ? {} : { Marker: marker }),
    });
    const found = page.listAt('$.Users.User').find(user => user.UserId === id || user.UserName === id);
    if (found !== undefined) return String(found.UserName);
    marker = page.at('$.IsTruncated') === true ? page.textAt('$.Marker') : undefined;
  } while (marker !== undefined);
  return undefined;
}

/** Takes from a user all that keeps it from being deleted, as `force = true` does. */
async function strip(provider: Provider, UserName: string): Promise<void> {
  const gone = ['EntityNotExist'];
  const list = async (title: string, path: string): Promise<Reply[]> =>
    (await provider.call(title, { UserName })).listAt(path);
  for (const { AccessKeyId } of await list('Ram ListAccessKeys', '$.AccessKeys.AccessKey')) {
    await provider.expecting(gone, 'Ram DeleteAccessKey', { UserAccessKeyId: String(AccessKeyId), UserName });
  }
  for (const { PolicyName, PolicyType } of await list('Ram ListPoliciesForUser', '$.Policies.Policy')) {
    const policy = { PolicyName: String(PolicyName), PolicyType: String(PolicyType) };
    await provider.expecting(gone, 'Ram DetachPolicyFromUser', { ...policy, UserName });
  }
  for (const { GroupName } of await list('Ram ListGroupsForUser', '$.Groups.Group')) {
    await provider.expecting(gone, 'Ram RemoveUserFromGroup', { UserName, GroupName: String(GroupName) });
  }
  await provider.expecting(['EntityNotExist.User.LoginProfile'], 'Ram DeleteLoginProfile', { UserName });
  await provider.expecting(['EntityNotExist', 'EntityNotExist.User.MFADevice'], 'Ram UnbindMFADevice', {
    UserName,
  });
}

export const user: Resource = {
  type: 'alicloud_ram_user',
  configure({ fresh }) {
    const first = { UserName: fresh('user'), DisplayName: 'Ann', MobilePhone: '86-13900000000' };
    return {
      first: { ...first, Email: 'ann@example.com', Comments: 'made by Terraform' },
      changed: { UserName: fresh('user'), DisplayName: '', MobilePhone: '', Email: '', Comments: '名' },
    };
  },
  async create(provider, wanted) {
    return (await provider.call('Ram CreateUser', wanted)).textAt('$.User.UserId');
  },
  async read(provider, id) {
    const UserName = await nameOf(provider, id);
    if (UserName === undefined) return undefined;
    const reply = await provider.expecting(['EntityNotExist.User'], 'Ram GetUser', { UserName });
    return reply && attributesOf(reply.objectAt('$.User'), attributes);
  },
  async update(provider, _, was, wanted) {
    const named = { UserName: String(was.UserName), NewUserName: String(wanted.UserName) };
    await provider.call('Ram UpdateUser', { ...named, ...changes(was, wanted) });
  },
  async remove(provider, id) {
    const UserName = await nameOf(provider, id);
    if (UserName === undefined) return;
    await strip(provider, UserName);
    await provider.call('Ram DeleteUser', { UserName });
  },
  drift: ({ elsewhere }, id) => elsewhere('Ims UpdateUser', { UserId: id, NewComments: 'changed by hand' }),
  vanish: ({ elsewhere }, id) => elsewhere('Ims DeleteUser', { UserId: id }),
};
