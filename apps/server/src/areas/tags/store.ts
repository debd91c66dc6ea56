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
 * Ids of what carries a tag, to narrow the list of another table: `where('user_id', 'in', idsTagged(…))`.
 *
 * @param tag any value counts when it has none
 */
export function idsTagged(scope: Scope, type: TaggedType, { key, value }: GivenTag) {
  const tagged = select(scope, 'tags')
    .select('tags.resource_id')
    .where('tags.resource_type', '=', type)
    .where('tags.tag_key', '=', key);
  return value === undefined ? tagged : tagged.where('tags.tag_value', '=', value);
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
  { type, ids, carrying }: TagListing,
  after: Pick<CarriedTag, 'id' | 'key'> | undefined,
  limit: number,
): Promise<CarriedTag[]> {
  const ordered = select(scope, 'tags')
    .select(['resource_id', 'tag_key', 'tag_value'])
    .where('resource_type', '=', type)
    .orderBy('resource_id')
    .orderBy('tag_key')
    .limit(limit);
  const ofThings = ids === undefined ? ordered : ordered.where('resource_id', 'in', ids);
  const narrowed = carrying.reduce(
    (rows, tag) => rows.where('resource_id', 'in', idsTagged(scope, type, tag)),
    ofThings,
  );
  const rows = await (after === undefined
    ? narrowed
    : narrowed.where(row => row(row.refTuple('resource_id', 'tag_key'), '>', row.tuple(after.id, after.key)))
  ).execute();
  return rows.map(({ resource_id: id, tag_key: key, tag_value: value }) => ({ id, key, value }));
}
