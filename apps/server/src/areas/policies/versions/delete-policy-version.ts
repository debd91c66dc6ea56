import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ram } from '../../../kernel/operation.ts';
import type { ChangeScope } from '../../../kernel/scope.ts';
import { policyErrors } from '../errors.ts';
import { requireChangeable, requireVersion } from '../find-policy.ts';
import { policyName, policyResource, versionId } from '../parameters.ts';
import { removeVersions, updatePolicy } from '../store.ts';

/** RAM DeletePolicyVersion. */
export const ramDeletePolicyVersion = changeOperation({
  api: ram,
  name: 'DeletePolicyVersion',
  summary: [
    'Deletes a version of a custom policy that is not the default.',
    '删除自定义策略的某个非默认版本。',
  ],
  parameters: { name: policyName, versionId },
  response: {},
  errors: [
    policyErrors.policyNotExist,
    policyErrors.systemPolicyChanged,
    policyErrors.versionNotExist,
    policyErrors.versionIsDefault,
  ],
  authorization: { kind: 'policy', resources: ({ name }) => [policyResource('Custom', name)] },
  run: deletePolicyVersion,
  render: () => ({}),
});

async function deletePolicyVersion(
  scope: ChangeScope,
  command: { readonly name: string; readonly versionId: string },
): Promise<void> {
  const policy = await requireChangeable(scope, command.name);
  const version = await requireVersion(scope, policy, command.versionId);
  if (version.number === policy.defaultVersion) {
    throw apiError(policyErrors.versionIsDefault, { id: command.versionId, name: policy.name });
  }
  await removeVersions(scope, policy.key, [version.number]);
  await updatePolicy(scope, { ...policy, updatedAt: scope.now });
  scope.touch('policy', policy.key);
}
