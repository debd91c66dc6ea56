/**
 * The resources that an operation is authorized on, as relative ids of ARNs: `user/*` is the collection of all users,
 * `user/{}` one user. Every one of them is decided. Empty where no source tells, and then nothing is claimed.
 */
type Row = readonly [relativeIds: string, operations: string];

/** What one service names its actions with. */
export interface Service {
  /** The RAM code that its actions begin with. */
  readonly code: string;
  /** The RAM codes that ARNs of its resources begin with. */
  readonly arnCodes: readonly string[];
  readonly rows: readonly Row[];
}

const ofUsers: readonly Row[] = [
  ['user/*', 'CreateUser ListUsers'],
  [
    'user/{}',
    'GetUser UpdateUser DeleteUser CreateLoginProfile GetLoginProfile UpdateLoginProfile DeleteLoginProfile CreateAccessKey UpdateAccessKey DeleteAccessKey ListAccessKeys GetAccessKeyLastUsed BindMFADevice UnbindMFADevice GetUserMFAInfo ChangePassword ListGroupsForUser',
  ],
  ['mfa/*', 'CreateVirtualMFADevice ListVirtualMFADevices'],
  ['mfa/{}', 'DeleteVirtualMFADevice'],
  ['group/*', 'CreateGroup ListGroups'],
  ['group/{}', 'GetGroup UpdateGroup DeleteGroup ListUsersForGroup'],
  ['user/{} group/{}', 'AddUserToGroup RemoveUserFromGroup'],
  ['*', 'GetPasswordPolicy SetPasswordPolicy GetSecurityPreference SetSecurityPreference'],
  ['', 'TagResources UntagResources ListTagResources'],
];

/** Operations that only RAM has (spec: policy 6.1), and the action without an operation, PassRole. */
const ramOnly: readonly Row[] = [
  ['user/{}', 'ListPoliciesForUser'],
  ['group/{}', 'ListPoliciesForGroup'],
  ['role/*', 'ListRoles GetServiceLinkedRoleDeletionStatus'],
  ['role/* role/{}', 'CreateRole CreateServiceLinkedRole DeleteServiceLinkedRole'],
  ['role/{}', 'GetRole UpdateRole DeleteRole ListPoliciesForRole PassRole'],
  ['policy/*', 'ListPolicies'],
  ['policy/* policy/{}', 'CreatePolicy'],
  [
    'policy/{}',
    'GetPolicy DeletePolicy UpdatePolicyDescription CreatePolicyVersion GetPolicyVersion DeletePolicyVersion ListPolicyVersions SetDefaultPolicyVersion ListEntitiesForPolicy',
  ],
  ['user/{} policy/{}', 'AttachPolicyToUser DetachPolicyFromUser AttachPolicy DetachPolicy'],
  ['group/{} policy/{}', 'AttachPolicyToGroup DetachPolicyFromGroup AttachPolicy DetachPolicy'],
  ['role/{} policy/{}', 'AttachPolicyToRole DetachPolicyFromRole AttachPolicy DetachPolicy'],
  ['*', 'GetAccountAlias SetAccountAlias ClearAccountAlias ListPolicyAttachments DecodeDiagnosticMessage'],
  ['resourcegroup/*', 'CreateResourceGroup ListResourceGroups'],
  ['resourcegroup/{}', 'GetResourceGroup DeleteResourceGroup UpdateResourceGroup'],
];

