import { ram, readOperation } from '../../../kernel/operation.ts';
import { wrappedList } from '../../../kernel/response.ts';
import { policyErrors } from '../errors.ts';
import { requirePolicy, versionsOf } from '../find-policy.ts';
import { policyName, policyResource, policyType } from '../parameters.ts';
import { renderVersion, versionFields } from '../wire.ts';

/** RAM ListPolicyVersions: every version with its document, the oldest first. */
export const ramListPolicyVersions = readOperation({
  api: ram,
  name: 'ListPolicyVersions',
  summary: ['Lists the versions of a policy, the oldest first.', '查询策略的版本列表，最早的在前。'],
  parameters: { name: policyName, type: policyType },
  response: { PolicyVersions: wrappedList('PolicyVersion', versionFields) },
  errors: [policyErrors.policyNotExist],
  authorization: { kind: 'policy', resources: ({ type, name }) => [policyResource(type, name)] },
  run: async (scope, { type, name }) => {
    const policy = await requirePolicy(scope, type, name);
    return { policy, versions: await versionsOf(scope, policy) };
  },
  render: ({ policy, versions }) => ({
    PolicyVersions: {
      PolicyVersion: versions.map(version =>
        renderVersion(version, version.number === policy.defaultVersion),
      ),
    },
  }),
});
