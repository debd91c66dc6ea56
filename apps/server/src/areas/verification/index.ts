/**
 * Verification: the phone and the mailbox of a user that codes can be sent to. They are second factors like others, so
 * that who may manage those may manage these; an address that nobody has confirmed serves for nothing.
 */
import type { Area, UserBelonging } from '../../kernel/area.ts';
import { imsGetVerificationInfo } from './get-verification-info.ts';
import { imsSetVerificationInfo } from './set-verification-info.ts';
import { removeVerificationDevicesOf } from './store.ts';
import { imsUnbindVerification } from './unbind-verification.ts';

/** A user's addresses, for whoever deletes the user. */
export const userBelonging: UserBelonging = { remove: removeVerificationDevicesOf };

/** The operations on phones and mailboxes for codes. */
export const verification: Area = {
  name: 'verification',
  operations: [imsSetVerificationInfo, imsGetVerificationInfo, imsUnbindVerification],
};
