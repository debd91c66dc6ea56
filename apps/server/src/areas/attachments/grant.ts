/** What is attached or detached: a policy, to whom, and for what part of the account. */
import type { Scope } from '../../kernel/scope.ts';
import { type Policy, type PolicyType, requirePolicy } from '../policies/index.ts';
import { resourceGroupById } from '../resource-groups/index.ts';
import type { Principal, PrincipalKind } from './principal.ts';

/** What the id of a resource group is for what is attached for the whole account. */
export const WHOLE_ACCOUNT = '';

/** A policy for one principal. */
export interface Grant {
  readonly principal: Principal;
  readonly policy: Policy;
  /** A resource group, or {@link WHOLE_ACCOUNT}: each is an attachment of its own. */
  readonly resourceGroupId: string;
}

/** A grant as a call names it. */
export interface NamedGrant {
  readonly principal: string;
  readonly policy: string;
  readonly type: PolicyType;
  readonly resourceGroupId?: string;
}

/**
 * Reads what a call names.
 *
 * @throws ApiError `EntityNotExists.ResourceGroup`, `EntityNotExist.Policy`, `notExist` of the principals, or one of
 *   their `notChangeable`
 */
export async function grantNamed(scope: Scope, kind: PrincipalKind, named: NamedGrant): Promise<Grant> {
  const resourceGroupId = await grantScope(scope, named.resourceGroupId);
  const principal = await kind.findToChange(scope, named.principal);
  return { principal, policy: await requirePolicy(scope, named.type, named.policy), resourceGroupId };
}

/**
 * The part of the account that a call names: the account's own id stands for all of it. A group that is not there must never
 * become the whole account.
 *
 * @throws ApiError `EntityNotExists.ResourceGroup`
 */
export async function grantScope(scope: Scope, id: string = scope.accountId): Promise<string> {
  return id === scope.accountId ? WHOLE_ACCOUNT : (await resourceGroupById(scope, id)).id;
}