/** Operations that only IMS has; their actions begin with either code (spec: policy 6.2). */
const imsOnly: readonly Row[] = [
  ['user/*', 'ListUserBasicInfos'],
  ['user/{}', 'DisableVirtualMFA GetAccessKeyPolicy SetAccessKeyPolicy'],
  ['saml-provider/*', 'CreateSAMLProvider ListSAMLProviders'],
  ['saml-provider/{}', 'GetSAMLProvider UpdateSAMLProvider DeleteSAMLProvider'],
  [
    '*',
    'GetAccountSummary GetAccountMFAInfo GetUserSsoSettings SetUserSsoSettings GetDefaultDomain SetDefaultDomain GenerateCredentialReport GetCredentialReport GetAccountSecurityPracticeReport',
  ],
  [
    '',
    'CreateOIDCProvider GetOIDCProvider UpdateOIDCProvider DeleteOIDCProvider ListOIDCProviders AddClientIdToOIDCProvider RemoveClientIdFromOIDCProvider AddFingerprintToOIDCProvider RemoveFingerprintFromOIDCProvider CreateApplication GetApplication UpdateApplication DeleteApplication ListApplications CreateAppSecret GetAppSecret DeleteAppSecret ListAppSecretIds ListPredefinedScopes ProvisionApplication DeprovisionApplication GetApplicationProvisionInfo ListApplicationProvisionInfos ProvisionExternalApplication DeprovisionExternalApplication GetExternalApplication ListExternalApplications CreateServiceCredential GetServiceCredential UpdateServiceCredential DeleteServiceCredential ListServiceCredentials ListPasskeys UpdatePasskey DeletePasskey GetVerificationInfo SetVerificationInfo UnbindVerification GetAccessKeyPolicyForAccount SetAccessKeyPolicyForAccount GetAccessKeyInfoInRecycleBin ListAccessKeysInRecycleBin DeleteAccessKeyInRecycleBin RestoreAccessKeyFromRecycleBin GetUserInRecycleBin ListUsersInRecycleBin DeleteUserInRecycleBin RestoreUserFromRecycleBin GenerateGovernanceReport GetGovernanceReportStatus GetGovernanceItemReport ListRecentGovernanceMetrics',
  ],
];

/** The directory and its resource groups; which of them count under `ram:` too, no source tells (spec: policy 6.4). */
const ofResourceManager: readonly Row[] = [
  [
    '',
    'AcceptHandshake AttachControlPolicy AttachPolicy BindSecureMobilePhone CancelChangeAccountEmail CancelCreateCloudAccount CancelHandshake CancelPromoteResourceAccount ChangeAccountEmail CheckAccountDelete CreateAutoGroupingRule CreateCloudAccount CreateControlPolicy CreateFolder CreatePolicy CreatePolicyVersion CreateResourceAccount CreateResourceGroup CreateRole CreateServiceLinkedRole DeclineHandshake DeleteAccount DeleteAutoGroupingRule DeleteControlPolicy DeleteFolder DeletePolicy DeletePolicyVersion DeleteResourceGroup DeleteRole DeleteServiceLinkedRole DeregisterDelegatedAdministrator DestroyResourceDirectory DetachControlPolicy DetachPolicy DisableAssociatedTransfer DisableAutoGrouping DisableControlPolicy DisableResourceGroupNotification EnableAssociatedTransfer EnableAutoGrouping EnableControlPolicy EnableResourceDirectory EnableResourceGroupNotification GetAccount GetAccountDeletionCheckResult GetAccountDeletionStatus GetAutoGroupingRule GetAutoGroupingStatus GetControlPolicy GetControlPolicyEnablementStatus GetFolder GetHandshake GetPayerForAccount GetPolicy GetPolicyVersion GetResourceDirectory GetResourceGroup GetResourceGroupAdminSetting GetResourceGroupNotificationSetting GetResourceGroupResourceCounts GetRole GetServiceLinkedRoleDeletionStatus InitResourceDirectory InviteAccountToResourceDirectory ListAccounts ListAccountsForParent ListAncestors ListAssociatedTransferSetting ListAutoGroupingRemediations ListAutoGroupingRules ListControlPolicies ListControlPolicyAttachmentsForTarget ListDelegatedAdministrators ListDelegatedServicesForAccount ListFoldersForParent ListHandshakesForAccount ListHandshakesForResourceDirectory ListPolicies ListPolicyAttachments ListPolicyVersions ListResourceGroupCapability ListResourceGroups ListResourceGroupsWithAuthDetails ListResources ListRoles ListTagKeys ListTagResources ListTagValues ListTargetAttachmentsForControlPolicy ListTrustedServiceStatus LookupResourceGroupEvents MoveAccount MoveResources PromoteResourceAccount RegisterDelegatedAdministrator RemoveCloudAccount ResendCreateCloudAccountEmail ResendPromoteResourceAccountEmail RetryChangeAccountEmail SendVerificationCodeForBindSecureMobilePhone SendVerificationCodeForEnableRD SetDefaultPolicyVersion SetMemberDeletionPermission TagResources UntagResources UpdateAccount UpdateAssociatedTransferSetting UpdateAutoGroupingConfig UpdateAutoGroupingRule UpdateControlPolicy UpdateFolder UpdateResourceGroup UpdateResourceGroupAdminSetting UpdateRole',
  ],
];

