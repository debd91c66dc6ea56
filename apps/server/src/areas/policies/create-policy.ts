import { nameKey } from '../../kernel/callers/identity.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ram } from '../../kernel/operation.ts';
import { text } from '../../kernel/parameters.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { multiLine } from '../../kernel/text/characters.ts';
import { type GivenTag, newTagErrors, ramTags, requestTags, tagNew } from '../tags/index.ts';
import { checkPolicyDocument } from './document.ts';
import { policyErrors } from './errors.ts';
import { findPolicy } from './find-policy.ts';
import { policyDocument, policyName, policyResource } from './parameters.ts';
import type { CustomPolicy } from './policy.ts';
import { countCustomPolicies, insertPolicy, insertVersion } from './store.ts';
import { policyFields, renderPolicy } from './wire.ts';

/** RAM CreatePolicy. */
export const ramCreatePolicy = changeOperation({
  api: ram,
  name: 'CreatePolicy',
  summary: [
    'Creates a custom policy; its document becomes version v1.',
    '创建自定义策略，其内容成为版本 v1。',
  ],
  parameters: {
    name: policyName,
    description: text('Description', {
      min: 1,
      max: 1024,
      characters: multiLine,
      doc: ['What the policy is for.', '策略的描述。'],
    }),
    document: policyDocument,
    tags: ramTags.newTags,
  },
  response: { Policy: object(policyFields) },
  errors: [
    policyErrors.documentLength,
    policyErrors.documentMalformed,
    policyErrors.policyAlreadyExists,
    policyErrors.tooManyPolicies,
    ...newTagErrors('policy'),
  ],
  authorization: {
    kind: 'policy',
    resources: ({ name }) => [policyResource('Custom', name)],
    conditions: ({ tags }) => requestTags(tags),
  },
  prepare: (_preparation, { document }, { limits }) => checkPolicyDocument(document, limits),
  run: createPolicy,
  render: policy => ({ Policy: renderPolicy(policy) }),
});

interface NewPolicy {
  readonly name: string;
  readonly description?: string;
  readonly document: string;
  readonly tags?: readonly GivenTag[];
}

async function createPolicy(scope: ChangeScope, command: NewPolicy): Promise<CustomPolicy> {
  const { name, description = '', document, tags } = command;
  for (const type of ['System', 'Custom'] as const) {
    const namesake = await findPolicy(scope, type, name);
    if (namesake !== undefined) throw apiError(policyErrors.policyAlreadyExists, { name: namesake.name });
  }
  const limit = scope.context.limits.policies;
  if ((await countCustomPolicies(scope)) >= limit) throw apiError(policyErrors.tooManyPolicies, { limit });
  const policy: CustomPolicy = {
    type: 'Custom',
    key: nameKey(name),
    name,
    description,
    defaultVersion: 1,
    nextVersion: 2,
    createdAt: scope.now,
    updatedAt: scope.now,
  };
  await insertPolicy(scope, policy);
  await insertVersion(scope, policy.key, { number: 1, document, createdAt: scope.now });
  await tagNew(scope, 'policy', { id: policy.key, name }, tags);
  scope.touch('policy', policy.key);
  return policy;
}
