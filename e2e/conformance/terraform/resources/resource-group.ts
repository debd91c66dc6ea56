import type { Provider } from '../provider.ts';
import { type Attributes, attributesOf, type Resource } from '../resource.ts';
import type { World } from '../world.ts';
import { groupIn, policyIn, userIn } from './made.ts';
import { numberedTags, tagsIn, tagsText } from './tags.ts';

const gone = ['EntityNotExists.ResourceGroup'];

/** The tags of a group, as the state keeps them. */
async function readTags(provider: Provider, id: string): Promise<string> {
  const named = { 'ResourceId.1': id, ResourceType: 'ResourceGroup' };
  const tags = await provider.call('ResourceManager ListTagResources', named);
  return tagsText(
    Object.fromEntries(
      tags.listAt('$.TagResources').map(({ TagKey, TagValue }) => [String(TagKey), String(TagValue)]),
    ),
  );
}

async function setTags(provider: Provider, id: string, was: Attributes, wanted: Attributes): Promise<void> {
  const named = { 'ResourceId.1': id, ResourceType: 'ResourceGroup' };
  const [before, after] = [tagsIn(was.Tag), tagsIn(wanted.Tag)];
  const removed = Object.keys(before).filter(key => !(key in after));
  if (removed.length > 0) {
    const keys = Object.fromEntries(removed.map((key, at) => [`TagKey.${at + 1}`, key]));
    await provider.call('ResourceManager UnTagResources', { ...named, ...keys });
  }
  if (Object.keys(after).length > 0) {
    await provider.call('ResourceManager TagResources', { ...named, ...numberedTags(after) });
  }
}

/** A resource group. */
export const resourceGroup: Resource = {
  type: 'alicloud_resource_manager_resource_group',
  configure({ fresh }) {
    const Name = fresh('resources');
    return {
      first: { Name, DisplayName: 'Blue', Tag: tagsText({ team: 'a', stage: 'test' }) },
      changed: { Name, DisplayName: 'Navy', Tag: tagsText({ team: 'b' }) },
    };
  },
  async create(provider, { Tag, ...wanted }) {
    const request = { ...wanted, ...numberedTags(tagsIn(Tag)) };
    const made = await provider.call('ResourceManager CreateResourceGroup', request);
    const { Id, Status } = made.objectAt('$.ResourceGroup');
    // The provider waits for it.
    if (Status !== 'OK') throw new Error(`the resource group is ${Status}`);
    return String(Id);
  },
  async read(provider, id) {
    const request = { ResourceGroupId: id };
    const reply = await provider.expecting(gone, 'ResourceManager GetResourceGroup', request);
    if (reply === undefined) return undefined;
    const shown = attributesOf(reply.objectAt('$.ResourceGroup'), ['Name', 'DisplayName']);
    return { ...shown, Tag: await readTags(provider, id) };
  },
  async update(provider, id, was, wanted) {
    await setTags(provider, id, was, wanted);
    const request = { ResourceGroupId: id, NewDisplayName: String(wanted.DisplayName) };
    await provider.call('ResourceManager UpdateResourceGroup', request);
  },
  async remove(provider, id) {
    await provider.expecting(gone, 'ResourceManager DeleteResourceGroup', { ResourceGroupId: id });
  },
  drift: ({ elsewhere }, id) =>
    elsewhere('ResourceManager UpdateResourceGroup', { ResourceGroupId: id, NewDisplayName: 'Red' }),
  vanish: ({ elsewhere }, id) => elsewhere('ResourceManager DeleteResourceGroup', { ResourceGroupId: id }),
};

/** A resource group that somebody else made; gives its id. */
export async function resourceGroupIn({ elsewhere, fresh }: World): Promise<string> {
  const given = { Name: fresh('resources'), DisplayName: 'Of a test' };
  const { ResourceGroup } = await elsewhere('ResourceManager CreateResourceGroup', given);
  return String((ResourceGroup as Attributes).Id);
}

const parts = ['PolicyName', 'PolicyType', 'PrincipalName', 'PrincipalType', 'ResourceGroupId'];

/** The state keeps all five parts, in this order. */
function partsOf(id: string): Attributes {
  const values = id.split(':');
  return Object.fromEntries(parts.map((part, at) => [part, values[at] ?? '']));
}

const missing = ['EntityNotExist.Policy', ...gone];

/** A policy for the account or for a resource group, in the hands of one principal. */
export const scopedPolicyAttachment: Resource = {
  type: 'alicloud_resource_manager_policy_attachment',
  async configure(world) {
    const { UserPrincipalName } = world.principal(await userIn(world));
    const [, domain = ''] = UserPrincipalName.split('@');
    const [account = ''] = domain.split('.');
    return {
      first: {
        PolicyName: 'ReadOnlyAccess',
        PolicyType: 'System',
        PrincipalName: UserPrincipalName,
        PrincipalType: 'IMSUser',
        ResourceGroupId: account,
      },
      changed: {
        PolicyName: await policyIn(world),
        PolicyType: 'Custom',
        PrincipalName: `${await groupIn(world)}@group.${domain}`,
        PrincipalType: 'IMSGroup',
        ResourceGroupId: await resourceGroupIn(world),
      },
    };
  },
  async create(provider, wanted) {
    await provider.call('ResourceManager AttachPolicy', wanted);
    return parts.map(part => wanted[part]).join(':');
  },
  async read(provider, id) {
    const request = { ...partsOf(id), RegionId: 'cn-hangzhou' };
    const reply = await provider.expecting(missing, 'ResourceManager ListPolicyAttachments', request);
    const [found] = reply?.listAt('$.PolicyAttachments.PolicyAttachment') ?? [];
    // What it shows may be named by another alias of the account.
    return found && partsOf(id);
  },
  async remove(provider, id) {
    await provider.expecting(missing, 'ResourceManager DetachPolicy', partsOf(id));
  },
  vanish: ({ elsewhere }, id) => elsewhere('ResourceManager DetachPolicy', partsOf(id)),
  async orphan({ elsewhere }, id) {
    const { ResourceGroupId = '' } = partsOf(id);
    await elsewhere('ResourceManager DetachPolicy', partsOf(id));
    await elsewhere('ResourceManager DeleteResourceGroup', { ResourceGroupId });
  },
};
