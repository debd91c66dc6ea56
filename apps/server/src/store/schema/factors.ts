/** Second factors of users and of accounts: devices that show codes, passkeys, and where codes can be sent. */

/** Virtual MFA devices: each shows one-time passwords that follow from its seed. */
export interface MfaDevicesTable {
  account_id: string;
  /** The name in lower case. */
  name_key: string;
  name: string;
  /** Base32, sealed for the row `<name_key>`. */
  sealed_seed: string;
  /** Null while the device is bound to nobody. */
  user_id: string | null;
  /** The user who made it; null when the account itself did, or a user who is gone. */
  maker_id: string | null;
  created_at: number;
  /** Null while the device is bound to nobody. */
  activated_at: number | null;
  /** Number of the newest time step whose password was used; 0 when none was. */
  last_step: number;
}

/** The device of the account itself, which no operation lists; one row an account that has one. */
export interface AccountMfaTable {
  account_id: string;
  /** Base32, sealed for the row that is empty. */
  sealed_seed: string;
  activated_at: number;
  last_step: number;
  /** Whether a code is asked for at log-on. */
  at_logon: number;
  /** Whether one is asked for before sensitive operations. */
  at_sensitive_operations: number;
}

/** Passkeys as WebAuthn registers them; ids and keys are in base64url. */
export interface PasskeysTable {
  account_id: string;
  passkey_id: string;
  /** Empty for a passkey of the account itself. */
  user_id: string;
  name: string;
  credential_id: string;
  /** COSE key. */
  public_key: string;
  sign_count: number;
  /** With commas between them. */
  transports: string;
  /** Whether it lives in several devices of its owner. */
  backed_up: number;
  created_at: number;
  /** Null for one that was never used. */
  last_used_at: number | null;
}

/** Where somebody can be sent a code. */
export interface VerificationDevicesTable {
  account_id: string;
  /** Empty for the account itself. */
  user_id: string;
  kind: 'sms' | 'email';
  /** A phone number, `<country code>-<number>`, or an e-mail address. */
  address: string;
  /** Pending until its owner has entered a code that was sent there. */
  status: 'pending' | 'active';
  bound_at: number;
}
