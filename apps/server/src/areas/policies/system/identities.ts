import { allowing } from './system-policy.ts';

/** Rights over identities and sessions. The documents are our own; the rights are the vendor's (spec: policy 7). */
export const identityPolicies = [
  allowing('AliyunRAMFullAccess', 'Allows to manage users, groups, roles, policies and their settings.', [
    'ram:*',
    'ims:*',
  ]),
  allowing(
    'AliyunRAMReadOnlyAccess',
    'Allows to read users, groups, roles, policies and their settings, and to make the credential report.',
    [
      'ram:Get*',
      'ram:List*',
      'ram:GenerateCredentialReport',
      'ims:Get*',
      'ims:List*',
      'ims:GenerateCredentialReport',
      'accessanalyzer:Get*',
      'accessanalyzer:List*',
    ],
  ),
  allowing('AliyunSTSAssumeRoleAccess', 'Allows to assume roles.', 'sts:AssumeRole'),
];
