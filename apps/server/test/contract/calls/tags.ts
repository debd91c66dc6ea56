import type { WireParameters } from '../../test-account.ts';
import { type Account, textOf } from '../account.ts';
import { call, difficult, unnamed, type ValidCall, type ValidCalls } from './valid-call.ts';

/** Things that RAM tags: how to make one, and what calls about it are authorized on. */
const kinds = {
  role: (account: Account) => account.role(),
  policy: (account: Account) => account.policy(),
} as const;

type Kind = keyof typeof kinds;

const severalTags = {
  Tag: JSON.stringify([{ Key: 'team', Value: difficult }, { Key: 'stage', Value: '' }, { Key: 'Stage' }]),
};
const severalImsTags = {
  'Tag.1.Key': 'team',
  'Tag.1.Value': difficult,
  'Tag.2.Key': 'stage',
  'Tag.3.Key': 'Stage',
  'Tag.3.Value': 'x',
};

/** A call about one thing that RAM tags. */
function onNamed(kind: Kind, tagged: boolean, more: WireParameters): ValidCall {
  return call(async account => {
    const name = await kinds[kind](account);
    const parameters = { ResourceType: kind, ResourceNames: JSON.stringify([name]) };
    if (tagged) await account.do('Ram TagResources', { ...parameters, ...severalTags });
    return [{ ...parameters, ...more }, `${kind}/${name}`];
  }, `a ${kind}`);
}

/** A call about one user. */
function onUser(
  way: 'ResourceId' | 'ResourcePrincipalName',
  tagged: boolean,
  more: WireParameters,
): ValidCall {
  const byId = way === 'ResourceId';
  const made = call(
    async account => {
      const { id, name, principalName } = await account.user();
      const parameters = { ResourceType: 'user', [`${way}.1`]: byId ? id : principalName };
      if (tagged) await account.do('Ims TagResources', { ...parameters, ...severalImsTags });
      return [{ ...parameters, ...more }, `user/${name}`];
    },
    byId ? 'by id' : 'by principal name',
  );
  return byId ? unnamed(made) : made;
}

function onUsers(tagged: boolean, more: WireParameters): ValidCall[] {
  return [onUser('ResourcePrincipalName', tagged, more), onUser('ResourceId', tagged, more)];
}

/** Operations on tags. */
export const tagCalls: ValidCalls = {
  'Ram TagResources': [onNamed('role', false, severalTags), onNamed('policy', true, severalTags)],
  'Ims TagResources': [
    ...onUsers(false, severalImsTags),
    call(async account => {
      const [one, other] = [await account.user(), await account.user()];
      const parameters = {
        ResourceType: 'user',
        'ResourcePrincipalName.1': one.principalName,
        'ResourcePrincipalName.2': other.principalName,
        ...severalImsTags,
      };
      return [parameters, `user/${one.name}`, `user/${other.name}`];
    }, 'several users'),
  ],
  'Ram UntagResources': [
    onNamed('role', true, { TagKeys: '["team","none"]' }),
    onNamed('policy', true, { All: 'true' }),
  ],
  'Ims UntagResources': [
    ...onUsers(true, { 'TagKey.1': 'team', 'TagKey.2': 'none' }),
    onUser('ResourcePrincipalName', true, { All: 'true' }),
  ],
  'Ram ListTagResources': [
    onNamed('role', true, {}),
    onNamed('policy', true, { Tag: '[{"Key":"stage"},{"Key":"Stage"}]', PageSize: '2' }),
    call(() => [{ ResourceType: 'role' }, 'role/*'], 'of all roles'),
    call(async account => {
      const parameters = { ResourceType: 'role', ResourceNames: JSON.stringify([await account.role()]) };
      await account.do('Ram TagResources', { ...parameters, ...severalTags });
      const first = await account.do('Ram ListTagResources', { ResourceType: 'role', PageSize: '1' });
      return [{ ResourceType: 'role', PageSize: '1', NextToken: textOf(first, 'NextToken') }, 'role/*'];
    }, 'a later page'),
  ],
  'Ims ListTagResources': [
    ...onUsers(true, {}),
    call(
      () => [
        { ResourceType: 'user', 'Tag.1.Key': 'team', 'Tag.2.Key': 'Stage', 'Tag.2.Value': 'x' },
        'user/*',
      ],
      'of all users',
    ),
    call(async account => {
      const { id } = await account.user();
      const named = { ResourceType: 'user', 'ResourceId.1': id };
      await account.do('Ims TagResources', { ...named, ...severalImsTags });
      return [{ ResourceType: 'user', PageSize: '1' }, 'user/*'];
    }, 'the first of several pages'),
  ],
};
