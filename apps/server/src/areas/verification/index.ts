/**
 * Verification: the phone and the mailbox of a user that codes can be sent to. They are second factors like others, so
 * that who may manage those may manage these; an address that nobody has confirmed serves for nothing.
 */
import type { Area, UserDependent } from '../../kernel/area.ts';
import { imsGetVerificationInfo } from './get-verification-info.ts';
import { imsSetVerificationInfo } from './set-verification-info.ts';
import { removeVerificationDevicesOf } from './store.ts';
import { imsUnbindVerification } from './unbind-verification.ts';

/** A user's addresses, for whoever deletes the user: they go with it, and keep nobody from deleting it. */
export const userDependent: UserDependent = {
  noun: 'MFADevice',
  count: async () => 0,
  remove: removeVerificationDevicesOf,
};

/** The operations on phones and mailboxes for codes. */
export const verification: Area = {
  name: 'verification',
  operations: [imsSetVerificationInfo, imsGetVerificationInfo, imsUnbindVerification],
};
