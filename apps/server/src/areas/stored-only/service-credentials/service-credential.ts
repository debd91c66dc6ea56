/** A key of a user for one service alone, without its secret. */
export interface ServiceCredential {
  readonly credentialId: string;
  /** Id of the user; empty for the account itself. */
  readonly ownerId: string;
  readonly name: string;
  readonly serviceName: string;
  readonly status: 'Active' | 'Inactive';
  /** Milliseconds since 1970, as is the next; absent for one that does not expire. */
  readonly expiresAt?: number | undefined;
  readonly createdAt: number;
}

/** A credential with the principal name of whose it is; empty for the account itself. */
export interface OwnedCredential extends ServiceCredential {
  readonly principalName: string;
}
