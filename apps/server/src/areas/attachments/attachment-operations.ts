/** What attaching and detaching a policy share: whom and what they name, and what they are authorized on. */
import type { ErrorKind } from '../../kernel/errors.ts';
import { changeOperation, type Operation, ram } from '../../kernel/operation.ts';
import type { Localized } from '../../kernel/parameters.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { policyErrors, policyName, policyResource, policyType } from '../policies/index.ts';
import { resourceGroupNotExist } from '../resource-groups/index.ts';
import { type Grant, grantNamed } from './grant.ts';
import { resourceGroupId } from './parameters.ts';
import type { PrincipalKind } from './principal.ts';

/** A change of what one principal holds. */
export interface AttachmentChange {
  readonly name: string;
  readonly summary: Localized;
  /** What the rule raises beside what is missing. */
  readonly errors: readonly ErrorKind[];
  rule(scope: ChangeScope, grant: Grant): Promise<void>;
}

/** Declares an operation over one rule; it is authorized on the principal and on the policy (spec: policy 6.1). */
export function attachmentOperation(kind: PrincipalKind, change: AttachmentChange): Operation {
  const { name, summary, errors, rule } = change;
  return changeOperation({
    api: ram,
    name,
    summary,
    parameters: { principal: kind.name, policy: policyName, type: policyType, resourceGroupId },
    response: {},
    errors: [
      resourceGroupNotExist,
      kind.notExist,
      ...kind.notChangeable,
      policyErrors.policyNotExist,
      ...errors,
    ],
    authorization: {
      kind: 'policy',
      resources: ({ principal, type, policy }) => [kind.resource(principal), policyResource(type, policy)],
    },
    run: async (scope, command) => rule(scope, await grantNamed(scope, kind, command)),
    render: () => ({}),
  });
}
