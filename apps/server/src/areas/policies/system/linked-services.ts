import { nameKey } from '../../../kernel/callers/identity.ts';
import type { Localized } from '../../../kernel/parameters.ts';
import { type Statement, type SystemPolicy, stating } from './system-policy.ts';

/** A service that may have a role of its own in an account: only the service takes the role on, and nobody edits it. */
export interface LinkedService {
  /** As trust policies and the condition key `ram:ServiceName` have it: `nat.aliyuncs.com`. */
  readonly name: string;
  readonly title: Localized;
  readonly roleName: string;
  /** What the role is described with. */
  readonly description: Localized;
  /** The one policy that the role has; it is found by its name, and in no list (spec: domain 2.7). */
  readonly policy: SystemPolicy;
}

/** What the name of every service-linked role begins with; no other role may have such a name. */
export const LINKED_ROLE_PREFIX = 'AliyunServiceRoleFor';

/** @param noun what the names of role and policy call the service */
function linkedService(
  name: string,
  noun: string,
  title: Localized,
  ...statements: readonly Statement[]
): LinkedService {
  const policy = stating(
    `AliyunServiceRolePolicyFor${noun}`,
    `Allows ${title[0]} what its service-linked role is for.`,
    ...statements,
    {
      Effect: 'Allow',
      Action: 'ram:DeleteServiceLinkedRole',
      Condition: { StringEquals: { 'ram:ServiceName': name } },
    },
  );
  return {
    name,
    title,
    roleName: `${LINKED_ROLE_PREFIX}${noun}`,
    description: [
      `Lets ${title[0]} use resources of other services for this account.`,
      `供“${title[1]}”代本账号使用其他服务的资源。`,
    ],
    policy,
  };
}

/**
 * Every service that may have a role of its own here: those whose names, role and rights the vendor has published (RAM
 * policy references, "Services that work with service-linked roles"); the rights of ActionTrail are those of an earlier
 * version. A service is added in this list alone.
 */
