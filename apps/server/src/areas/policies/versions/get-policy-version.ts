import { ram, readOperation } from '../../../kernel/operation.ts';
import { object } from '../../../kernel/response.ts';
import { policyErrors } from '../errors.ts';
import { requirePolicy, requireVersion } from '../find-policy.ts';
import { policyName, policyResource, policyType, versionId } from '../parameters.ts';
import { renderVersion, versionFields } from '../wire.ts';

/** RAM GetPolicyVersion. */
export const ramGetPolicyVersion = readOperation({
  api: ram,
  name: 'GetPolicyVersion',
  summary: ['Shows one version of a policy.', '查询策略的某个版本。'],
  parameters: { name: policyName, type: policyType, versionId },
  response: { PolicyVersion: object(versionFields) },
  errors: [policyErrors.policyNotExist, policyErrors.versionNotExist],
  authorization: { kind: 'policy', resources: ({ type, name }) => [policyResource(type, name)] },
  run: async (scope, command) => {
    const policy = await requirePolicy(scope, command.type, command.name);
    const version = await requireVersion(scope, policy, command.versionId);
    return { version, isDefault: version.number === policy.defaultVersion };
  },
  render: ({ version, isDefault }) => ({ PolicyVersion: renderVersion(version, isDefault) }),
});
