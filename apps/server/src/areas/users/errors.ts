/** What the users area can answer (spec: domain 2.1, appendix A). */
import type { UserDependent } from '../../kernel/area.ts';
import { type ErrorKind, errorKind } from '../../kernel/errors.ts';

export const userNotExist = errorKind(
  'EntityNotExist.User',
  404,
  'The user "{user}" does not exist in this account; ListUsers shows the users that do.',
);

export const userAlreadyExists = errorKind(
  'EntityAlreadyExists.User',
  409,
  'The name "{user}" belongs to another user of this account; names are unique without regard to case, so choose another.',
);

export const tooManyUsers = errorKind(
  'LimitExceeded.User',
  409,
  'This account already holds its limit of {limit} users; delete one that is no longer needed or raise the quota.',
);

export const notExactlyOne = errorKind(
  'InvalidParameter',
  400,
  'Exactly one of the parameters {names} must be given; {count} were.',
);

export const foreignDomain = errorKind(
  'InvalidParameter.{name}.Format',
  400,
  'The parameter - "{name}" must end in the domain of this account: <user name>@{domain}.',
);

function deleteConflict(noun: UserDependent['noun'], left: string, remedy: string): ErrorKind {
  return errorKind(
    `DeleteConflict.User.${noun}`,
    409,
    `The user "{user}" still has ${left}; call ${remedy} first, or delete the user through the IMS API, which removes what is left.`,
  );
}

/** Why a user cannot be deleted yet, in the order in which it is looked for. */
export const userConflicts: Readonly<Record<UserDependent['noun'], ErrorKind>> = {
  Group: deleteConflict('Group', 'groups', 'RemoveUserFromGroup'),
  AccessKey: deleteConflict('AccessKey', 'AccessKeys', 'DeleteAccessKey'),
  LoginProfile: deleteConflict('LoginProfile', 'a login profile', 'DeleteLoginProfile'),
  MFADevice: deleteConflict('MFADevice', 'an MFA device', 'UnbindMFADevice'),
  Policy: deleteConflict('Policy', 'policies attached', 'DetachPolicyFromUser'),
};
