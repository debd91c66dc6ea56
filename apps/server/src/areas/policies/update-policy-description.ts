import { changeOperation, ram } from '../../kernel/operation.ts';
import { text } from '../../kernel/parameters.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { multiLine } from '../../kernel/text/characters.ts';
import { policyErrors } from './errors.ts';
import { requireChangeable } from './find-policy.ts';
import { policyName, policyResource } from './parameters.ts';
import type { CustomPolicy } from './policy.ts';
import { updatePolicy } from './store.ts';
import { datedPolicyFields, renderDatedPolicy } from './wire.ts';

/** RAM UpdatePolicyDescription. */
export const ramUpdatePolicyDescription = changeOperation({
  api: ram,
  name: 'UpdatePolicyDescription',
  summary: ['Changes the description of a custom policy.', '修改自定义策略的描述。'],
  parameters: {
    name: policyName,
    description: text('NewDescription', {
      min: 1,
      max: 1024,
      characters: multiLine,
      emptyClears: true,
      doc: [
        'The new description; empty to have none, absent to keep the old one.',
        '新的描述；为空表示清除，不传则不变。',
      ],
    }),
  },
  response: { Policy: object(datedPolicyFields) },
  errors: [policyErrors.policyNotExist, policyErrors.systemPolicyChanged],
  authorization: { kind: 'policy', resources: ({ name }) => [policyResource('Custom', name)] },
  run: updatePolicyDescription,
  render: policy => ({ Policy: renderDatedPolicy(policy) }),
});

async function updatePolicyDescription(
  scope: ChangeScope,
  command: { readonly name: string; readonly description?: string },
): Promise<CustomPolicy> {
  const policy = await requireChangeable(scope, command.name);
  const changed = {
    ...policy,
    description: command.description ?? policy.description,
    updatedAt: scope.now,
  };
  await updatePolicy(scope, changed);
  scope.touch('policy', policy.key);
  return changed;
}
