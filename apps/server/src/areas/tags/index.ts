/**
 * Tags: labels of users, roles, custom policies and resource groups. They come before all of these in the order of areas, since what carries
 * them gives them out and takes them along when it is deleted; what the operations must ask of those areas is handed to them.
 */
import type { Area } from '../../kernel/area.ts';
import {
  imsListTagResources,
  ramListTagResources,
  resourceManagerListTagResources,
} from './list-tag-resources.ts';
import { resourceTags } from './resource-tags.ts';
import { imsTagResources, ramTagResources, resourceManagerTagResources } from './tag-resources.ts';
import type { NamedTaggables, TaggableResourceGroups, TaggableUsers } from './taggable.ts';
import { imsUntagResources, ramUntagResources, resourceManagerUntagResources } from './untag-resources.ts';

export { newTagErrors, tagNew } from './new-tags.ts';
export { imsTags, ramTags } from './parameters.ts';
export { requestTags, resourceTags } from './resource-tags.ts';
export { carriers, removeTags, tagsOf } from './store.ts';
export type { GivenTag, Tag, Tagged } from './tag.ts';
export type { NamedTaggable, TaggableResourceGroups, TaggableUsers, UsersReference } from './taggable.ts';
export { tagsFields, tagsMembers } from './wire.ts';

/** Things that carry tags. */
export interface Taggables extends NamedTaggables {
  readonly user: TaggableUsers;
  readonly resourcegroup: TaggableResourceGroups;
}

/**
 * The operations on tags.
 *
 * @param taggables how the things that carry them are named and found
 */
export function tagsArea(taggables: Taggables): Area {
  const { user, resourcegroup } = taggables;
  const tagsOfResource = resourceTags(taggables);
  return {
    name: 'tags',
    operations: [
      ramTagResources(taggables),
      imsTagResources(user),
      ramUntagResources(taggables, tagsOfResource),
      imsUntagResources(user, tagsOfResource),
      ramListTagResources(taggables),
      imsListTagResources(user),
      resourceManagerTagResources(resourcegroup),
      resourceManagerUntagResources(resourcegroup, tagsOfResource),
      resourceManagerListTagResources(resourcegroup),
    ],
  };
}
