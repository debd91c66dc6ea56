/** What the provider finds gone although it was there a moment before: the codes that tell it so. */
import type { Attributes } from './resource.ts';
import { groupIn, policyIn, roleIn, userIn } from './resources/made.ts';
import type { World } from './world.ts';

/** One call about something that is not there. */
export interface Race {
  readonly action: string;
  /** All of them are found in the answer. */
  readonly codes: readonly string[];
  readonly arrange: (world: World) => Promise<Attributes> | Attributes;
}

const noPolicy = ['EntityNotExist', 'EntityNotExist.Policy'];

function ofNothing(action: string, codes: readonly string[], request: Attributes): Race {
  return { action, codes, arrange: () => request };
}

/** Somebody has lost a policy because it is gone. */
function ofNothingHeld(noun: 'User' | 'Group' | 'Role', holderIn: (world: World) => Promise<string>): Race {
  const policy = { PolicyName: 'gone', PolicyType: 'Custom' };
  return {
    action: `Ram DetachPolicyFrom${noun}`,
    codes: noPolicy,
    arrange: async world => ({ [`${noun}Name`]: await holderIn(world), ...policy }),
  };
}

/** Every call. */
export const races: readonly Race[] = [
  ofNothing('Ram GetUser', ['EntityNotExist.User'], { UserName: 'gone' }),
  ofNothing('Ram DeleteRole', ['EntityNotExist', 'EntityNotExist.Role'], { RoleName: 'gone' }),
  ofNothing('Ram DeletePolicy', noPolicy, { PolicyName: 'gone' }),
  ofNothing('Ram DeletePolicyVersion', noPolicy, { PolicyName: 'gone', VersionId: 'v1' }),
  {
    action: 'Ram DeletePolicyVersion',
    codes: ['EntityNotExist', 'EntityNotExist.Policy.Version'],
    arrange: async world => ({ PolicyName: await policyIn(world), VersionId: 'v9' }),
  },
  ofNothing('Ram ListPolicyVersions', ['EntityNotExist.Policy'], {
    PolicyName: 'gone',
    PolicyType: 'Custom',
  }),
  ofNothing('ResourceManager ListPolicyAttachments', ['EntityNotExist.Policy'], {
    PolicyName: 'gone',
    PolicyType: 'Custom',
  }),
  ofNothing('ResourceManager ListPolicyAttachments', ['EntityNotExists.ResourceGroup'], {
    ResourceGroupId: 'rg-gone',
  }),
  ofNothingHeld('User', userIn),
  ofNothingHeld('Group', groupIn),
  ofNothingHeld('Role', roleIn),
  {
    action: 'Ram AddUserToGroup',
    codes: ['409', 'EntityAlreadyExists.User.Group'],
    async arrange(world) {
      const made = { UserName: await userIn(world), GroupName: await groupIn(world) };
      await world.elsewhere('Ram AddUserToGroup', made);
      return made;
    },
  },
];
