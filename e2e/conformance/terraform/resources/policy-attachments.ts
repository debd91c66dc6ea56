import type { Attributes, Resource } from '../resource.ts';
import type { World } from '../world.ts';
import { groupIn, policyIn, roleIn, userIn } from './made.ts';

/** The state keeps `<noun>:<policy>:<type>:<holder>`. */
function partsOf(noun: string, id: string): Attributes {
  const [, PolicyName = '', PolicyType = '', holder = ''] = id.split(':');
  return { PolicyName, PolicyType, [`${noun}Name`]: holder };
}

/** One policy in the hands of one user, group or role. */
function policyAttachment(
  noun: 'User' | 'Group' | 'Role',
  holderIn: (world: World) => Promise<string>,
): Resource {
  const holderName = `${noun}Name`;
  const gone = [
    'EntityNotExist',
    `EntityNotExist.${noun}`,
    'EntityNotExist.Policy',
    `EntityNotExist.${noun}.Policy`,
  ];
  return {
    type: `alicloud_ram_${noun.toLowerCase()}_policy_attachment`,
    async configure(world) {
      const holder = { [holderName]: await holderIn(world) };
      return {
        first: { PolicyName: await policyIn(world), PolicyType: 'Custom', ...holder },
        changed: { PolicyName: 'ReadOnlyAccess', PolicyType: 'System', ...holder },
      };
    },
    async create(provider, wanted) {
      await provider.call(`Ram AttachPolicyTo${noun}`, wanted);
      return [noun.toLowerCase(), wanted.PolicyName, wanted.PolicyType, wanted[holderName]].join(':');
    },
    async read(provider, id) {
      const parts = partsOf(noun, id);
      const asked = { [holderName]: String(parts[holderName]) };
      const reply = await provider.expecting(gone, `Ram ListPoliciesFor${noun}`, asked);
      const policies = reply?.listAt('$.Policies.Policy[*]') ?? [];
      const found = policies.find(
        policy => policy.PolicyName === parts.PolicyName && policy.PolicyType === parts.PolicyType,
      );
      return found && parts;
    },
    async remove(provider, id) {
      await provider.expecting(gone, `Ram DetachPolicyFrom${noun}`, partsOf(noun, id));
    },
    vanish: ({ elsewhere }, id) => elsewhere(`Ram DetachPolicyFrom${noun}`, partsOf(noun, id)),
    async orphan({ elsewhere }, id) {
      const parts = partsOf(noun, id);
      await elsewhere(`Ram DetachPolicyFrom${noun}`, parts);
      await elsewhere(`Ram Delete${noun}`, { [holderName]: String(parts[holderName]) });
    },
  };
}

/** Policies of users, groups and roles. */
export const policyAttachments: readonly Resource[] = [
  policyAttachment('User', userIn),
  policyAttachment('Group', groupIn),
  policyAttachment('Role', roleIn),
];
