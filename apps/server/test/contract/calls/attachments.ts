import type { WireParameters } from '../../test-account.ts';
import type { Account } from '../account.ts';
import { aSystemPolicy, aSystemPolicyArn, onEitherType } from './policies.ts';
import { call, type ValidCall, type ValidCalls } from './valid-call.ts';

/** Who policies are attached to. */
const holders = {
  User: async (account: Account) => (await account.user()).name,
  Group: async (account: Account) => (await account.group()).name,
  Role: (account: Account) => account.role(),
} as const;

type Noun = keyof typeof holders;

/** A call about a holder and a policy of either type. */
function onHolderAndPolicy(noun: Noun, attached: boolean): ValidCall[] {
  const arrange = async (account: Account, policy: WireParameters) => {
    const parameters = { [`${noun}Name`]: await holders[noun](account), ...policy };
    if (attached) await account.do(`Ram AttachPolicyTo${noun}`, parameters);
    return { parameters, holder: `${noun.toLowerCase()}/${parameters[`${noun}Name`]}` };
  };
  return [
    call(async account => {
      const name = await account.policy();
      const { parameters, holder } = await arrange(account, { PolicyName: name, PolicyType: 'Custom' });
      return [parameters, holder, `policy/${name}`];
    }, 'a custom policy'),
    {
      title: 'a system policy',
      outcome: 'Success',
      async arrange(account) {
        const { parameters, holder } = await arrange(account, aSystemPolicy);
        return { parameters, resources: [account.arn(holder), aSystemPolicyArn] };
      },
    },
  ];
}

/** A call about what one holder has: a custom and a system policy. */
function onHolder(noun: Noun): ValidCall {
  return call(async account => {
    const named = { [`${noun}Name`]: await holders[noun](account) };
    const custom = { PolicyName: await account.policy(), PolicyType: 'Custom' };
    for (const policy of [aSystemPolicy, custom]) {
      await account.do(`Ram AttachPolicyTo${noun}`, { ...named, ...policy });
    }
    return [named, `${noun.toLowerCase()}/${named[`${noun}Name`]}`];
  });
}

/** A policy that a user, a group and a role hold. */
async function heldPolicy(account: Account): Promise<string> {
  const name = await account.policy();
  const policy = { PolicyName: name, PolicyType: 'Custom' };
  await account.do('Ram AttachPolicyToUser', { UserName: await holders.User(account), ...policy });
  await account.do('Ram AttachPolicyToGroup', { GroupName: await holders.Group(account), ...policy });
  await account.do('Ram AttachPolicyToRole', { RoleName: await holders.Role(account), ...policy });
  return name;
}

/** Operations on who holds which policy. */
export const attachmentCalls: ValidCalls = {
  'Ram AttachPolicyToUser': onHolderAndPolicy('User', false),
  'Ram DetachPolicyFromUser': onHolderAndPolicy('User', true),
  'Ram ListPoliciesForUser': [onHolder('User')],
  'Ram AttachPolicyToGroup': onHolderAndPolicy('Group', false),
  'Ram DetachPolicyFromGroup': onHolderAndPolicy('Group', true),
  'Ram ListPoliciesForGroup': [onHolder('Group')],
  'Ram AttachPolicyToRole': onHolderAndPolicy('Role', false),
  'Ram DetachPolicyFromRole': onHolderAndPolicy('Role', true),
  'Ram ListPoliciesForRole': [onHolder('Role')],
  'Ram ListEntitiesForPolicy': onEitherType(heldPolicy),
};
