/** How every list is asked for its first page. */

import type { Product } from '../../e2e/doors/door.ts';
import { declaredOperations } from '../../tools/generate/declared.ts';
import { userId, userName } from '../load/people.ts';
import { COMMON_TAG, RARE_TAG, SERVICE } from './belongings.ts';
import { applicationId } from './federation.ts';
import { HELD_POLICY, JOINER, LARGE_GROUP, roleName } from './permissions.ts';

/** A call of a list. */
export interface ListCall {
  /** e.g. `Ims ListUsers, with a rare tag` */
  readonly title: string;
  readonly product: Product;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

type Calls = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Lists that answer with everything there is, since their API has no pages. */
const notInPages: readonly string[] = ['Ram ListVirtualMFADevices'];

/** Any value counts when there is none. */
interface GivenTag {
  readonly key: string;
  readonly value?: string;
}

/** A tag as RAM takes it. */
const inJson = ({ key, value }: GivenTag) => ({ Tag: JSON.stringify([{ Key: key, Value: value }]) });
/** A tag as IMS takes it. */
const numbered = ({ key, value }: GivenTag) => ({
  'Tag.1.Key': key,
  ...(value === undefined ? {} : { 'Tag.1.Value': value }),
});

/** Lists that are narrowed to what carries a tag. */
const tagged = (write: (tag: GivenTag) => Readonly<Record<string, string>>, more = {}): Calls => ({
  'with a common tag': { ...write(COMMON_TAG), ...more },
  'with a rare tag': { ...write(RARE_TAG), ...more },
  'with a tag of any value': { ...write({ key: COMMON_TAG.key }), ...more },
});

const custom = { PolicyType: 'Custom' };
const heldPolicy = { PolicyName: HELD_POLICY, ...custom };
const plain: Calls = { '': {} };

/**
 * The calls by the name of the list, each by what is particular about it.
 *
 * @param accountId whose default domain principal names are in
 */
function callsIn(accountId: string): Readonly<Record<string, Calls>> {
  const byName: Calls = { '': { UserName: userName(JOINER) } };
  const byPrincipalName: Calls = {
    '': { UserPrincipalName: `${userName(JOINER)}@${accountId}.onaliyun.com` },
  };
  const ofGroup: Calls = { '': { GroupName: LARGE_GROUP } };
  return {
    'Ram ListUsers': plain,
    // Its page is as large as the small account unless it is told otherwise.
    'Ims ListUsers': { ...plain, ...tagged(numbered, { MaxItems: '100' }) },
    'Ims ListUserBasicInfos': { ...plain, ...tagged(numbered) },
    'Ims ListUsersInRecycleBin': plain,
    'Ram ListGroups': plain,
    'Ims ListGroups': plain,
    'Ram ListGroupsForUser': byName,
    'Ims ListGroupsForUser': byPrincipalName,
    'Ram ListUsersForGroup': ofGroup,
    'Ims ListUsersForGroup': ofGroup,
    'Ram ListAccessKeys': byName,
    'Ims ListAccessKeys': byPrincipalName,
    'Ims ListAccessKeysInRecycleBin': { '': { UserId: userId(JOINER) } },
    'Ims ListVirtualMFADevices': plain,
    'Ims ListPasskeys': byPrincipalName,
    'Ram ListPolicies': { ...plain, custom, ...tagged(inJson) },
    'Ram ListPolicyVersions': { '': heldPolicy },
    'Ram ListEntitiesForPolicy': { '': heldPolicy },
    'Ram ListPoliciesForUser': byName,
    'Ram ListPoliciesForGroup': ofGroup,
    'Ram ListPoliciesForRole': { '': { RoleName: roleName(0) } },
    'Ram ListRoles': { ...plain, ...tagged(inJson) },
    'Ram ListTagResources': {
      'of roles': { ResourceType: 'role' },
      'of policies': { ResourceType: 'policy' },
      ...tagged(inJson, { ResourceType: 'policy' }),
    },
    'Ims ListTagResources': {
      '': { ResourceType: 'user' },
      ...tagged(numbered, { ResourceType: 'user' }),
    },
    'Ims ListServiceCredentials': {
      ...byPrincipalName,
      'of everybody': { AllUsers: 'true' },
      'for a service': { AllUsers: 'true', ServiceName: SERVICE },
    },
    'Ims ListOIDCProviders': plain,
    'Ims ListSAMLProviders': plain,
    'Ims ListApplications': plain,
    'Ims ListAppSecretIds': { '': { AppId: applicationId(0) } },
    'Ims ListApplicationProvisionInfos': plain,
    'Ims ListExternalApplications': plain,
    'Ims ListPredefinedScopes': plain,
    'Ims ListRecentGovernanceMetrics': plain,
    'ResourceManager ListResourceGroups': plain,
    'ResourceManager ListTagResources': plain,
    'ResourceManager ListPolicyAttachments': { ...plain, 'of a policy': heldPolicy },
    'Wardenry ListGatewayTokens': plain,
  };
}

/**
 * Calls of every list that is declared.
 *
 * @throws Error that names the lists without a call
 */
export function listCalls(accountId: string): readonly ListCall[] {
  const known = callsIn(accountId);
  const lists = declaredOperations()
    .map(({ api, name }) => ({ product: api.product, action: name, list: `${api.product} ${name}` }))
    .filter(({ action, list }) => action.startsWith('List') && !notInPages.includes(list));
  const unknown = lists.filter(({ list }) => known[list] === undefined);
  if (unknown.length > 0) {
    throw new Error(
      `bench/growth/list-calls.ts has no call of ${unknown.map(({ list }) => list).join(', ')}`,
    );
  }
  return lists.flatMap(({ product, action, list }) =>
    Object.entries(known[list] ?? {}).map(([particular, parameters]) => ({
      title: particular === '' ? list : `${list}, ${particular}`,
      product,
      action,
      parameters,
    })),
  );
}
