/** What the login-profiles area can answer (spec: domain 2.2, appendix A). */
import { type ErrorKind, errorKind } from '../../kernel/errors.ts';

export const loginProfileNotExist = errorKind(
  'EntityNotExist.User.LoginProfile',
  404,
  'The user "{user}" has no login profile; CreateLoginProfile makes one.',
);

export const loginProfileAlreadyExists = errorKind(
  'EntityAlreadyExists.User.LoginProfile',
  409,
  'The user "{user}" has a login profile already; UpdateLoginProfile changes it.',
);

/** Why a new password is refused; the code names the parameter that it came in. */
export interface PasswordRefusals {
  readonly tooWeak: ErrorKind;
  readonly reused: ErrorKind;
}

function refusalsOf(wire: string): PasswordRefusals {
  return {
    tooWeak: errorKind(
      `InvalidParameter.${wire}.TooWeak`,
      400,
      `The parameter - "${wire}" is too weak for the password policy of this account: {problem}.`,
    ),
    reused: errorKind(
      `InvalidParameter.${wire}.ReusePrevention`,
      400,
      `The parameter - "${wire}" is one of the last {count} passwords of this user; choose another.`,
    ),
  };
}

export const ofPassword = refusalsOf('Password');
export const ofNewPassword = refusalsOf('NewPassword');

export const oldPasswordIncorrect = errorKind(
  'InvalidParameter.OldPassword.Incorrect',
  400,
  'The parameter - "OldPassword" is not the password that is in force.',
);

// No code is published for this refusal.
export const tooManyAttempts = errorKind(
  'LimitExceeded.User.LoginAttempts',
  409,
  'Too many wrong passwords were given in a row. None is looked at for up to an hour, or until an administrator sets a new one.',
);

export const rootHasNoProfile = errorKind(
  'NotSupport.Account',
  400,
  'The account itself has no login profile: this operation changes the password of the user who calls it.',
);

/** As every operation answers that means its caller: a role has no password, and no user is named. */
export const sessionHasNoPassword = errorKind(
  'MissingUserName',
  400,
  'A session of a role has no password. Call with the AccessKey of the user whose password is to be changed.',
);
