import { apiError } from '../../../kernel/errors.ts';
import { readOperation, resourceManager, wholeAccount } from '../../../kernel/operation.ts';
import {
  type NumberedPage,
  type NumberedPageRequest,
  numberedPageFields,
  numberedPageMembers,
  numberedPageParameters,
  offsetOf,
} from '../../../kernel/pages/numbered-page.ts';
import { choice, lettersDigitsAnd, text } from '../../../kernel/parameters.ts';
import { wrappedList } from '../../../kernel/response.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { findPolicy, type Policy, type PolicyType, policyErrors } from '../../policies/index.ts';
import { resourceGroupIdOptions, resourceGroupNotExist } from '../../resource-groups/index.ts';
import { grantScope } from '../grant.ts';
import type { Principal } from '../principal.ts';
import { type AttachmentFilter, countListedAttachments, listAttachments } from '../store.ts';
import { kinds, optionalPrincipalName, optionalPrincipalType, type WirePrincipalType } from './parameters.ts';
import { shownAttachments } from './shown-attachments.ts';
import { attachmentFields, renderAttachment, type ShownAttachment } from './wire.ts';

const types = ['System', 'Custom'] as const satisfies readonly PolicyType[];

const parameters = {
  policy: text('PolicyName', {
    min: 1,
    max: 128,
    characters: lettersDigitsAnd('-'),
    doc: ['Only attachments of the policies of this name.', '只返回该名称的策略的授权。'],
  }),
  type: choice('PolicyType', types, {
    doc: ['Only attachments of policies of this type.', '只返回该类型的策略的授权。'],
  }),
  principalName: optionalPrincipalName,
  principalType: optionalPrincipalType,
  resourceGroupId: text('ResourceGroupId', {
    ...resourceGroupIdOptions,
    doc: [
      'Only what is attached for this resource group, or by the id of the account what is attached for all of it.',
      '只返回该资源组范围的授权；传账号 ID 则返回账号范围的授权。',
    ],
  }),
  language: choice('Language', ['en', 'zh-CN', 'ja'], {
    doc: [
      'Language of descriptions. Those of system policies are in English alone.',
      '描述所用的语言；系统策略的描述仅有英文。',
    ],
  }),
  ...numberedPageParameters,
} as const;

interface Listing extends NumberedPageRequest {
  readonly policy?: string;
  readonly type?: PolicyType;
  readonly principalName?: string;
  readonly principalType?: WirePrincipalType;
  readonly resourceGroupId?: string;
}

/** @throws ApiError `EntityNotExists.ResourceGroup`, `EntityNotExist.Policy` */
async function list(scope: Scope, listing: Listing): Promise<NumberedPage<ShownAttachment>> {
  const { pageNumber, pageSize } = listing;
  const filter = await filterOf(scope, listing);
  if (filter === undefined) return { pageNumber, pageSize, total: 0, items: [] };
  const total = await countListedAttachments(scope, filter);
  const page = await listAttachments(scope, filter, pageSize, offsetOf(listing));
  return { pageNumber, pageSize, total, items: await shownAttachments(scope, page) };
}

/** @returns undefined when nobody has the name that is asked for: clients take an empty list for what is gone */
async function filterOf(scope: Scope, listing: Listing): Promise<AttachmentFilter | undefined> {
  const { policy, type, principalName, principalType } = listing;
  const filter = {
    policyType: type,
    principalType: principalType && kinds[principalType].type,
    resourceGroupId:
      listing.resourceGroupId === undefined ? undefined : await grantScope(scope, listing.resourceGroupId),
    policies: policy === undefined ? undefined : await policiesNamed(scope, policy, type),
  };
  if (principalName === undefined) return filter;
  const principal = await principalNamed(scope, principalName, principalType);
  return principal && { ...filter, principalType: principal.type, principalIds: [principal.id] };
}

/** @throws ApiError `EntityNotExist.Policy` when there is none */
async function policiesNamed(
  scope: Scope,
  name: string,
  type: PolicyType | undefined,
): Promise<readonly Policy[]> {
  const asked = type === undefined ? types : [type];
  const found = await Promise.all(asked.map(each => findPolicy(scope, each, name)));
  const policies = found.filter(policy => policy !== undefined);
  if (policies.length > 0) return policies;
  throw apiError(policyErrors.policyNotExist, { type: asked.join(' or '), name });
}

/** The domains of the kinds differ, so that a name is one of one kind. */
async function principalNamed(
  scope: Scope,
  principalName: string,
  type: WirePrincipalType | undefined,
): Promise<Principal | undefined> {
  for (const kind of type === undefined ? Object.values(kinds) : [kinds[type]]) {
    const name = await kind.nameIn(scope, principalName);
    if (name !== undefined) return kind.lookUp(scope, name);
  }
  return undefined;
}

/** ResourceManager ListPolicyAttachments. */
export const resourceManagerListPolicyAttachments = readOperation({
  api: resourceManager,
  name: 'ListPolicyAttachments',
  summary: [
    'Lists who holds which policy, for the account and for resource groups.',
    '查询账号和资源组范围内的全部授权。',
  ],
  parameters,
  response: { PolicyAttachments: wrappedList('PolicyAttachment', attachmentFields), ...numberedPageFields },
  errors: [resourceGroupNotExist, policyErrors.policyNotExist],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: list,
  render: (page, { context }) => ({
    PolicyAttachments: { PolicyAttachment: page.items.map(shown => renderAttachment(shown, context)) },
    ...numberedPageMembers(page),
  }),
});
