import type { PolicyDependent } from '../../kernel/area.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, type Operation, ram } from '../../kernel/operation.ts';
import { boolean } from '../../kernel/parameters.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { removeTags } from '../tags/index.ts';
import { holdersOf } from './attachment-count.ts';
import { policyErrors } from './errors.ts';
import { requireChangeable } from './find-policy.ts';
import { policyName, policyResource } from './parameters.ts';
import { removePolicy, versionsOfCustomPolicy } from './store.ts';

/** RAM DeletePolicy. */
export function ramDeletePolicy(attachments: PolicyDependent): Operation {
  return changeOperation({
    api: ram,
    name: 'DeletePolicy',
    summary: ['Deletes a custom policy that nobody holds.', '删除没有被任何身份使用的自定义策略。'],
    parameters: {
      name: policyName,
      cascading: boolean('CascadingDelete', {
        default: false,
        doc: [
          'true deletes all versions too; false refuses while there are versions beside the default.',
          'true 表示同时删除所有版本；false 表示存在非默认版本时拒绝删除。',
        ],
      }),
    },
    response: {},
    errors: [
      policyErrors.policyNotExist,
      policyErrors.systemPolicyChanged,
      policyErrors.heldByUsers,
      policyErrors.heldByGroups,
      policyErrors.heldByRoles,
      policyErrors.hasVersions,
    ],
    authorization: { kind: 'policy', resources: ({ name }) => [policyResource('Custom', name)] },
    run: (scope, command) => deletePolicy(attachments, scope, command),
    render: () => ({}),
  });
}

async function deletePolicy(
  attachments: PolicyDependent,
  scope: ChangeScope,
  command: { readonly name: string; readonly cascading: boolean },
): Promise<void> {
  const policy = await requireChangeable(scope, command.name);
  const { user, group, role } = await holdersOf(attachments, scope, policy);
  if (user > 0) throw apiError(policyErrors.heldByUsers, { name: policy.name, count: user });
  if (group > 0) throw apiError(policyErrors.heldByGroups, { name: policy.name, count: group });
  if (role > 0) throw apiError(policyErrors.heldByRoles, { name: policy.name, count: role });
  const versions = await versionsOfCustomPolicy(scope, policy.key);
  if (versions.length > 1 && !command.cascading) {
    throw apiError(policyErrors.hasVersions, { name: policy.name });
  }
  await removeTags(scope, 'policy', [policy.key]);
  await removePolicy(scope, policy.key);
  scope.touch('policy', policy.key);
}
