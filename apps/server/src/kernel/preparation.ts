import type { Attempts } from './attempts.ts';
import { errorKind } from './errors.ts';
import type { Scope } from './scope.ts';

/** Services for the step `prepare`: what is slow, random or secret, done while no transaction is open. */
export interface Preparation {
  /** The request's time in milliseconds since 1970. */
  readonly now: number;
  readonly ids: IdSource;
  readonly passwords: PasswordHashing;
  /** Of the request's account. */
  readonly attempts: Attempts;
  /**
   * Reads the request's account as it is now; when the rule runs it may be another.
   *
   * @throws StorageUnavailable, or what `run` throws
   */
  read<Result>(run: (scope: Scope) => Promise<Result> | Result): Promise<Result>;
  /**
   * Seals a secret for storage.
   *
   * @param plain the secret
   * @param place where it will stand; opening it anywhere else fails
   */
  seal(plain: string, place: SealedPlace): string;
  /**
   * Opens a secret to check what somebody says of it; it leaves in no reply.
   *
   * @throws when the text was not sealed for this place
   */
  open(sealed: string, place: SealedPlace): string;
}

/** The row a sealed value belongs to; bound into the seal as associated data. */
export interface SealedPlace {
  readonly table: string;
  readonly row: string;
  readonly accountId: string;
}

/** What a call that sets or checks a password is answered when too many others wait already. */
export const tooManyPasswords = errorKind(
  'ServiceUnavailable',
  503,
  'Too many passwords are being checked at this moment. Try again after the time in x-acs-retry-after.',
);

/** Hashes passwords, which is slow on purpose: only so many at once, and so many that wait (spec: security Q12). */
export interface PasswordHashing {
  /**
   * @returns PHC text, which holds the parameters and the salt
   * @throws ApiError `ServiceUnavailable` when too many wait
   */
  hash(password: string): Promise<string>;
  /**
   * Whether a hash is of this password.
   *
   * @param hash PHC text; an empty one is of no password
   * @throws ApiError `ServiceUnavailable` when too many wait
   */
  verify(password: string, hash: string): Promise<boolean>;
}

/** Source of new identifiers and secrets, from the system's random generator. */
export interface IdSource {
  /** 18 digits, beginning with 2 and the two-digit cell hint. */
  userId(): string;
  /** 18 digits, beginning with 3 and the cell hint. */
  groupId(): string;
  /** 18 digits, beginning with 4 and the cell hint. */
  roleId(): string;
  /** `rg-` and 15 lower-case letters and digits, the first of them a letter. */
  resourceGroupId(): string;
  /** Lower-case UUID (RFC 9562, version 4). */
  uuid(): string;
  /** `gwt-` and 20 base62 characters. */
  gatewayTokenId(): string;
  /** 18 digits, beginning with 5 and the cell hint. */
  applicationId(): string;
  /** `aps-` and 20 base62 characters. */
  applicationSecretId(): string;
  /** `saml-` and 20 base62 characters. */
  samlProviderId(): string;
  /** `oidc-` and 20 base62 characters. */
  oidcProviderId(): string;
  /** `svc-` and 20 base62 characters. */
  serviceCredentialId(): string;
  /** The configured prefix followed by base62, 24 characters in all. */
  accessKeyId(): string;
  /** 40 random bytes as 64 characters of Base32 (RFC 4648, 6). */
  mfaSeed(): string;
  /** 30 base62 characters, the last six of them a checksum. */
  accessKeySecret(): string;
}
