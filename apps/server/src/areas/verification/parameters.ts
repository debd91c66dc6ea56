/** Parameters of phones and mailboxes for codes (spec: domain 1.3, 7). */
import { choice, text } from '../../kernel/parameters.ts';
import { emailAddress, phoneNumber, userPrincipalNameOrCaller } from '../users/index.ts';
import { type VerificationKind, verificationKinds } from './verification-device.ts';

/** What names a phone or a mailbox of a user or of the caller. */
export const verificationParameters = {
  userPrincipalName: userPrincipalNameOrCaller,
  kind: choice('VerifyType', verificationKinds, {
    required: true,
    doc: ['sms for a phone, email for a mailbox.', 'sms 表示手机，email 表示邮箱。'],
  }),
  mobilePhone: text('MobilePhone', {
    min: 1,
    max: 32,
    format: phoneNumber,
    doc: ['Number of the phone: <country code>-<number>.', '手机号码，格式为 <国家代码>-<号码>。'],
  }),
  email: text('Email', {
    min: 1,
    max: 254,
    format: emailAddress,
    doc: ['Address of the mailbox.', '邮箱地址。'],
  }),
} as const;

/** The addresses that a call gives. */
export interface GivenAddresses {
  readonly mobilePhone?: string;
  readonly email?: string;
}

/** Which parameter holds the address of a kind; the other one is not looked at. */
export const addressParameters = {
  sms: verificationParameters.mobilePhone.wire,
  email: verificationParameters.email.wire,
} as const;

/** The address that a call gives for a kind. */
export function givenAddress(kind: VerificationKind, given: GivenAddresses): string | undefined {
  return kind === 'sms' ? given.mobilePhone : given.email;
}
