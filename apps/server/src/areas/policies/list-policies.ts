import type { PolicyDependent } from '../../kernel/area.ts';
import { apiError } from '../../kernel/errors.ts';
import { type Operation, ram, readOperation } from '../../kernel/operation.ts';
import {
  invalidMarker,
  type Page,
  type PageRequest,
  pageFields,
  pageMembers,
  pageParameters,
  readPage,
} from '../../kernel/pages/page.ts';
import { choice } from '../../kernel/parameters.ts';
import { wrappedList } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type GivenTag, ramTags, type Tag, tagsFields, tagsMembers, tagsOf } from '../tags/index.ts';
import { type CountedPolicy, countAttachments } from './attachment-count.ts';
import { listedSystemPolicies } from './find-policy.ts';
import { policyResource } from './parameters.ts';
import type { Policy, PolicyType } from './policy.ts';
import { customPoliciesAfter } from './store.ts';
import { listedPolicyFields, renderListedPolicy } from './wire.ts';

/** RAM ListPolicies: system policies first, then those of the account, each by name. */
export function ramListPolicies(attachments: PolicyDependent): Operation {
  return readOperation({
    api: ram,
    name: 'ListPolicies',
    summary: ['Lists policies, the system policies first.', '查询策略列表，系统策略在前。'],
    parameters: {
      type: choice('PolicyType', ['System', 'Custom'], {
        doc: [
          'Only policies of this type; both types when absent.',
          '只返回该类型的策略；不传则返回两种类型。',
        ],
      }),
      ...pageParameters({ default: 100, max: 1000 }),
      tags: ramTags.tagFilter,
    },
    response: { Policies: wrappedList('Policy', { ...listedPolicyFields, ...tagsFields }), ...pageFields },
    errors: [invalidMarker],
    authorization: { kind: 'policy', resources: () => [policyResource('Custom', '*')] },
    run: (scope, command) => listPolicies(attachments, scope, command),
    render: page => ({
      Policies: {
        Policy: page.items.map(({ policy, attachmentCount, tags }) => ({
          ...renderListedPolicy(policy, attachmentCount),
          ...tagsMembers(tags),
        })),
      },
      ...pageMembers(page),
    }),
  });
}

interface Listing extends PageRequest {
  readonly type?: PolicyType;
  readonly tags?: readonly GivenTag[];
}

interface ListedPolicy extends CountedPolicy {
  readonly tags: readonly Tag[] | undefined;
}

async function listPolicies(
  attachments: PolicyDependent,
  scope: Scope,
  listing: Listing,
): Promise<Page<ListedPolicy>> {
  const page = await readPage(
    listing,
    (after, limit) => policiesAfter(scope, listing, after, limit),
    policy => `${policy.type}/${policy.key}`,
  );
  const carried = await tagsOf(
    scope,
    'policy',
    page.items.filter(isCustom).map(({ key }) => key),
  );
  const counted = await countAttachments(attachments, scope, page.items);
  return {
    ...page,
    items: counted.map(each => ({
      ...each,
      tags: isCustom(each.policy) ? carried.get(each.policy.key) : undefined,
    })),
  };
}

function isCustom({ type }: Policy): boolean {
  return type === 'Custom';
}

async function policiesAfter(
  scope: Scope,
  { type, tags = [] }: Listing,
  sortKey: string | undefined,
  limit: number,
): Promise<readonly Policy[]> {
  const after = sortKey === undefined ? beginning : positionAt(sortKey);
  // System policies carry no tags.
  const system = type === 'Custom' || tags.length > 0 ? [] : systemPoliciesAfter(after).slice(0, limit);
  const missing = limit - system.length;
  if (type === 'System' || missing === 0) return system;
  return [
    ...system,
    ...(await customPoliciesAfter(scope, tags, after.type === 'Custom' ? after.key : '', missing)),
  ];
}

/** A place in the one order of both types; the list goes on behind it. */
type Position = Pick<Policy, 'type' | 'key'>;

const beginning: Position = { type: 'System', key: '' };

/** Reads what the sort key of a page says. */
function positionAt(sortKey: string): Position {
  for (const type of ['System', 'Custom'] as const) {
    if (sortKey.startsWith(`${type}/`)) return { type, key: sortKey.slice(type.length + 1) };
  }
  throw apiError(invalidMarker);
}

function systemPoliciesAfter({ type, key }: Position): readonly Policy[] {
  return type === 'Custom' ? [] : listedSystemPolicies.filter(policy => policy.key > key);
}
