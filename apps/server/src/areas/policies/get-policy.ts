import type { PolicyDependent } from '../../kernel/area.ts';
import { type Operation, ram, readOperation } from '../../kernel/operation.ts';
import { object, textField } from '../../kernel/response.ts';
import { attachmentCount, holdersOf } from './attachment-count.ts';
import { policyErrors } from './errors.ts';
import { requirePolicy, requireVersion } from './find-policy.ts';
import { policyName, policyResource, policyType } from './parameters.ts';
import { versionIdOf } from './version-id.ts';
import { listedPolicyFields, renderListedPolicy, renderVersion, versionFields } from './wire.ts';

/** RAM GetPolicy. */
export function ramGetPolicy(attachments: PolicyDependent): Operation {
  return readOperation({
    api: ram,
    name: 'GetPolicy',
    summary: ['Shows a policy and the document that is in force.', '查询策略及其当前生效的内容。'],
    parameters: { name: policyName, type: policyType },
    response: {
      Policy: object({ ...listedPolicyFields, PolicyDocument: textField }),
      DefaultPolicyVersion: object(versionFields),
    },
    errors: [policyErrors.policyNotExist, policyErrors.versionNotExist],
    authorization: { kind: 'policy', resources: ({ type, name }) => [policyResource(type, name)] },
    run: async (scope, { type, name }) => {
      const policy = await requirePolicy(scope, type, name);
      const version = await requireVersion(scope, policy, versionIdOf(policy.defaultVersion));
      return { policy, version, holders: await holdersOf(attachments, scope, policy) };
    },
    render: ({ policy, version, holders }) => ({
      Policy: {
        ...renderListedPolicy(policy, attachmentCount(holders)),
        PolicyDocument: version.document,
      },
      DefaultPolicyVersion: renderVersion(version, true),
    }),
  });
}
