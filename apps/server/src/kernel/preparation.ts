/** Services for the step `prepare`: what is slow, random or secret, done while no transaction is open. */
export interface Preparation {
  /** The request's time in milliseconds since 1970. */
  readonly now: number;
  readonly ids: IdSource;
  /**
   * Seals a secret for storage.
   *
   * @param plain the secret
   * @param place where it will stand; opening it anywhere else fails
   */
  seal(plain: string, place: SealedPlace): string;
}

/** The row a sealed value belongs to; bound into the seal as associated data. */
export interface SealedPlace {
  readonly table: string;
  readonly row: string;
  readonly accountId: string;
}

/** Source of new identifiers and secrets, from the system's random generator. */
export interface IdSource {
  /** 18 digits, beginning with 2 and the two-digit cell hint. */
  userId(): string;
  /** 18 digits, beginning with 3 and the cell hint. */
  groupId(): string;
  /** 18 digits, beginning with 4 and the cell hint. */
  roleId(): string;
  /** `gwt-` and 20 base62 characters. */
  gatewayTokenId(): string;
  /** The configured prefix followed by base62, 24 characters in all. */
  accessKeyId(): string;
  /** 30 base62 characters, the last six of them a checksum. */
  accessKeySecret(): string;
}
