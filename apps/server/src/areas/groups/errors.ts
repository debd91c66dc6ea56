/** What the groups area can answer (spec: domain 2.5, appendix A). */
import { errorKind } from '../../kernel/errors.ts';

export const groupNotExist = errorKind(
  'EntityNotExist.Group',
  404,
  'The group "{group}" does not exist in this account; ListGroups shows the groups that do.',
);

export const groupAlreadyExists = errorKind(
  'EntityAlreadyExists.Group',
  409,
  'The name "{group}" belongs to another group of this account; names are unique without regard to case, so choose another.',
);

export const tooManyGroups = errorKind(
  'LimitExceeded.Group',
  409,
  'This account already holds its limit of {limit} groups; delete one that is no longer needed or raise the quota.',
);

export const groupHasUsers = errorKind(
  'DeleteConflict.Group.User',
  409,
  'The group "{group}" still has members; call RemoveUserFromGroup for each that ListUsersForGroup shows first.',
);

export const groupHasPolicies = errorKind(
  'DeleteConflict.Group.Policy',
  409,
  'The group "{group}" still has policies attached; call DetachPolicyFromGroup for each that ListPoliciesForGroup shows first.',
);

export const notMember = errorKind(
  'EntityNotExist.User.Group',
  404,
  'The user "{user}" does not belong to the group "{group}"; ListGroupsForUser shows the groups that it belongs to.',
);

export const alreadyMember = errorKind(
  'EntityAlreadyExists.User.Group',
  409,
  'The user "{user}" already belongs to the group "{group}".',
);

export const tooManyGroupsForUser = errorKind(
  'LimitExceeded.User.Group',
  409,
  'The user "{user}" already belongs to its limit of {limit} groups; remove it from one of them or raise the quota.',
);
