/** From where AccessKeys may be used (spec: domain 3.6). */

/** A network access policy: of one key, or of the account for every key without an active one of its own. */
export interface AccessKeyPolicy {
  /** An inactive policy is as good as none. */
  readonly status: 'Active' | 'Inactive';
  /** A request must match one of those that speak of the network it comes from; none for a network shuts it out. */
  readonly statements: readonly NetworkStatement[];
}

/** Addresses that a key may be used from. */
export type NetworkStatement = PublicStatement | VpcStatement;

/** Of the public network; a policy has one at most. */
export interface PublicStatement {
  readonly type: 'ClassicWhiteList';
  /** Addresses and CIDR networks of IPv4 and IPv6, as they were given. */
  readonly addresses: readonly string[];
}

/** Of a private network. */
export interface VpcStatement {
  readonly type: 'VPCWhiteList';
  /** Id of one VPC, or `AllowAllVPC`. */
  readonly vpc: string;
  readonly addresses: readonly string[];
}

/** Stands for every VPC. */
export const ALL_VPCS = 'AllowAllVPC';
