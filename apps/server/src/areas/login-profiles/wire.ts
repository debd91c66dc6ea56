/** Login profiles as RAM and as IMS show them (spec: domain 1.2). */
import { booleanField, type Rendered, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { User } from '../users/index.ts';
import type { LoginProfile } from './login-profile.ts';
import type { ShownProfile } from './shown-profile.ts';

const settingFields = { PasswordResetRequired: booleanField, MFABindRequired: booleanField } as const;

function settings(profile: LoginProfile): Rendered<typeof settingFields> {
  return {
    PasswordResetRequired: profile.passwordResetRequired,
    MFABindRequired: profile.mfaBindRequired,
  };
}

/** RAM's profiles. */
export const ramProfileFields = { UserName: textField, ...settingFields, CreateDate: timeField } as const;

/** A profile and whose it is. */
export interface OwnedProfile {
  readonly user: Pick<User, 'name'>;
  readonly profile: LoginProfile;
}

/** Fills `ramProfileFields`. */
export function ramProfile({ user, profile }: OwnedProfile): Rendered<typeof ramProfileFields> {
  return { UserName: user.name, ...settings(profile), CreateDate: isoSeconds(profile.createdAt) };
}

/** IMS' profiles when they are made. */
export const imsNewProfileFields = {
  UserPrincipalName: textField,
  Status: textField,
  ...settingFields,
  PasswordStatus: textField,
  UpdateDate: timeField,
} as const;

/** Fills `imsNewProfileFields`. */
export function imsNewProfile({
  user,
  profile,
  passwordState,
}: ShownProfile): Rendered<typeof imsNewProfileFields> {
  return {
    UserPrincipalName: user.principalName,
    Status: profile.status,
    ...settings(profile),
    PasswordStatus: passwordState,
    UpdateDate: isoSeconds(profile.updatedAt),
  };
}

/** IMS' profiles after a change. */
export const imsProfileFields = { ...imsNewProfileFields, AutoDisableLoginStatus: textField } as const;

/** Fills `imsProfileFields`. */
export function imsProfile(profile: ShownProfile): Rendered<typeof imsProfileFields> {
  return {
    ...imsNewProfile(profile),
    // Idle users are switched off in every account (spec: domain 1.2).
    AutoDisableLoginStatus: 'true',
  };
}

/** IMS' profiles in full. */
export const imsProfileDetailFields = { ...imsProfileFields, LastLoginTime: timeField } as const;

/** Fills `imsProfileDetailFields`. */
export function imsProfileDetail(profile: ShownProfile): Rendered<typeof imsProfileDetailFields> {
  const { lastLoginAt } = profile.user;
  return {
    ...imsProfile(profile),
    LastLoginTime: lastLoginAt === undefined ? '' : isoSeconds(lastLoginAt),
  };
}
