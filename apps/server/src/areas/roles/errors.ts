/** What the roles area can answer (spec: domain 2.7). */
import { errorKind } from '../../kernel/errors.ts';

export const roleNotExist = errorKind(
  'EntityNotExist.Role',
  404,
  'The role "{role}" does not exist in this account; ListRoles shows the roles that do.',
);

export const roleAlreadyExists = errorKind(
  'EntityAlreadyExists.Role',
  409,
  'The name "{role}" belongs to another role of this account; names are unique without regard to case, so choose another.',
);

export const tooManyRoles = errorKind(
  'LimitExceeded.Role',
  409,
  'This account already holds its limit of {limit} roles; delete one that is no longer needed or raise the quota.',
);

export const roleHasPolicies = errorKind(
  'DeleteConflict.Role.Policy',
  409,
  'The role "{role}" still has policies attached; call DetachPolicyFromRole for each that ListPoliciesForRole shows first.',
);

export const trustDocumentMalformed = errorKind(
  'MalformedPolicyDocument',
  400,
  'The trust policy of the role is not valid. {findings}',
);
