/** What keeps things from being deleted: the codes that the provider matches, and how each comes about. */
import { passwordOf, seedOf, stepAt } from '../../../apps/server/src/areas/mfa/one-time-password.ts';
import { type Attributes, documents } from './resource.ts';
import { groupIn, policyIn, roleIn, userIn } from './resources/made.ts';
import { resourceGroupIn } from './resources/resource-group.ts';
import type { World } from './world.ts';

/** One thing that cannot be deleted. */
export interface Conflict {
  readonly code: string;
  readonly action: string;
  /** Makes the thing with what stands in the way; gives the request that would delete it. */
  readonly arrange: (world: World) => Promise<Attributes>;
}

const readOnly = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' };

async function member(world: World): Promise<{ readonly UserName: string; readonly GroupName: string }> {
  const made = { UserName: await userIn(world), GroupName: await groupIn(world) };
  await world.elsewhere('Ram AddUserToGroup', made);
  return made;
}

async function bindDevice({ elsewhere, fresh }: World, UserName: string): Promise<void> {
  const name = { VirtualMFADeviceName: fresh('device') };
  const { VirtualMFADevice } = await elsewhere('Ram CreateVirtualMFADevice', name);
  const { SerialNumber = '', Base32StringSeed = '' } = VirtualMFADevice as Attributes;
  const seed = seedOf(Base32StringSeed);
  const step = stepAt(Date.now());
  await elsewhere('Ram BindMFADevice', {
    UserName,
    SerialNumber,
    AuthenticationCode1: passwordOf(seed, step - 1),
    AuthenticationCode2: passwordOf(seed, step),
  });
}

/** A conflict about a user. */
function ofUser(noun: string, burden: (world: World, UserName: string) => Promise<unknown>): Conflict {
  return {
    code: `DeleteConflict.User.${noun}`,
    action: 'Ram DeleteUser',
    async arrange(world) {
      const UserName = await userIn(world);
      await burden(world, UserName);
      return { UserName };
    },
  };
}

/** A conflict about a policy that somebody holds. */
function ofPolicy(
  noun: 'User' | 'Group' | 'Role',
  code: string,
  holderIn: (world: World) => Promise<string>,
): Conflict {
  return {
    code,
    action: 'Ram DeletePolicy',
    async arrange(world) {
      const PolicyName = await policyIn(world);
      const holder = { [`${noun}Name`]: await holderIn(world) };
      await world.elsewhere(`Ram AttachPolicyTo${noun}`, { PolicyName, PolicyType: 'Custom', ...holder });
      return { PolicyName };
    },
  };
}

/** Every conflict. */
export const conflicts: readonly Conflict[] = [
  {
    code: 'DeleteConflict.ResourceGroup.Resource',
    action: 'ResourceManager DeleteResourceGroup',
    async arrange(world) {
      const ResourceGroupId = await resourceGroupIn(world);
      const UserName = await userIn(world);
      await world.elsewhere('Ram AttachPolicyToUser', { UserName, ...readOnly, ResourceGroupId });
      return { ResourceGroupId };
    },
  },
  ofUser('AccessKey', ({ elsewhere }, UserName) => elsewhere('Ram CreateAccessKey', { UserName })),
  ofUser('Policy', ({ elsewhere }, UserName) =>
    elsewhere('Ram AttachPolicyToUser', { UserName, ...readOnly }),
  ),
  ofUser('LoginProfile', ({ elsewhere }, UserName) =>
    elsewhere('Ram CreateLoginProfile', { UserName, Password: 'zeder-Kiefer-11' }),
  ),
  ofUser('MFADevice', bindDevice),
  {
    code: 'DeleteConflict.User.Group',
    action: 'Ram DeleteUser',
    arrange: async world => ({ UserName: (await member(world)).UserName }),
  },
  {
    code: 'DeleteConflict.Group.User',
    action: 'Ram DeleteGroup',
    arrange: async world => ({ GroupName: (await member(world)).GroupName }),
  },
  {
    code: 'DeleteConflict.Group.Policy',
    action: 'Ram DeleteGroup',
    async arrange(world) {
      const GroupName = await groupIn(world);
      await world.elsewhere('Ram AttachPolicyToGroup', { GroupName, ...readOnly });
      return { GroupName };
    },
  },
  {
    code: 'DeleteConflict.Role.Policy',
    action: 'Ram DeleteRole',
    async arrange(world) {
      const RoleName = await roleIn(world);
      await world.elsewhere('Ram AttachPolicyToRole', { RoleName, ...readOnly });
      return { RoleName };
    },
  },
  ofPolicy('User', 'DeleteConflict.Policy.User', userIn),
  ofPolicy('Group', 'DeleteConflict.Policy.Group', groupIn),
  ofPolicy('Role', 'DeleteConflict.Policy.Role', roleIn),
  {
    code: 'DeleteConflict.Policy.Version',
    action: 'Ram DeletePolicy',
    async arrange(world) {
      const PolicyName = await policyIn(world);
      await world.elsewhere('Ram CreatePolicyVersion', { PolicyName, PolicyDocument: documents.changed });
      return { PolicyName };
    },
  },
  {
    // The whole code ends in `.Default`; the provider finds this in it.
    code: 'DeleteConflict.Policy.Version',
    action: 'Ram DeletePolicyVersion',
    arrange: async world => ({ PolicyName: await policyIn(world), VersionId: 'v1' }),
  },
];
