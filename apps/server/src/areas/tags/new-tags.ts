import { apiError } from '../../kernel/errors.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { duplicateTagKey, tooManyTags } from './errors.ts';
import { insertTags } from './store.ts';
import type { GivenTag, Tag, Tagged, TaggedType } from './tag.ts';

/**
 * The tags that a call sets.
 *
 * @throws ApiError `InvalidParameter.Tag.Duplicate`
 */
export function tagsToSet(given: readonly GivenTag[]): readonly Tag[] {
  const values = new Map<string, string>();
  for (const { key, value = '' } of given) {
    if (values.has(key)) throw apiError(duplicateTagKey, { key });
    values.set(key, value);
  }
  return Array.from(values, ([key, value]) => ({ key, value }));
}

/** What giving a thing its first tags can answer. */
export function newTagErrors(type: TaggedType) {
  return [duplicateTagKey, tooManyTags[type]] as const;
}

/**
 * Gives something that was just created its tags.
 *
 * @returns its tags in the order of their keys, as every reply shows them
 * @throws ApiError `InvalidParameter.Tag.Duplicate`, `LimitExceeded.<noun>.Tag`
 */
export async function tagNew(
  scope: ChangeScope,
  type: TaggedType,
  { id, name }: Tagged,
  given: readonly GivenTag[] = [],
): Promise<readonly Tag[]> {
  const tags = tagsToSet(given);
  const limit = scope.context.limits.tagsPerResource;
  if (tags.length > limit) throw apiError(tooManyTags[type], { name, limit });
  await insertTags(scope, type, [id], tags);
  return tags.toSorted(byKey);
}

/** The order of the databases, which compare code points. */
function byKey(one: Tag, other: Tag): number {
  return Buffer.compare(Buffer.from(one.key), Buffer.from(other.key));
}
