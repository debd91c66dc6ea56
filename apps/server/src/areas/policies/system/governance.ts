import { allowing, type Statement, stating } from './system-policy.ts';

const trail = 'actiontrail.aliyuncs.com';

/** Lets whoever may set a trail up hand the trail the role that it delivers with. */
const trailRoles: readonly Statement[] = [
  { Effect: 'Allow', Action: 'ram:PassRole', Condition: { StringEquals: { 'acs:Service': trail } } },
  {
    Effect: 'Allow',
    Action: 'ram:CreateServiceLinkedRole',
    Condition: { StringEquals: { 'ram:ServiceName': trail } },
  },
];

/**
 * Rights over what watches and orders accounts. The documents are our own; the rights are the vendor's where it publishes
 * them (spec: policy 7), and everything of the service where it publishes the name alone.
 */
export const governancePolicies = [
  stating(
    'AliyunActionTrailFullAccess',
    'Allows to manage trails and to look events up.',
    { Effect: 'Allow', Action: 'actiontrail:*' },
    ...trailRoles,
  ),
  allowing('AliyunActionTrailReadOnlyAccess', 'Allows to read trails and to look events up.', [
    'actiontrail:Lookup*',
    'actiontrail:Describe*',
    'actiontrail:Get*',
    'actiontrail:Check*',
    'actiontrail:List*',
  ]),
  allowing(
    'AliyunResourceDirectoryFullAccess',
    'Allows to manage the directory of accounts and its resource groups.',
    'resourcemanager:*',
  ),
  allowing(
    'AliyunResourceDirectoryReadOnlyAccess',
    'Allows to read the directory of accounts and its resource groups.',
    ['resourcemanager:Get*', 'resourcemanager:List*'],
  ),
  allowing(
    'AliyunResourceSharingFullAccess',
    'Allows to share resources between accounts.',
    'resourcesharing:*',
  ),
  allowing('AliyunResourceSharingReadOnlyAccess', 'Allows to read what accounts share.', [
    'resourcesharing:Get*',
    'resourcesharing:List*',
  ]),
  allowing(
    'AliyunCloudSSOFullAccess',
    'Allows to manage single sign-on over several accounts.',
    'cloudsso:*',
  ),
  allowing('AliyunRAMAccessAnalyzerFullAccess', 'Allows to analyze who has access.', 'accessanalyzer:*'),
];
