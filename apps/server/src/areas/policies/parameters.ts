import { SYSTEM_SCOPE } from '../../kernel/callers/identity.ts';
import { HIGHEST_DOCUMENT_QUOTA } from '../../kernel/limits.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import { choice, lettersDigitsAnd, text } from '../../kernel/parameters.ts';
import type { PolicyType } from './policy.ts';
import { versionNumber } from './version-id.ts';

/** Name of a policy (spec: domain 1.3). */
export const policyName = text('PolicyName', {
  required: true,
  min: 1,
  max: 128,
  characters: lettersDigitsAnd('-'),
  doc: ['Name of the policy; letter case does not matter.', '策略名称，不区分大小写。'],
});

/** Which of the two kinds of policies is meant. */
export const policyType = choice('PolicyType', ['System', 'Custom'], {
  required: true,
  doc: [
    'System for policies that are part of the product, Custom for those of the account.',
    'System 表示系统策略，Custom 表示账号的自定义策略。',
  ],
});

/**
 * Text of a policy. How long it may be is a quota of the account (spec: policy 1.17), which the rule checks; the bound
 * here is the highest that the quota can be set to.
 */
export const policyDocument = text('PolicyDocument', {
  required: true,
  min: 1,
  max: HIGHEST_DOCUMENT_QUOTA,
  doc: [
    'The policy as JSON text, up to the quota of characters that GetAccountSummary shows as PolicySizeQuota.',
    'JSON 格式的策略内容，字符数不超过 GetAccountSummary 返回的 PolicySizeQuota。',
  ],
});

/** Name of a version, `v` and a number. */
export const versionId = text('VersionId', {
  required: true,
  min: 1,
  max: 128,
  format: {
    label: ['v and a number, such as v1', 'v 加数字，例如 v1'],
    accepts: id => versionNumber(id) !== undefined,
  },
  doc: ['Id of the version, such as v3.', '版本 ID，例如 v3。'],
});

/**
 * The resource that calls about a policy are authorized on (spec: policy 6.1).
 *
 * @param name the policy's name, or `*` for the collection
 */
export function policyResource(type: PolicyType, name: string): ResourceName {
  const relativeId = `policy/${name}`;
  return type === 'System' ? { relativeId, owner: SYSTEM_SCOPE } : { relativeId };
}
