import { readingVerbs } from './reading-verbs.ts';
import { allowing, stating } from './system-policy.ts';

/** Rights over everything in an account. The documents are our own; only the names are the vendor's (spec: policy 7). */
export const accountPolicies = [
  allowing('AdministratorAccess', 'Allows every action on every resource of the account.', '*'),
  allowing(
    'ReadOnlyAccess',
    'Allows to read every resource of the account, and to change none.',
    readingVerbs.map(verb => `*:${verb}`),
  ),
  stating(
    'PowerUserAccess',
    'Allows everything but to manage identities, their rights and the directory of accounts.',
    {
      Effect: 'Allow',
      // The vendor's policy leaves out four operations of bss and bssapi on the account besides. Their names are not
      // published, so that ours allows them (spec: policy 7).
      // The last one is this server's own: tokens of proxies, and decisions about others.
      NotAction: ['ram:*', 'ims:*', 'resourcemanager:*', 'resourcesharing:*', 'cloudsso:*', 'wardenry:*'],
    },
    {
      Effect: 'Allow',
      Action: [
        'ram:ListUserBasicInfos',
        'ram:ListRoles',
        'ram:CreateServiceLinkedRole',
        'ram:DeleteServiceLinkedRole',
        'ram:GetServiceLinkedRoleDeletionStatus',
        'ram:CreateResourceGroup',
        'ram:GetResourceGroup',
        'ram:ListResourceGroups',
        'ram:UpdateResourceGroup',
        'ram:DeleteResourceGroup',
        'resourcemanager:Get*',
        'resourcemanager:List*',
        'resourcemanager:CreateResourceGroup',
        'resourcemanager:UpdateResourceGroup',
        'resourcemanager:DeleteResourceGroup',
        'resourcemanager:MoveResources',
      ],
    },
  ),
];
