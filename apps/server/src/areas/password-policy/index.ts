/**
 * The password policy of an account: what the passwords of all its users must be like, how long they last, and how often
 * they may be guessed at (spec: domain 0.5). It promises to be asked at every door where a password is set.
 */
import type { Area } from '../../kernel/area.ts';
import { imsGetPasswordPolicy, ramGetPasswordPolicy } from './get-password-policy.ts';
import { imsSetPasswordPolicy, ramSetPasswordPolicy } from './set-password-policy.ts';

export { attemptLimit } from './attempt-limit.ts';
export {
  defaultPasswordPolicy,
  LONGEST_PASSWORD,
  MOST_REMEMBERED,
  type PasswordPolicy,
} from './password-policy.ts';
export { passwordPolicy, replacePasswordPolicy } from './store.ts';
export { weaknessOf } from './weakness.ts';

/** The operations on the password policy. */
export const passwordPolicies: Area = {
  name: 'password-policy',
  operations: [ramSetPasswordPolicy, imsSetPasswordPolicy, ramGetPasswordPolicy, imsGetPasswordPolicy],
};
