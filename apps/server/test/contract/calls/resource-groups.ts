import { type Account, textOf } from '../account.ts';
import { aSystemPolicy, aSystemPolicyArn } from './policies.ts';
import { call, difficult, type ValidCall, type ValidCalls } from './valid-call.ts';

const tag = { 'Tag.1.Key': 'team', 'Tag.1.Value': 'blue' } as const;

const resourceOf = (id: string) => `resourcegroup/${id}`;

/** A resource group with a tag; gives its id. */
async function made(account: Account): Promise<string> {
  const given = { Name: account.fresh('resources'), DisplayName: 'Of a test', ...tag };
  const { ResourceGroup } = await account.do('ResourceManager CreateResourceGroup', given);
  return textOf(ResourceGroup, 'Id');
}

/** Who policies are attached to, as ResourceManager names them: the kind, the name, and the relative id. */
const principals = {
  IMSUser: async (account: Account) => {
    const { name } = await account.user();
    return [account.principal(name), `user/${name}`] as const;
  },
  IMSGroup: async (account: Account) => {
    const { name } = await account.group();
    return [account.principal(name).replace('@', '@group.'), `group/${name}`] as const;
  },
  ServiceRole: async (account: Account) => {
    const name = await account.role();
    return [`${name}@role.${account.id}.onaliyunservice.com`, `role/${name}`] as const;
  },
} as const;

type PrincipalType = keyof typeof principals;

/** A policy for a principal. */
async function grant(account: Account, type: PrincipalType, ResourceGroupId: string) {
  const name = await account.policy();
  const [PrincipalName, relativeId] = await principals[type](account);
  const parameters = {
    PolicyName: name,
    PolicyType: 'Custom',
    PrincipalName,
    PrincipalType: type,
    ResourceGroupId,
  };
  return { parameters, resources: [`policy/${name}`, relativeId] as const };
}

/** Calls about a policy in the hands of principals of every kind. */
function onGrants(attached: boolean): ValidCall[] {
  const prepared = async (account: Account, type: PrincipalType, group: string) => {
    const { parameters, resources } = await grant(account, type, group);
    if (attached) await account.do('ResourceManager AttachPolicy', parameters);
    return { parameters, resources };
  };
  return [
    ...(Object.keys(principals) as PrincipalType[]).map(type =>
      call(async account => {
        const { parameters, resources } = await prepared(account, type, await made(account));
        return [parameters, ...resources];
      }, `${type} for a resource group`),
    ),
    {
      title: 'a system policy for the whole account',
      outcome: 'Success',
      async arrange(account) {
        const [PrincipalName, relativeId] = await principals.IMSUser(account);
        const principal = { PrincipalName, PrincipalType: 'IMSUser', ResourceGroupId: account.id };
        const parameters = { ...aSystemPolicy, ...principal };
        if (attached) await account.do('ResourceManager AttachPolicy', parameters);
        return { parameters, resources: [aSystemPolicyArn, account.arn(relativeId)] };
      },
    },
  ];
}

/** A list of attachments of which there is one. */
async function attachedGrant(account: Account) {
  const { parameters } = await grant(account, 'IMSUser', await made(account));
  await account.do('ResourceManager AttachPolicy', parameters);
  return parameters;
}

/** Operations on resource groups, and on what is attached for them. */
export const resourceGroupCalls: ValidCalls = {
  'ResourceManager CreateResourceGroup': [
    call(account => [{ Name: account.fresh('resources'), DisplayName: difficult, ...tag }, resourceOf('*')]),
  ],
  'ResourceManager GetResourceGroup': [
    call(async account => {
      const id = await made(account);
      return [{ ResourceGroupId: id, IncludeTags: 'true' }, resourceOf(id)];
    }),
    call(async account => {
      const id = await made(account);
      return [{ ResourceGroupId: id }, resourceOf(id)];
    }, 'without tags'),
  ],
  'ResourceManager ListResourceGroups': [
    call(async account => {
      const id = await made(account);
      return [{ ResourceGroupId: id, 'ResourceGroupIds.1': id, IncludeTags: 'true' }, resourceOf('*')];
    }),
    call(async account => {
      await made(account);
      const named = { Name: 'resources', DisplayName: 'test', Status: 'OK' };
      return [{ ...named, ...tag, PageNumber: '1', PageSize: '1' }, resourceOf('*')];
    }, 'the first of several pages'),
  ],
  'ResourceManager UpdateResourceGroup': [
    call(async account => {
      const id = await made(account);
      return [{ ResourceGroupId: id, NewDisplayName: difficult }, resourceOf(id)];
    }),
  ],
  'ResourceManager DeleteResourceGroup': [
    call(async account => {
      const id = await made(account);
      return [{ ResourceGroupId: id }, resourceOf(id)];
    }),
  ],
  'ResourceManager TagResources': [
    call(async account => {
      const [one, other] = [await made(account), await made(account)];
      const ids = { 'ResourceId.1': one, 'ResourceId.2': other };
      return [{ ResourceType: 'ResourceGroup', ...ids, ...tag }, ...[one, other].map(resourceOf)];
    }),
  ],
  'ResourceManager UntagResources': [
    call(async account => {
      const id = await made(account);
      return [{ ResourceType: 'ResourceGroup', 'ResourceId.1': id, 'TagKey.1': 'team' }, resourceOf(id)];
    }),
    call(async account => {
      const id = await made(account);
      return [{ 'ResourceId.1': id, All: 'true' }, resourceOf(id)];
    }, 'all tags'),
  ],
  'ResourceManager ListTagResources': [
    call(async account => {
      const id = await made(account);
      return [{ ResourceType: 'ResourceGroup', 'ResourceId.1': id }, resourceOf(id)];
    }),
    call(async account => {
      await made(account);
      await made(account);
      return [{ ...tag, MaxResults: '1' }, resourceOf('*')];
    }, 'the first of several pages'),
    call(async account => {
      await made(account);
      await made(account);
      const first = await account.do('ResourceManager ListTagResources', { MaxResults: '1' });
      return [{ MaxResults: '1', NextToken: textOf(first, 'NextToken') }, resourceOf('*')];
    }, 'a later page'),
  ],
  'ResourceManager AttachPolicy': onGrants(false),
  'ResourceManager DetachPolicy': onGrants(true),
  'ResourceManager ListPolicyAttachments': [
    call(async account => [{ ...(await attachedGrant(account)), Language: 'zh-CN' }, '*'], 'one'),
    call(async account => {
      await attachedGrant(account);
      return [{ PageNumber: '1', PageSize: '1' }, '*'];
    }, 'the first of several pages'),
    call(async account => {
      const { ResourceGroupId } = await attachedGrant(account);
      return [{ ResourceGroupId }, '*'];
    }, 'of a resource group'),
    call(async account => {
      const { PolicyName } = await attachedGrant(account);
      return [{ PolicyName }, '*'];
    }, 'of a policy'),
    call(async account => {
      const { PrincipalName } = await attachedGrant(account);
      return [{ PrincipalName }, '*'];
    }, 'of a principal'),
  ],
};
