import type { AccountId } from '../../kernel/callers/identity.ts';
import type { Tag } from '../tags/index.ts';

/** Resources that belong together; what is attached for one counts for its resources alone (spec: policy 4.7). */
export interface ResourceGroup {
  /** `rg-` and 15 lower-case letters and digits; never changes and is never used again. */
  readonly id: string;
  /** Unique in the account without regard to case; keeps the case it was given in, and never changes. */
  readonly name: string;
  readonly displayName: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A group with its tags, where they are to be shown. */
export interface ShownResourceGroup {
  readonly group: ResourceGroup;
  readonly tags?: readonly Tag[];
}

/** The group that an account has from its first day on. */
export function defaultResourceGroup(accountId: AccountId, createdAt: number): ResourceGroup {
  return {
    id: defaultResourceGroupId(accountId),
    name: 'default',
    displayName: 'Default Resource Group',
    createdAt,
  };
}

/** Made from the account's id, so that everybody who knows the account knows it. */
export function defaultResourceGroupId(accountId: AccountId): string {
  return `rg-${accountId.slice(1)}`;
}
