/** What the mfa area can answer (spec: domain 2.4, appendix A). */
import { errorKind } from '../../kernel/errors.ts';

export const deviceNotExist = errorKind(
  'EntityNotExist.VirtualMFADevice',
  404,
  'The virtual MFA device "{device}" does not exist in this account; ListVirtualMFADevices shows the devices that do.',
);

export const deviceAlreadyExists = errorKind(
  'EntityAlreadyExists.VirtualMFADevice',
  409,
  'The name "{device}" belongs to another virtual MFA device of this account; names are unique without regard to case, so choose another.',
);

export const tooManyDevices = errorKind(
  'LimitExceeded.VirtualMFADevice',
  409,
  'This account already holds its limit of {limit} virtual MFA devices; delete one that is bound to nobody or raise the quota.',
);

export const deviceInUse = errorKind(
  'EntityAlreadyExists.VirtualMFADevice.User',
  409,
  'The virtual MFA device "{device}" is bound to a user already; create another for this one.',
);

export const deviceHasUser = errorKind(
  'DeleteConflict.VirtualMFADevice.User',
  409,
  'The virtual MFA device "{device}" is bound to a user; call UnbindMFADevice for that user first.',
);

export const userHasDevice = errorKind(
  'EntityAlreadyExists.User.MFADevice',
  409,
  'The user "{user}" has an MFA device already; call UnbindMFADevice before another is bound.',
);

export const userHasNoDevice = errorKind(
  'EntityNotExist.User.MFADevice',
  404,
  'The user "{user}" has no MFA device; BindMFADevice binds one.',
);

export const codesWrong = errorKind(
  'CheckAuthenticationCodeFail',
  403,
  'The two codes are not what the device shows one after the other at this time, or were used before. Wait for the next two and see that the clock of the device is right.',
);

// The parameter may be left out by users, who then mean themselves.
export const nobodyNamed = errorKind(
  'MissingUserPrincipalName',
  400,
  'UserPrincipalName is mandatory when the account itself calls: it is no user who could have an MFA device here. GetAccountMFAInfo tells of its own.',
);
