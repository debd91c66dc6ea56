import type { CompiledPolicies } from '../policies/compile.ts';
import type { CompiledResourcePolicy } from '../policies/trust.ts';
import type { RequestedAction } from '../request.ts';

/** What a principal asks to do, and under which circumstances. */
export interface AccessRequest extends RequestedAction {
  /**
   * Every resource that the action touches, at least one; all must be allowed (spec: policy 2.9). Each is the
   * list of its alternative names, at least one: ARNs, or `*` where the action knows no resources.
   */
  readonly resources: readonly (readonly string[])[];
  /**
   * The resource group that the resources are in. Left out when they are in none, and when the action does not
   * support resource groups (spec: policy 4.7).
   */
  readonly resourceGroupId?: string;
  /**
   * The control policies that guard the account that owns the resources: one entry for each level of its
   * directory, the account's own first. Left out when no directory guards it (spec: policy 4.5).
   */
  readonly controlLevels?: readonly CompiledPolicies[];
  /**
   * The policy of the resources themselves, such as that of a bucket, for a service that keeps such policies
   * (spec: policy 4.2 step 5). Resources with different policies take a request each. It may let in somebody of
   * another account, so the names of the resources have to name the account that owns them.
   */
  readonly resourcePolicy?: CompiledResourcePolicy;
}

/** Whether the request asks anything: it names an action, a resource, and each of its resources. */
export function isComplete({ actions, resources }: AccessRequest): boolean {
  for (const names of resources) {
    if (names.length === 0) return false;
  }
  return actions.length > 0 && resources.length > 0;
}
