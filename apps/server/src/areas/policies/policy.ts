/** `System` policies are part of the product, `Custom` ones belong to an account. */
export type PolicyType = 'System' | 'Custom';

/** A policy without its documents. */
export interface Policy {
  readonly type: PolicyType;
  /** What attachments name it by: the lower-cased name of a custom policy, the exact name of a system policy. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** Number of the version that decides: 1 for `v1`. */
  readonly defaultVersion: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A policy of the account. */
export interface CustomPolicy extends Policy {
  readonly type: 'Custom';
  /** The number that its next version gets; numbers are never used again. */
  readonly nextVersion: number;
}

/** One document that a policy has or had. */
export interface PolicyVersion {
  /** 1 for `v1`. */
  readonly number: number;
  readonly document: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}
