/** The SQL of tags. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insertAll, remove, select } from '../../store/index.ts';
import type { GivenTag, Tag, TaggedType } from './tag.ts';

/** Tags of some things by their ids, each in the order of the keys; what carries none is absent. */
export async function tagsOf(
  scope: Scope,
  type: TaggedType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Tag[]>> {
  if (ids.length === 0) return new Map();
  const rows = await select(scope, 'tags')
    .select(['resource_id', 'tag_key', 'tag_value'])
    .where('resource_type', '=', type)
    .where('resource_id', 'in', ids)
    .orderBy('resource_id')
    .orderBy('tag_key')
    .execute();
  const tags = new Map<string, Tag[]>();
  for (const { resource_id: id, tag_key: key, tag_value: value } of rows) {
    const others = tags.get(id);
    if (others === undefined) tags.set(id, [{ key, value }]);
    else others.push({ key, value });
  }
  return tags;
}

/**
 * Ids of what carries a tag.
 *
 * @param tag any value counts when it has none
 */
function idsTagged(scope: Scope, type: TaggedType, { key, value }: GivenTag) {
  const tagged = select(scope, 'tags')
    .select('tags.resource_id')
    .where('tags.resource_type', '=', type)
    .where('tags.tag_key', '=', key);
  return value === undefined ? tagged : tagged.where('tags.tag_value', '=', value);
}

/** Which ids of carriers are listed. */
export interface CarrierListing {
  /** At least one; any value counts where one has none. */
  readonly tags: readonly [GivenTag, ...GivenTag[]];
  /** Of these only. */
  readonly among?: readonly string[] | undefined;
  /** From this one on. */
  readonly from?: string | undefined;
  /** Behind this one. */
  readonly after?: string | undefined;
}

/**
 * Ids of what carries all of some tags, in their order, to take a page of another table by them. They are read along the
 * index of the first tag, however much carries it, and the other tags are looked up for each of its carriers.
 *
 * @param limit ids at most
 */
export function carriers(
  scope: Scope,
  type: TaggedType,
  { tags: [first, ...others], among, from, after }: CarrierListing,
  limit: number,
) {
  let listed = idsTagged(scope, type, first).orderBy('tags.resource_id').limit(limit);
  if (among !== undefined) listed = listed.where('tags.resource_id', 'in', among);
  if (from !== undefined) listed = listed.where('tags.resource_id', '>=', from);
  if (after !== undefined) listed = listed.where('tags.resource_id', '>', after);
  for (const { key, value } of others) {
    listed = listed.where(({ exists, selectFrom }) => {
      const tag = selectFrom('tags as other')
        .select('other.tag_key')
        .whereRef('other.account_id', '=', 'tags.account_id')
        .whereRef('other.resource_type', '=', 'tags.resource_type')
        .whereRef('other.resource_id', '=', 'tags.resource_id')
        .where('other.tag_key', '=', key);
      return exists(value === undefined ? tag : tag.where('other.tag_value', '=', value));
    });
  }
  return listed;
}

/** Sets tags on things; a key that a thing carries already gets the new value. */
export async function putTags(
  scope: ChangeScope,
  type: TaggedType,
  ids: readonly string[],
  tags: readonly Tag[],
): Promise<void> {
  const keys = tags.map(({ key }) => key);
  await removeTags(scope, type, ids, keys);
  await insertTags(scope, type, ids, tags);
}

/** Stores tags of things that carry none of their keys. */
export async function insertTags(
  scope: ChangeScope,
  type: TaggedType,
  ids: readonly string[],
  tags: readonly Tag[],
): Promise<void> {
  const rows = ids.flatMap(id =>
    tags.map(({ key, value }) => ({
      resource_type: type,
      resource_id: id,
      tag_key: key,
      tag_value: value,
    })),
  );
  await insertAll(scope, 'tags', rows);
}

/**
 * Takes tags from things; what does not carry them stays as it is.
 *
 * @param keys every tag when absent
 */
export async function removeTags(
  scope: ChangeScope,
  type: TaggedType,
  ids: readonly string[],
  keys?: readonly string[],
): Promise<void> {
  if (ids.length === 0 || keys?.length === 0) return;
  const carried = remove(scope, 'tags').where('resource_type', '=', type).where('resource_id', 'in', ids);
  await (keys === undefined ? carried : carried.where('tag_key', 'in', keys)).execute();
}

/** One tag of one thing. */
export interface CarriedTag extends Tag {
  readonly id: string;
}

/** Which tags are listed. */
export interface TagListing {
  readonly type: TaggedType;
  /** Of these things only. */
  readonly ids: readonly string[] | undefined;
  /** Of things only that carry all of these. */
  readonly carrying: readonly GivenTag[];
}

/**
 * Tags in the order of what carries them, and of their keys.
 *
 * @param after the tag behind which to begin
 * @param limit rows at most
 */
export async function listTagsAfter(
  scope: Scope,
  { type, ids, carrying: [first, ...others] }: TagListing,
  after: Pick<CarriedTag, 'id' | 'key'> | undefined,
  limit: number,
): Promise<CarriedTag[]> {
  let tags = select(scope, 'tags')
    .select(['resource_id', 'tag_key', 'tag_value'])
    .where('resource_type', '=', type)
    .orderBy('resource_id')
    .orderBy('tag_key')
    .limit(limit);
  if (ids !== undefined) tags = tags.where('resource_id', 'in', ids);
  if (first !== undefined) {
    const things = { tags: [first, ...others], among: ids, from: after?.id } as const;
    // One more, since all tags of the first may have been on the page before.
    tags = tags.where('resource_id', 'in', carriers(scope, type, things, limit + 1));
  }
  if (after !== undefined) {
    tags = tags.where(row =>
      row(row.refTuple('resource_id', 'tag_key'), '>', row.tuple(after.id, after.key)),
    );
  }
  const rows = await tags.execute();
  return rows.map(({ resource_id: id, tag_key: key, tag_value: value }) => ({ id, key, value }));
}
