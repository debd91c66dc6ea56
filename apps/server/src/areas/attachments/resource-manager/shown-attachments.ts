import type { Scope } from '../../../kernel/scope.ts';
import { accountAlias, domainOf } from '../../accounts/index.ts';
import { findPolicies } from '../../policies/index.ts';
import type { Attachment } from '../store.ts';
import { kinds, principalTypes } from './parameters.ts';
import type { ShownAttachment } from './wire.ts';

/** Attachments with their policies and the names of who holds them, by a few queries for all. */
export async function shownAttachments(
  scope: Scope,
  attachments: readonly Attachment[],
): Promise<readonly ShownAttachment[]> {
  const policies = await findPolicies(
    scope,
    attachments.map(({ policyType: type, policyKey: key }) => ({ type, key })),
  );
  const principals = await principalsOf(scope, attachments);
  return attachments.flatMap(({ principalId, policyType, policyKey, resourceGroupId, attachedAt }) => {
    const policy = policies.find(({ type, key }) => type === policyType && key === policyKey);
    const principal = principals.get(principalId);
    if (policy === undefined || principal === undefined) return [];
    return [{ policy, ...principal, resourceGroupId, attachedAt }];
  });
}

type ShownPrincipal = Pick<ShownAttachment, 'principalType' | 'principalName'>;

/** By ids, of which no two kinds share one. */
async function principalsOf(
  scope: Scope,
  attachments: readonly Attachment[],
): Promise<ReadonlyMap<string, ShownPrincipal>> {
  const alias = await accountAlias(scope);
  const account = { alias, domain: domainOf(alias, scope.context) };
  const shown = new Map<string, ShownPrincipal>();
  for (const principalType of principalTypes) {
    const kind = kinds[principalType];
    const ids = attachments.flatMap(each => (each.principalType === kind.type ? each.principalId : []));
    for (const [id, { name }] of await kind.findById(scope, [...new Set(ids)])) {
      shown.set(id, { principalType, principalName: kind.principalName(name, account) });
    }
  }
  return shown;
}
