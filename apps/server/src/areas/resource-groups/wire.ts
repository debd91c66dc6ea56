/** Resource groups as ResourceManager shows them (spec: api ResourceManager). */
import type { RequestContext } from '../../kernel/context.ts';
import { optional, type Rendered, textField, timeField, wrappedList } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import { tagsFields, tagsMembers } from '../tags/index.ts';
import type { ResourceGroup, ShownResourceGroup } from './resource-group.ts';

/** The reply to UpdateResourceGroup. */
export const resourceGroupFields = {
  Id: textField,
  Name: textField,
  DisplayName: textField,
  AccountId: textField,
  CreateDate: timeField,
} as const;

/** Fills `resourceGroupFields`. */
export function resourceGroupMembers(
  { id, name, displayName, createdAt }: ResourceGroup,
  { accountId }: RequestContext,
): Rendered<typeof resourceGroupFields> {
  return {
    Id: id,
    Name: name,
    DisplayName: displayName,
    AccountId: accountId,
    CreateDate: isoSeconds(createdAt),
  };
}

/** The state of a group: ready as long as it is there. */
type Status = 'OK' | 'PendingDelete';

/** Wherever a group is: this server has no regions, and one word says it of all. */
const EVERYWHERE = '*';

/** A group with its state, in the replies to the calls that create and delete one. */
export const statedResourceGroupFields = {
  ...resourceGroupFields,
  Status: textField,
  RegionStatuses: wrappedList('RegionStatus', { RegionId: textField, Status: textField }),
} as const;

/** Fills `statedResourceGroupFields`. */
export function statedResourceGroupMembers(
  group: ResourceGroup,
  context: RequestContext,
  status: Status = 'OK',
): Rendered<typeof statedResourceGroupFields> {
  return {
    ...resourceGroupMembers(group, context),
    Status: status,
    RegionStatuses: { RegionStatus: [{ RegionId: EVERYWHERE, Status: status }] },
  };
}

const optionalTags = { Tags: optional(tagsFields.Tags) } as const;

function optionalTagsMembers({ tags }: ShownResourceGroup): Rendered<typeof optionalTags> {
  return tags === undefined ? {} : tagsMembers(tags);
}

/** The reply to GetResourceGroup. */
export const shownResourceGroupFields = { ...statedResourceGroupFields, ...optionalTags } as const;

/** Fills `shownResourceGroupFields`. */
export function shownResourceGroupMembers(
  shown: ShownResourceGroup,
  context: RequestContext,
): Rendered<typeof shownResourceGroupFields> {
  return { ...statedResourceGroupMembers(shown.group, context), ...optionalTagsMembers(shown) };
}

/** A group in lists. */
export const listedResourceGroupFields = {
  ...resourceGroupFields,
  Status: textField,
  ...optionalTags,
} as const;

/** Fills `listedResourceGroupFields`. */
export function listedResourceGroupMembers(
  shown: ShownResourceGroup,
  context: RequestContext,
): Rendered<typeof listedResourceGroupFields> {
  return { ...resourceGroupMembers(shown.group, context), Status: 'OK', ...optionalTagsMembers(shown) };
}
