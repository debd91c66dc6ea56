/**
 * Login profiles: what lets a user log on to the console with a password. A password is stored as its hash alone, whichever
 * door it came through the policy was asked, and a guess is counted before it is judged.
 */
import type { Area, UserDependent } from '../../kernel/area.ts';
import { imsChangePassword, ramChangePassword } from './change-password.ts';
import { imsCreateLoginProfile, ramCreateLoginProfile } from './create-login-profile.ts';
import { imsDeleteLoginProfile, ramDeleteLoginProfile } from './delete-login-profile.ts';
import { imsGetLoginProfile, ramGetLoginProfile } from './get-login-profile.ts';
import { countProfiles, removeProfile } from './store.ts';
import { imsUpdateLoginProfile, ramUpdateLoginProfile } from './update-login-profile.ts';

export type { LoginProfile } from './login-profile.ts';
export { insertProfile, profilesOf } from './store.ts';

/** A user's profile, for whoever deletes the user. */
export const userDependent: UserDependent = {
  noun: 'LoginProfile',
  count: countProfiles,
  remove: removeProfile,
};

/** The operations on login profiles and passwords. */
export const loginProfiles: Area = {
  name: 'login-profiles',
  operations: [
    ramCreateLoginProfile,
    imsCreateLoginProfile,
    ramGetLoginProfile,
    imsGetLoginProfile,
    ramUpdateLoginProfile,
    imsUpdateLoginProfile,
    ramDeleteLoginProfile,
    imsDeleteLoginProfile,
    ramChangePassword,
    imsChangePassword,
  ],
};
