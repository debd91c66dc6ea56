import { apiError } from '../../../kernel/errors.ts';
import { changeOperation, ram } from '../../../kernel/operation.ts';
import { boolean, choice } from '../../../kernel/parameters.ts';
import { object } from '../../../kernel/response.ts';
import type { ChangeScope } from '../../../kernel/scope.ts';
import { checkPolicyDocument } from '../document.ts';
import { policyErrors } from '../errors.ts';
import { requireChangeable } from '../find-policy.ts';
import { policyDocument, policyName, policyResource } from '../parameters.ts';
import type { CustomPolicy, PolicyVersion } from '../policy.ts';
import { insertVersion, removeVersions, updatePolicy, versionsOfCustomPolicy } from '../store.ts';
import { renderVersion, versionFields } from '../wire.ts';

/** RAM CreatePolicyVersion. */
export const ramCreatePolicyVersion = changeOperation({
  api: ram,
  name: 'CreatePolicyVersion',
  summary: ['Adds a version to a custom policy.', '为自定义策略新增版本。'],
  parameters: {
    name: policyName,
    document: policyDocument,
    setAsDefault: boolean('SetAsDefault', {
      default: false,
      doc: ['true puts the new version in force at once.', 'true 表示新版本立即生效。'],
    }),
    rotation: choice('RotateStrategy', ['None', 'DeleteOldestNonDefaultVersionWhenLimitExceeded'], {
      default: 'None',
      doc: [
        'What to do when the policy has as many versions as it may have: refuse, or delete the oldest that is not the default.',
        '版本数达到上限时的处理方式：拒绝，或删除最早的非默认版本。',
      ],
    }),
  },
  response: { PolicyVersion: object(versionFields) },
  errors: [
    policyErrors.documentLength,
    policyErrors.documentMalformed,
    policyErrors.policyNotExist,
    policyErrors.systemPolicyChanged,
    policyErrors.tooManyVersions,
  ],
  authorization: { kind: 'policy', resources: ({ name }) => [policyResource('Custom', name)] },
  prepare: (_preparation, { document }, { limits }) => checkPolicyDocument(document, limits),
  run: createPolicyVersion,
  render: ({ version, isDefault }) => ({ PolicyVersion: renderVersion(version, isDefault) }),
});

interface NewVersion {
  readonly name: string;
  readonly document: string;
  readonly setAsDefault: boolean;
  readonly rotation: 'None' | 'DeleteOldestNonDefaultVersionWhenLimitExceeded';
}

async function createPolicyVersion(
  scope: ChangeScope,
  command: NewVersion,
): Promise<{ readonly version: PolicyVersion; readonly isDefault: boolean }> {
  const policy = await requireChangeable(scope, command.name);
  await makeRoom(scope, policy, command.rotation !== 'None');
  const version: PolicyVersion = {
    number: policy.nextVersion,
    document: command.document,
    createdAt: scope.now,
  };
  await insertVersion(scope, policy.key, version);
  await updatePolicy(scope, {
    ...policy,
    defaultVersion: command.setAsDefault ? version.number : policy.defaultVersion,
    nextVersion: version.number + 1,
    updatedAt: scope.now,
  });
  scope.touch('policy', policy.key);
  return { version, isDefault: command.setAsDefault };
}

/** Makes sure that one more version fits the quota, if need be by deleting the oldest. */
async function makeRoom(scope: ChangeScope, policy: CustomPolicy, mayDelete: boolean): Promise<void> {
  const limit = scope.context.limits.versionsPerPolicy;
  const versions = await versionsOfCustomPolicy(scope, policy.key);
  // More than one too many only after the quota was lowered.
  const excess = versions.length + 1 - limit;
  if (excess <= 0) return;
  const deletable = versions.filter(({ number }) => number !== policy.defaultVersion);
  if (!mayDelete || deletable.length < excess) {
    throw apiError(policyErrors.tooManyVersions, { name: policy.name, limit });
  }
  const oldest = deletable.slice(0, excess).map(({ number }) => number);
  await removeVersions(scope, policy.key, oldest);
}
