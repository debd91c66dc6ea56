import { changeOperation, ram } from '../../../kernel/operation.ts';
import type { ChangeScope } from '../../../kernel/scope.ts';
import { policyErrors } from '../errors.ts';
import { requireChangeable, requireVersion } from '../find-policy.ts';
import { policyName, policyResource, versionId } from '../parameters.ts';
import { updatePolicy } from '../store.ts';

/** RAM SetDefaultPolicyVersion. */
export const ramSetDefaultPolicyVersion = changeOperation({
  api: ram,
  name: 'SetDefaultPolicyVersion',
  summary: [
    'Puts a version of a custom policy in force, for everybody who holds the policy.',
    '设置自定义策略的默认版本，对所有持有该策略的身份立即生效。',
  ],
  parameters: { name: policyName, versionId },
  response: {},
  errors: [policyErrors.policyNotExist, policyErrors.systemPolicyChanged, policyErrors.versionNotExist],
  authorization: { kind: 'policy', resources: ({ name }) => [policyResource('Custom', name)] },
  run: setDefaultPolicyVersion,
  render: () => ({}),
});

async function setDefaultPolicyVersion(
  scope: ChangeScope,
  command: { readonly name: string; readonly versionId: string },
): Promise<void> {
  const policy = await requireChangeable(scope, command.name);
  const version = await requireVersion(scope, policy, command.versionId);
  await updatePolicy(scope, { ...policy, defaultVersion: version.number, updatedAt: scope.now });
  scope.touch('policy', policy.key);
}
