/** Phones and mailboxes for codes as IMS shows them (spec: domain 7). */
import { object, optional, type Rendered, textField } from '../../kernel/response.ts';
import type { VerificationDevice } from './verification-device.ts';

/** What of both there is. */
export const verificationFields = {
  SecurityPhoneDevice: optional(object({ AreaCode: textField, PhoneNumber: textField, Status: textField })),
  SecurityEmailDevice: optional(object({ Email: textField, Status: textField })),
} as const;

/** Fills `verificationFields`. */
export function verificationMembers(
  devices: readonly VerificationDevice[],
): Rendered<typeof verificationFields> {
  const phone = devices.find(({ kind }) => kind === 'sms');
  const mailbox = devices.find(({ kind }) => kind === 'email');
  return {
    SecurityPhoneDevice: phone && phoneMembers(phone),
    SecurityEmailDevice: mailbox && { Email: mailbox.address, Status: mailbox.status },
  };
}

function phoneMembers({ address, status }: VerificationDevice) {
  const dash = address.indexOf('-');
  return { AreaCode: address.slice(0, dash), PhoneNumber: address.slice(dash + 1), Status: status };
}
