import { apiError } from '../../kernel/errors.ts';
import { alreadyMember, tooManyGroupsForUser } from './errors.ts';
import { membershipOperations } from './membership-operations.ts';
import { countGroupsOfUser, insertMember, isMember } from './store.ts';

/** Puts a user into a group (spec: domain 2.5). */
export const [ramAddUserToGroup, imsAddUserToGroup] = membershipOperations({
  name: 'AddUserToGroup',
  summary: ['Adds a user to a group.', '将用户添加到用户组。'],
  errors: [alreadyMember, tooManyGroupsForUser],
  async rule(scope, user, group) {
    if (await isMember(scope, user.userId, group.groupId)) {
      throw apiError(alreadyMember, { user: user.name, group: group.name });
    }
    const limit = scope.context.limits.groupsPerUser;
    if ((await countGroupsOfUser(scope, user.userId)) >= limit) {
      throw apiError(tooManyGroupsForUser, { user: user.name, limit });
    }
    await insertMember(scope, user.userId, group.groupId);
  },
});
