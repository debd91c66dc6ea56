import { type Decision, decideAssumeRole, requestContext } from '@wardenry/policy';
import { conditionOf } from '../../../kernel/callers/condition-keys.ts';
import type { FederatedCaller } from '../../../kernel/callers/identity.ts';
import type { KnownRole } from '../../../kernel/callers/sessions.ts';
import type { RequestContext } from '../../../kernel/context.ts';
import type { ConditionValues } from '../../../kernel/operation.ts';

/**
 * Decides whether a role trusts somebody whom an identity provider vouches for: its trust policy alone decides, by the
 * action `sts:AssumeRole` whatever the operation is called (spec: policy 4.3).
 *
 * @param caller whose proof was found right
 * @param context of the call
 * @param given condition keys that the proof gives, e.g. `saml:recipient`
 */
export function decideTrust(
  role: KnownRole,
  caller: FederatedCaller,
  context: RequestContext,
  given: ConditionValues,
): Decision {
  const values = requestContext(given);
  const provider = `acs:ram::${caller.accountId}:${caller.provider}`;
  return decideAssumeRole({ kind: 'federated', provider }, role.trust, {
    actions: ['sts:AssumeRole'],
    resources: [[`acs:ram:*:${role.accountId}:role/${role.name}`]],
    context: { get: key => values.get(key) ?? conditionOf(context, key) },
  });
}
