import type { Provider } from '../provider.ts';
import { type Attributes, changes, documents, type Resource } from '../resource.ts';
import { readTags, setTags, tagsText } from './tags.ts';

const custom = { PolicyType: 'Custom' };
const gone = ['EntityNotExist', 'EntityNotExist.Policy', 'EntityNotExist.Policy.Version'];

/** Takes a policy from all who hold it, and its versions but for the default, as `force = true` does. */
async function strip(provider: Provider, PolicyName: string): Promise<boolean> {
  const policy = { PolicyName, ...custom };
  const holders = await provider.expecting(['EntityNotExist.Policy'], 'Ram ListEntitiesForPolicy', policy);
  if (holders === undefined) return false;
  for (const noun of ['User', 'Group', 'Role']) {
    for (const holder of holders.listAt(`$.${noun}s.${noun}`)) {
      const named = { ...policy, [`${noun}Name`]: String(holder[`${noun}Name`]) };
      await provider.expecting(['EntityNotExist'], `Ram DetachPolicyFrom${noun}`, named);
    }
  }
  const versions = await provider.expecting(['EntityNotExist.Policy'], 'Ram ListPolicyVersions', policy);
  for (const version of versions?.listAt('$.PolicyVersions.PolicyVersion') ?? []) {
    if (version.IsDefaultVersion === true) continue;
    await provider.expecting(gone, 'Ram DeletePolicyVersion', {
      PolicyName,
      VersionId: String(version.VersionId),
    });
  }
  return true;
}

async function writeVersion(provider: Provider, PolicyName: string, PolicyDocument: string): Promise<void> {
  await provider.call('Ram CreatePolicyVersion', {
    PolicyName,
    PolicyDocument,
    SetAsDefault: 'true',
    RotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded',
  });
}

export const policy: Resource = {
  type: 'alicloud_ram_policy',
  configure({ fresh }) {
    const PolicyName = fresh('policy');
    const first = { Description: 'reads', PolicyDocument: documents.first, Tag: tagsText({ team: 'a' }) };
    const changed = { Description: '名', PolicyDocument: documents.changed, Tag: tagsText({ stage: 'x y' }) };
    return { first: { PolicyName, ...first }, changed: { PolicyName, ...changed } };
  },
  async create(provider, wanted) {
    return String((await provider.call('Ram CreatePolicy', wanted)).objectAt('$.Policy').PolicyName);
  },
  async read(provider, id) {
    const asked = { RegionId: 'cn-hangzhou', PolicyName: id, ...custom };
    const reply = await provider.expecting(['EntityNotExist.Policy'], 'Ram GetPolicy', asked);
    if (reply === undefined) return undefined;
    const { Policy, DefaultPolicyVersion } = reply.objectAt('$') as Record<string, Attributes>;
    return {
      PolicyName: String(Policy?.PolicyName),
      Description: String(Policy?.Description),
      PolicyDocument: String(DefaultPolicyVersion?.PolicyDocument),
      Tag: await readTags(provider, 'policy', id),
    };
  },
  async update(provider, id, was, wanted) {
    const { NewDescription, NewPolicyDocument } = changes(was, wanted);
    if (NewPolicyDocument !== undefined) await writeVersion(provider, id, NewPolicyDocument);
    if (NewDescription !== undefined) {
      await provider.call('Ram UpdatePolicyDescription', { PolicyName: id, NewDescription });
    }
    await setTags(provider, 'policy', id, was.Tag, wanted.Tag);
  },
  async remove(provider, id) {
    if (await strip(provider, id))
      await provider.expecting(gone, 'Ram DeletePolicy', { PolicyName: id, CascadingDelete: 'true' });
  },
  drift: ({ elsewhere }, id) =>
    elsewhere('Ram CreatePolicyVersion', {
      PolicyName: id,
      PolicyDocument: documents.first,
      SetAsDefault: 'true',
    }),
  async vanish(world, id) {
    await strip(world.provider, id);
    await world.elsewhere('Ram DeletePolicy', { PolicyName: id });
  },
};
