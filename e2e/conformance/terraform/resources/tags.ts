/** Tags of roles and policies, which their resources keep as a map. */
import type { Provider } from '../provider.ts';

type Tags = Readonly<Record<string, string>>;

/** Tags as the attribute of a resource: the JSON text of the requests, sorted. */
export function tagsText(tags: Tags): string {
  const sorted = Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(sorted.map(([Key, Value]) => ({ Key, Value })));
}

/** The tags in such a text. */
export function tagsIn(text = '[]'): Tags {
  const tags: { readonly Key: string; readonly Value: string }[] = JSON.parse(text);
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

/** Tags as numbered parameters. */
export function numberedTags(tags: Tags): Tags {
  const places = Object.entries(tags).map(([key, value], at) => ({ at: at + 1, key, value }));
  return Object.fromEntries(
    places.flatMap(({ at, key, value }) => [
      [`Tag.${at}.Key`, key],
      [`Tag.${at}.Value`, value],
    ]),
  );
}

/** The tags that one thing carries. */
export async function readTags(
  provider: Provider,
  ResourceType: 'role' | 'policy',
  name: string,
): Promise<string> {
  const reply = await provider.call('Ram ListTagResources', { ResourceType, ResourceNames: `["${name}"]` });
  const tags = reply.listAt('$.TagResources');
  return tagsText(Object.fromEntries(tags.map(({ TagKey, TagValue }) => [String(TagKey), String(TagValue)])));
}

/** Takes away the tags that are not wanted any more, then writes those that are new. */
export async function setTags(
  provider: Provider,
  ResourceType: 'role' | 'policy',
  name: string,
  was: string | undefined,
  wanted: string | undefined,
): Promise<void> {
  const named = { ResourceType, ResourceNames: JSON.stringify([name]) };
  const [before, after] = [tagsIn(was), tagsIn(wanted)];
  const removed = Object.keys(before).filter(key => !(key in after));
  if (removed.length > 0) {
    // The provider names them both ways at once.
    const numbered = Object.fromEntries(removed.map((key, index) => [`TagKey.${index + 1}`, key]));
    await provider.call('Ram UntagResources', { ...named, TagKeys: JSON.stringify(removed), ...numbered });
  }
  if (wanted !== undefined && wanted !== '[]') {
    await provider.call('Ram TagResources', { ...named, Tag: wanted });
  }
}
