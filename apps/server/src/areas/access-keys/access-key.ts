/** Whether a key may sign requests. */
export type AccessKeyStatus = 'Active' | 'Inactive';

/** An AccessKey without its secret, which is shown once and then only used. Times are milliseconds since 1970. */
export interface AccessKey {
  readonly accessKeyId: string;
  /** Whose key it is; empty for a key of the account itself. */
  readonly ownerId: string;
  readonly status: AccessKeyStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** When and where a key was used last. */
export interface LastUse {
  readonly usedAt: number;
  /** Product called, as replies show it: `Ram`, `Ims`, `Sts`. */
  readonly serviceName: string;
}