/**
 * The services whose actions are all known, so that another name is a misspelling. Rows of one service may repeat an
 * operation: it may then be authorized on the resources of any of them.
 */
export const services: readonly Service[] = [
  { code: 'ram', arnCodes: ['ram', 'ims'], rows: [...ofUsers, ...ramOnly, ...imsOnly, ...ofResourceManager] },
  { code: 'ims', arnCodes: ['ram', 'ims'], rows: [...ofUsers, ...imsOnly] },
  {
    code: 'sts',
    arnCodes: ['ram'],
    rows: [
      ['role/{}', 'AssumeRole'],
      [
        '',
        'AssumeRoleWithSAML AssumeRoleWithOIDC GetCallerIdentity SetSourceIdentity GenerateSessionAccessKey',
      ],
    ],
  },
  { code: 'resourcemanager', arnCodes: ['resourcemanager'], rows: ofResourceManager },
  {
    code: 'actiontrail',
    arnCodes: ['actiontrail'],
    rows: [
      [
        '',
        'CreateAdvancedQueryHistory CreateAdvancedQueryTemplate CreateDeliveryHistoryJob CreateTrail DeleteAdvancedQueryHistory DeleteAdvancedQueryTemplate DeleteDataEventSelector DeleteDeliveryHistoryJob DeleteTrail DescribeAdvancedQueryHistory DescribeAdvancedQueryTemplate DescribeRegions DescribeResourceLifeCycleEvents DescribeScenes DescribeSearchTemplates DescribeTrailDeliveryMetricData DescribeTrails DescribeUserAlertCount DescribeUserLogCount DescribeUserTrailCount DisableInsight EnableInsight GetAccessKeyLastUsedEvents GetAccessKeyLastUsedInfo GetAccessKeyLastUsedIps GetAccessKeyLastUsedProducts GetAccessKeyLastUsedResources GetAdvancedQueryTemplate GetDataEventSelector GetDeliveryHistoryJob GetGlobalEventsStorageRegion GetGovernanceMetrics GetInsightSelectors GetInsightTypes GetInsightsEventsCount GetTrailStatus ListDataEventSelectors ListDataEventServices ListDeliveryHistoryJobs LookupEvents LookupInsightEvents PutDataEventSelector PutInsightSelectors StartLogging StopLogging UpdateAdvancedQueryTemplate UpdateGlobalEventsStorageRegion UpdateTrail',
      ],
    ],
  },
  {
    code: 'wardenry',
    arnCodes: ['wardenry'],
    rows: [
      ['', 'Authorize VerifyRequest GetServerInfo CreateGatewayToken DeleteGatewayToken ListGatewayTokens'],
      ['*', 'EndAccountSessions'],
      ['user/{}', 'EndUserSessions'],
      ['role/{}', 'EndRoleSessions'],
      ['saml-provider/{}', 'EndSAMLProviderSessions'],
      ['oidc-provider/{}', 'EndOIDCProviderSessions'],
    ],
  },
];
