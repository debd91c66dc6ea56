/** What tags mean for decisions: the condition keys acs:RequestTag, acs:TagKeys and acs:ResourceTag (spec: policy 3.5). */
import type { ConditionValues, ResourceName, ResourceTags } from '../../kernel/operation.ts';
import type { Scope } from '../../kernel/scope.ts';
import { tagsOf } from './store.ts';
import type { GivenTag, Tagged, TaggedType } from './tag.ts';

/** How things that carry tags are found by the names that stand in their ARNs; names of nothing are left out. */
export type NamedThings = Readonly<
  Record<TaggedType, { byName(scope: Scope, names: readonly string[]): Promise<readonly Tagged[]> }>
>;

const none: ReadonlyMap<string, string> = new Map();

/**
 * Reads the tags of what an ARN names: a user, a role, a custom policy or a resource group of the account. Everything else carries none,
 * a collection such as `user/*` too.
 */
export function resourceTags(things: NamedThings): ResourceTags {
  return async (scope, resource) => {
    const named = taggedName(scope, resource);
    if (named === undefined) return none;
    const [thing] = await things[named.type].byName(scope, [named.name]);
    if (thing === undefined) return none;
    const tags = await tagsOf(scope, named.type, [thing.id]);
    return new Map(tags.get(thing.id)?.map(({ key, value }) => [key, value]));
  };
}

function taggedName(
  scope: Scope,
  { owner = scope.accountId, relativeId }: ResourceName,
): { readonly type: TaggedType; readonly name: string } | undefined {
  const slash = relativeId.indexOf('/');
  const type = relativeId.slice(0, slash);
  const name = relativeId.slice(slash + 1);
  if (owner !== scope.accountId || name === '*') return undefined;
  return isTagged(type) ? { type, name } : undefined;
}

function isTagged(type: string): type is TaggedType {
  return type === 'user' || type === 'role' || type === 'policy' || type === 'resourcegroup';
}

/** The condition keys of a call that sets tags. A key that is given twice has every value, until the call is refused. */
export function requestTags(given: readonly GivenTag[] = []): ConditionValues {
  const tags: Record<string, string[]> = {};
  for (const { key, value = '' } of given) {
    const condition = `acs:RequestTag/${key}`;
    tags[condition] = [...(tags[condition] ?? []), value];
  }
  return { ...tags, ...requestTagKeys(given.map(({ key }) => key)) };
}

/** The condition key of a call that names keys of tags, with or without values. */
export function requestTagKeys(keys: readonly string[] = []): ConditionValues {
  return keys.length === 0 ? {} : { 'acs:TagKeys': [...new Set(keys)] };
}
