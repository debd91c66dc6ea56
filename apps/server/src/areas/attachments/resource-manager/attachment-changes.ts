import type { ErrorKind } from '../../../kernel/errors.ts';
import { changeOperation, type Operation, resourceManager } from '../../../kernel/operation.ts';
import { type Localized, text } from '../../../kernel/parameters.ts';
import type { ChangeScope } from '../../../kernel/scope.ts';
import { policyErrors, policyName, policyResource, policyType } from '../../policies/index.ts';
import { resourceGroupIdOptions, resourceGroupNotExist } from '../../resource-groups/index.ts';
import { attachPolicy } from '../attach-policy.ts';
import { detachPolicy } from '../detach-policy.ts';
import { type Grant, grantNamed } from '../grant.ts';
import type { PrincipalKind } from '../principal.ts';
import { notAttachedThere } from './errors.ts';
import { kinds, principalName, principalType } from './parameters.ts';

const parameters = {
  policy: policyName,
  type: policyType,
  principalName,
  principalType,
  resourceGroupId: text('ResourceGroupId', {
    ...resourceGroupIdOptions,
    required: true,
    doc: [
      'What the policy is attached for: the id of a resource group, or the id of the account for all of it.',
      '授权范围：资源组 ID，或账号 ID（整个账号）。',
    ],
  }),
} as const;

interface Change {
  readonly name: string;
  readonly summary: Localized;
  readonly errors: readonly ErrorKind[];
  rule(scope: ChangeScope, grant: Grant, kind: PrincipalKind): Promise<void>;
}

const everyKind = Object.values(kinds);

/** Declares a change of what principals of any kind hold; it is authorized on the policy and on the principal. */
function attachmentChange({ name, summary, errors, rule }: Change): Operation {
  return changeOperation({
    api: resourceManager,
    name,
    summary,
    parameters,
    response: {},
    errors: [
      resourceGroupNotExist,
      policyErrors.policyNotExist,
      ...everyKind.flatMap(({ notExist, notChangeable }) => [notExist, ...notChangeable]),
      ...errors,
    ],
    target: (scope, { principalType, principalName }) => kinds[principalType].nameIn(scope, principalName),
    authorization: {
      kind: 'policy',
      resources: ({ type, policy, principalType }, name = '*') => [
        policyResource(type, policy),
        kinds[principalType].resource(name),
      ],
    },
    async run(scope, command) {
      const kind = kinds[command.principalType];
      const principal = await kind.nameIn(scope, command.principalName);
      if (principal === undefined) throw kind.missing(command.principalName);
      await rule(scope, await grantNamed(scope, kind, { ...command, principal }), kind);
    },
    render: () => ({}),
  });
}

/** ResourceManager AttachPolicy. */
export const resourceManagerAttachPolicy = attachmentChange({
  name: 'AttachPolicy',
  summary: [
    'Attaches a policy to a user, group or role, for the account or for a resource group.',
    '为用户、用户组或角色添加策略，授权范围为账号或资源组。',
  ],
  errors: everyKind.flatMap(({ errors }) => [errors.alreadyAttached, errors.tooMany]),
  rule: (scope, grant, { errors }) => attachPolicy(scope, grant, errors),
});

/** ResourceManager DetachPolicy. */
export const resourceManagerDetachPolicy = attachmentChange({
  name: 'DetachPolicy',
  summary: [
    'Detaches a policy from a user, group or role, for the account or for a resource group.',
    '移除用户、用户组或角色在账号或资源组范围内的策略。',
  ],
  errors: [notAttachedThere],
  rule: (scope, grant) => detachPolicy(scope, grant, notAttachedThere),
});
