/** What the flows showed of every action, beside what the provider is known to do with it. */
import type { ActionRow } from './actions.ts';
import type { Usage } from './provider.ts';

// The rows were cut from the provider function by function.
const NEIGHBOUR = 'It belongs to another call of the same function.';
const THROTTLED = 'A test of its own shows it, on a server that throttles.';
const NEVER = 'The server has no case in which it would answer so; the provider goes on without.';
const NOT_PAGED =
  'The list comes in one piece, or under a Marker; the provider takes the absence for the end.';

const FIXED = 'No service here takes a suffix, and without one the description is fixed.';

/** What no flow shows of an action, and why. A line that is shown after all fails the suite. */
export const exemptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ResourceManager CreateServiceLinkedRole': { 'sends CustomSuffix': FIXED, 'sends Description': FIXED },
  'ResourceManager CreateResourceGroup': {
    'sends Tag': 'It leaves the provider as Tag.N.Key and Tag.N.Value.',
  },
  'ResourceManager ListTagResources': { 'sends NextToken': NOT_PAGED },
  'Ims GetAccessKeyPolicy': { 'matches EntityNotExist.AccessKeyPolicy': NEVER },
  'Ims SetAccessKeyPolicy': { 'matches EntityNotExist.AccessKeyPolicy': NEVER },
  'Ims GetSAMLProvider': {
    'reads $.RequestId': NEIGHBOUR,
    'matches EntityNotExist.SAMLProviderError': NEVER,
  },
  'Ims ListOIDCProviders': { 'sends NextToken': NOT_PAGED, 'reads $.NextToken': NOT_PAGED },
  'Ram DeletePolicy': {
    'sends VersionId': NEIGHBOUR,
    'matches EntityNotExist.Policy.Version': NEIGHBOUR,
    'matches DeleteConflict.Role.Policy':
      'The server says DeleteConflict.Policy.Role, as of users and groups.',
  },
  'Ram DeletePolicyVersion': {
    'matches DeleteConflict.Policy.User': NEIGHBOUR,
    'matches DeleteConflict.Policy.Group': NEIGHBOUR,
    'matches DeleteConflict.Role.Policy': NEIGHBOUR,
  },
  'Ram DeleteRole': {
    'sends PolicyName': NEIGHBOUR,
    'sends PolicyType': NEIGHBOUR,
    'matches EntityNotExist.Policy': NEIGHBOUR,
    'matches EntityNotExist.Role.Policy': NEIGHBOUR,
  },
  'Ram DetachPolicyFromGroup': { 'reads $.Roles.Role': NEIGHBOUR },
  'Ram DetachPolicyFromRole': { 'matches DeleteConflict.Role.Policy': NEIGHBOUR },
  'Ram DetachPolicyFromUser': { 'reads $.Groups.Group': NEIGHBOUR },
  'Ram GetAccountAlias': { 'matches EntityNotExist': NEVER },
  'Ram GetRole': { 'matches Throttling.User': THROTTLED },
  'Ram ListEntitiesForPolicy': { 'sends CascadingDelete': NEIGHBOUR },
  'Ram ListPolicies': { 'sends RoleName': NEIGHBOUR },
  'Ram ListPoliciesForRole': {
    'sends Marker': NOT_PAGED,
    'reads $.IsTruncated': NOT_PAGED,
    'reads $.Marker': NOT_PAGED,
    'matches Throttling.User': THROTTLED,
  },
  'Ram ListPoliciesForUser': {
    'sends MaxItems': NEIGHBOUR,
    'sends PolicyType': NEIGHBOUR,
    'sends Tag': NEIGHBOUR,
    'matches Throttling.User': THROTTLED,
  },
};

/** What a row has and no flow showed, e.g. `sends Marker`. */
export function unshown(row: ActionRow, usage: Usage): string[] {
  return [
    ...row.request.filter(key => !usage.sent.has(key)).map(key => `sends ${key}`),
    ...row.reads.filter(path => !usage.read.has(path)).map(path => `reads ${path}`),
    ...row.matches.filter(code => !usage.matched.has(code)).map(code => `matches ${code}`),
  ];
}
