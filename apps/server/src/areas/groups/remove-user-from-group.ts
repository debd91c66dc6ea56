import { apiError } from '../../kernel/errors.ts';
import { notMember } from './errors.ts';
import { membershipOperations } from './membership-operations.ts';
import { removeMember } from './store.ts';

/** Takes a user out of a group (spec: domain 2.5). */
export const [ramRemoveUserFromGroup, imsRemoveUserFromGroup] = membershipOperations({
  name: 'RemoveUserFromGroup',
  summary: ['Removes a user from a group.', '将用户移出用户组。'],
  errors: [notMember],
  async rule(scope, user, group) {
    if (!(await removeMember(scope, user.userId, group.groupId))) {
      throw apiError(notMember, { user: user.name, group: group.name });
    }
  },
});
