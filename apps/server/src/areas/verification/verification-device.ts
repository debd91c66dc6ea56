/** A phone or a mailbox that somebody can be sent a code to. */
export interface VerificationDevice {
  readonly kind: VerificationKind;
  /** A phone number, `<country code>-<number>`, or an e-mail address. */
  readonly address: string;
  /** Pending until its owner has entered a code that was sent there (spec: domain 7). */
  readonly status: 'pending' | 'active';
}

export const verificationKinds = ['sms', 'email'] as const;
export type VerificationKind = (typeof verificationKinds)[number];
