/**
 * Groups: users with the same duties, who get permissions together. A group is no identity: it cannot call anything,
 * and what is attached to it counts for its members from the next decision on.
 */
import type { Area, GroupDependent, UserDependent } from '../../kernel/area.ts';
import { imsAddUserToGroup, ramAddUserToGroup } from './add-user-to-group.ts';
import { imsCreateGroup, ramCreateGroup } from './create-group.ts';
import { deleteGroupOperations } from './delete-group.ts';
import { imsGetGroup, ramGetGroup } from './get-group.ts';
import { imsListGroups, ramListGroups } from './list-groups.ts';
import { imsListGroupsForUser, ramListGroupsForUser } from './list-groups-for-user.ts';
import { imsListUsersForGroup, ramListUsersForGroup } from './list-users-for-group.ts';
import { imsRemoveUserFromGroup, ramRemoveUserFromGroup } from './remove-user-from-group.ts';
import { countGroupsOfUser, removeFromAllGroups } from './store.ts';
import { imsUpdateGroup, ramUpdateGroup } from './update-group.ts';

export { groupNotExist } from './errors.ts';
export type { Group } from './group.ts';
export { groupByName, groupResource } from './lookup.ts';
export { groupName } from './parameters.ts';
export { countGroups, findGroupByName, findGroupsById, membersAmong } from './store.ts';

/** A user's memberships, for whoever deletes the user. */
export const userDependent: UserDependent = {
  noun: 'Group',
  count: countGroupsOfUser,
  async remove(scope, userId) {
    if (await removeFromAllGroups(scope, userId)) scope.touch('membership', userId);
  },
};

/**
 * The operations on groups.
 *
 * @param dependents what later areas keep of a group: policies
 */
export function groupsArea(dependents: readonly GroupDependent[]): Area {
  return {
    name: 'groups',
    operations: [
      ramCreateGroup,
      imsCreateGroup,
      ramGetGroup,
      imsGetGroup,
      ramUpdateGroup,
      imsUpdateGroup,
      ...deleteGroupOperations(dependents),
      ramListGroups,
      imsListGroups,
      ramAddUserToGroup,
      imsAddUserToGroup,
      ramRemoveUserFromGroup,
      imsRemoveUserFromGroup,
      ramListUsersForGroup,
      imsListUsersForGroup,
      ramListGroupsForUser,
      imsListGroupsForUser,
    ],
  };
}
