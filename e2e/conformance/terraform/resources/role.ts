import type { Provider } from '../provider.ts';
import { attributesOf, changes, type Resource, trustIn } from '../resource.ts';
import { readTags, setTags, tagsText } from './tags.ts';

const shown = ['RoleName', 'AssumeRolePolicyDocument', 'Description', 'MaxSessionDuration'];

/** Takes all policies from a role, as `force = true` does. */
async function strip(provider: Provider, RoleName: string): Promise<boolean> {
  const policies = await provider.expecting(['EntityNotExist.Role'], 'Ram ListPoliciesForRole', { RoleName });
  for (const { PolicyName, PolicyType } of policies?.listAt('$.Policies.Policy') ?? []) {
    const gone = [
      'EntityNotExist',
      'EntityNotExist.Role',
      'EntityNotExist.Role.Policy',
      'EntityNotExist.Policy',
    ];
    const policy = { PolicyName: String(PolicyName), PolicyType: String(PolicyType) };
    await provider.expecting(gone, 'Ram DetachPolicyFromRole', { RoleName, ...policy });
  }
  return policies !== undefined;
}

export const role: Resource = {
  type: 'alicloud_ram_role',
  configure({ fresh }) {
    const RoleName = fresh('role');
    return {
      first: {
        RoleName,
        Description: 'for servers',
        MaxSessionDuration: '3600',
        AssumeRolePolicyDocument: trustIn('ecs.aliyuncs.com'),
        Tag: tagsText({ team: 'a', stage: 'test' }),
      },
      changed: {
        RoleName,
        Description: '',
        MaxSessionDuration: '7200',
        AssumeRolePolicyDocument: trustIn('fc.aliyuncs.com'),
        Tag: tagsText({ team: 'b' }),
      },
    };
  },
  async create(provider, wanted) {
    return String((await provider.call('Ram CreateRole', wanted)).objectAt('$.Role').RoleName);
  },
  async read(provider, id) {
    const reply = await provider.expecting(['EntityNotExist.Role'], 'Ram GetRole', { RoleName: id });
    if (reply === undefined) return undefined;
    return { ...attributesOf(reply.objectAt('$.Role'), shown), Tag: await readTags(provider, 'role', id) };
  },
  async update(provider, id, was, wanted) {
    const { NewTag, ...changed } = changes(was, wanted);
    if (Object.keys(changed).length > 0) await provider.call('Ram UpdateRole', { RoleName: id, ...changed });
    if (NewTag !== undefined) await setTags(provider, 'role', id, was.Tag, wanted.Tag);
  },
  async remove(provider, id) {
    if (await strip(provider, id)) {
      await provider.expecting(['EntityNotExist.Role'], 'Ram DeleteRole', { RoleName: id });
    }
  },
  drift: ({ elsewhere }, id) => elsewhere('Ram UpdateRole', { RoleName: id, NewMaxSessionDuration: '5000' }),
  vanish: ({ elsewhere }, id) => elsewhere('Ram DeleteRole', { RoleName: id }),
};
