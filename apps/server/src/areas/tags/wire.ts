/** Tags as both APIs show them. */
import { type Rendered, textField, wrappedList } from '../../kernel/response.ts';
import type { Tag } from './tag.ts';

/** One tag. */
export const tagFields = { TagKey: textField, TagValue: textField } as const;

/** Fills `tagFields`. */
export function tagMembers({ key, value }: Tag): Rendered<typeof tagFields> {
  return { TagKey: key, TagValue: value };
}

/** The tags of something, in replies about it. */
export const tagsFields = { Tags: wrappedList('Tag', tagFields) } as const;

/** Fills `tagsFields`. */
export function tagsMembers(tags: readonly Tag[] = []): Rendered<typeof tagsFields> {
  return { Tags: { Tag: tags.map(tagMembers) } };
}