export const linkedServices: readonly LinkedService[] = [
  linkedService(
    'accessanalyzer.aliyuncs.com',
    'AccessAnalyzer',
    ['Access Analyzer', '访问分析'],
    {
      Effect: 'Allow',
      Action: [
        'oss:GetBucketPolicy',
        'oss:GetBucketAcl',
        'oss:ListBuckets',
        'oss:GetPublicAccessBlock',
        'oss:GetBucketPublicAccessBlock',
        'oss:GetBucketPolicyStatus',
        'ram:GetRole',
        'ram:GetPolicy',
        'ram:GetUser',
        'ram:ListUsers',
        'ram:ListRoles',
        'ram:GetLoginProfile',
        'ram:ListAccessKeys',
        'ram:ListEntitiesForPolicy',
        'ram:ListUsersForGroup',
        'ram:GenerateServiceLastAccessedDetails',
        'ram:GetServiceLastAccessedDetails',
      ],
    },
    {
      Effect: 'Allow',
      Action: [
        'actiontrail:CreateServiceTrail',
        'actiontrail:DeleteServiceTrail',
        'actiontrail:GetServiceTrail',
        'actiontrail:GetServiceTrailDeliveryStatus',
      ],
    },
  ),
  linkedService(
    'actiontrail.aliyuncs.com',
    'ActionTrail',
    ['ActionTrail', '操作审计'],
    {
      Effect: 'Allow',
      Action: [
        'oss:ListObjects',
        'oss:PutObject',
        'oss:GetBucketLocation',
        'kms:ListKeys',
        'kms:Listalias',
        'kms:ListAliasesByKeyId',
        'kms:DescribeKey',
        'kms:GenerateDataKey',
        'kms:Decrypt',
        'log:GetProject',
        'mns:PublishMessage',
      ],
    },
    {
      Effect: 'Allow',
      Action: [
        'log:PostLogStoreLogs',
        'log:CreateLogstore',
        'log:GetLogstore',
        'log:CreateIndex',
        'log:UpdateIndex',
        'log:GetIndex',
        'log:GetLogStoreLogs',
      ],
      Resource: [
        'acs:log:*:*:project/*/logstore/actiontrail_*',
        'acs:log:*:*:project/*/logstore/innertrail_*',
      ],
    },
    {
      Effect: 'Allow',
      Action: ['log:CreateDashboard', 'log:UpdateDashboard'],
      Resource: 'acs:log:*:*:project/*/dashboard/*',
    },
    {
      Effect: 'Allow',
      Action: ['log:CreateSavedSearch', 'log:UpdateSavedSearch'],
      Resource: [
        'acs:log:*:*:project/*/savedsearch/actiontrail_*',
        'acs:log:*:*:project/*/savedsearch/innertrail_*',
      ],
    },
    {
      Effect: 'Allow',
      Action: [
        'resourcemanager:GetResourceDirectory',
        'resourcemanager:ListAccounts',
        'resourcemanager:GetResourceDirectoryAccount',
      ],
    },
  ),
  linkedService(
    'collector.elasticsearch.aliyuncs.com',
    'ElasticsearchCollector',
    ['Elasticsearch (collectors)', 'Elasticsearch 采集器'],
    {
      Effect: 'Allow',
      Action: [
        'oos:CancelExecution',
        'oos:DeleteExecutions',
        'oos:GenerateExecutionPolicy',
        'oos:GetExecutionTemplate',
        'oos:ListExecutionLogs',
        'oos:ListExecutions',
        'oos:ListTaskExecutions',
        'oos:NotifyExecution',
        'oos:StartExecution',
        'oos:ListTagResources',
        'oos:TagResources',
        'oos:UntagResources',
        'oos:CreateTemplate',
        'oos:DeleteTemplate',
        'oos:GetTemplate',
        'oos:ListExecutionRiskyTasks',
        'oos:ListTemplates',
        'oos:UpdateTemplate',
      ],
    },
    { Effect: 'Allow', Action: ['ecs:DescribeInstances', 'ecs:DescribeCloudAssistantStatus'] },
    {
      Effect: 'Allow',
      Action: [
        'cs:GetUserConfig',
        'cs:GetClusters',
        'cs:GetClusterById',
        'cs:DescribeClusterInnerServiceKubeconfig',
        'cs:RevokeClusterInnerServiceKubeconfig',
      ],
    },
    {
      Effect: 'Allow',
      Action: 'ram:PassRole',
      Resource: 'acs:ram:*:*:role/aliyunoosaccessingecs4esrole',
      Condition: { StringEquals: { 'acs:Service': 'oos.aliyuncs.com' } },
    },
  ),
  linkedService(
    'nat.aliyuncs.com',
    'Natgw',
    ['NAT Gateway', 'NAT 网关'],
    { Effect: 'Allow', Action: ['vpc:DescribeVSwitchAttributes', 'quotas:GetProductQuota'] },
    {
      Effect: 'Allow',
      Action: [
        'ecs:CreateNetworkInterface',
        'ecs:AttachNetworkInterface',
        'ecs:DetachNetworkInterface',
        'ecs:DeleteNetworkInterface',
        'ecs:DescribeNetworkInterfaces',
        'ecs:DescribeNetworkInterfaceAttribute',
        'ecs:CreateNetworkInterfacePermission',
        'ecs:DescribeNetworkInterfacePermissions',
        'ecs:DeleteNetworkInterfacePermission',
        'ecs:AttachNetworkInterfacePermissions',
        'ecs:DetachNetworkInterfacePermissions',
        'ecs:AssignPrivateIpAddresses',
        'ecs:UnassignPrivateIpAddresses',
        'ecs:CreateSecurityGroup',
        'ecs:AuthorizeSecurityGroup',
        'ecs:RevokeSecurityGroup',
        'ecs:DeleteSecurityGroup',
        'ecs:JoinSecurityGroup',
        'ecs:LeaveSecurityGroup',
        'ecs:DescribeSecurityGroups',
        'ecs:CreateSecurityGroupPermission',
        'ecs:AuthorizeSecurityGroupPermission',
        'ecs:RevokeSecurityGroupPermission',
        'ecs:DeleteSecurityGroupPermission',
        'ecs:JoinSecurityGroupPermission',
        'ecs:LeaveSecurityGroupPermission',
        'ecs:DescribeSecurityGroupPermissions',
      ],
    },
  ),
  linkedService('ons.aliyuncs.com', 'Ons', ['Message Queue for Apache RocketMQ', '消息队列 RocketMQ 版'], {
    Effect: 'Allow',
    Action: [
      'cms:DescribeMetricRuleList',
      'cms:DescribeMetricList',
      'cms:DescribeMetricData',
      'cms:GetCmsService',
      'cms:CreatePrometheusVirtualInstance',
      'cms:ListPrometheusVirtualInstances',
      'cms:ListPrometheusDashboards',
      'arms:OpenVCluster',
      'arms:ListDashboards',
      'arms:CheckServiceStatus',
    ],
  }),
  linkedService('resourcemanager.aliyuncs.com', 'ResourceDirectory', ['Resource Directory', '资源目录'], {
    Effect: 'Allow',
    Action: 'ram:CreateServiceLinkedRole',
  }),
];

const byName = new Map(linkedServices.map(service => [service.name, service]));
const byRoleName = new Map(linkedServices.map(service => [nameKey(service.roleName), service]));

/** Finds a service by its exact name. */
export function linkedServiceNamed(name: string): LinkedService | undefined {
  return byName.get(name);
}

/** Finds the service that a role would belong to by the role's name, whatever its case. */
export function linkedServiceOfRole(roleName: string): LinkedService | undefined {
  return byRoleName.get(nameKey(roleName));
}
