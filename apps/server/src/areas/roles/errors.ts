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

/** No code of the vendor's is known for it; the beginning is that of its other refusals of a kind (spec: domain A). */
export const roleOfService = errorKind(
  'NotSupport.ServiceLinkedRole',
  400,
  'The role "{role}" belongs to the service {service}: its trust policy, its settings and its one policy are fixed. DeleteServiceLinkedRole deletes it.',
);

/** Our own code: an ordinary role of such a name would be taken for one of a service. */
export const roleNameReserved = errorKind(
  'InvalidParameter.RoleName.Reserved',
  400,
  'Only roles of services have names that begin with "{prefix}"; choose another, or call CreateServiceLinkedRole.',
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
