import type { DocumentKind } from '../src/index.ts';

/** Statements that a rule finds something in, and how they are written instead. */
export interface LintExample {
  /** The kind of document that they stand in; identity when absent. */
  readonly kind?: DocumentKind;
  readonly wrong: readonly object[];
  readonly right: readonly object[];
}

const USERS = 'acs:ram:*:*:user/*';
const trusting = (principal: object, more: object = {}) => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: principal,
  ...more,
});
const allowing = (action: unknown, resource: unknown = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const denying = (action: unknown, resource: unknown = '*', more: object = {}) => ({
  ...allowing(action, resource, more),
  Effect: 'Deny',
});
const when = (operator: string, key: string, value: unknown) => ({
  Condition: { [operator]: { [key]: value } },
});
const OIDC = { Federated: 'acs:ram::1000000000000001:oidc-provider/ci' };

/** One for each rule, by its code. They are tested, and shown on the reference page. */
export const lintExamples: Readonly<Record<string, LintExample>> = {
  'allow-everything': { wrong: [allowing('*')], right: [allowing('ecs:*')] },
  'allow-not-action': {
    wrong: [{ Effect: 'Allow', NotAction: 'ram:*', Resource: '*' }],
    right: [allowing(['ecs:*', 'oss:*'])],
  },
  'allow-not-resource': {
    wrong: [{ Effect: 'Allow', Action: 'ecs:*', NotResource: 'acs:ecs:*:*:instance/i-1' }],
    right: [allowing('ecs:*'), denying('ecs:*', 'acs:ecs:*:*:instance/i-1')],
  },
  'allow-without-key': {
    wrong: [allowing('ecs:*', '*', when('StringNotEquals', 'acs:ResourceTag/env', 'prod'))],
    right: [allowing('ecs:*', '*', when('StringEquals', 'acs:ResourceTag/env', ['dev', 'test']))],
  },
  'deny-bucket-without-objects': {
    wrong: [denying('oss:*', 'acs:oss:*:*:reports')],
    right: [denying('oss:*', ['acs:oss:*:*:reports', 'acs:oss:*:*:reports/*'])],
  },
  'every-address': {
    wrong: [allowing('ecs:*', '*', when('IpAddress', 'acs:SourceIp', '0.0.0.0/0'))],
    right: [allowing('ecs:*', '*', when('IpAddress', 'acs:SourceIp', '192.0.2.0/24'))],
  },
  'federated-without-condition': {
    kind: 'trust',
    wrong: [trusting(OIDC)],
    right: [
      trusting(OIDC, {
        Condition: { StringEquals: { 'oidc:aud': 'deploy', 'oidc:sub': 'project/main' } },
      }),
    ],
  },
  'for-all-values-on-allow': {
    wrong: [
      allowing('ram:CreateRole', '*', when('ForAllValues:StringEquals', 'acs:TagKeys', ['team', 'env'])),
    ],
    right: [
      allowing('ram:CreateRole', '*', when('ForAnyValue:StringEquals', 'acs:TagKeys', ['team', 'env'])),
    ],
  },
  'grants-more-rights': {
    wrong: [allowing('ram:AddUserToGroup', [USERS, 'acs:ram:*:*:group/*'])],
    right: [allowing('ram:AddUserToGroup', [USERS, 'acs:ram:*:*:group/readers'])],
  },
  'mfa-gap': {
    wrong: [allowing('ecs:*'), denying('ecs:Delete*', '*', when('Bool', 'acs:MFAPresent', 'false'))],
    right: [
      allowing('ecs:*'),
      denying('ecs:Delete*', '*', when('StringNotEqualsIgnoreCase', 'acs:MFAPresent', 'true')),
    ],
  },
  'pass-any-role': {
    wrong: [allowing('ram:PassRole')],
    right: [allowing('ram:PassRole', '*', when('StringEquals', 'acs:Service', 'ecs.aliyuncs.com'))],
  },
  'principal-arn-case': {
    wrong: [
      denying(
        'ecs:*',
        '*',
        when('StringNotEquals', 'acs:PrincipalARN', 'acs:ram:*:1000000000000001:role/Admin'),
      ),
    ],
    right: [
      denying(
        'ecs:*',
        '*',
        when('StringNotEqualsIgnoreCase', 'acs:PrincipalARN', 'acs:ram:*:1000000000000001:role/Admin'),
      ),
    ],
  },
  'bucket-without-objects': {
    wrong: [allowing('oss:GetObject', 'acs:oss:*:*:reports')],
    right: [allowing('oss:GetObject', 'acs:oss:*:*:reports/*')],
  },
  'dead-statement': {
    wrong: [
      allowing('ecs:*', '*', {
        Condition: {
          StringEquals: { 'acs:SourceVpc': 'vpc-1' },
          StringNotEquals: { 'acs:SourceVpc': ['vpc-1', 'vpc-2'] },
        },
      }),
    ],
    right: [allowing('ecs:*', '*', when('StringEquals', 'acs:SourceVpc', 'vpc-1'))],
  },
  'deny-everything': {
    wrong: [denying('*')],
    right: [denying('*', '*', when('NotIpAddress', 'acs:SourceIp', '192.0.2.0/24'))],
  },
  'host-bits': {
    wrong: [allowing('ecs:*', '*', when('IpAddress', 'acs:SourceIp', '192.0.2.17/24'))],
    right: [allowing('ecs:*', '*', when('IpAddress', 'acs:SourceIp', '192.0.2.0/24'))],
  },
  'list-on-named-resource': {
    wrong: [allowing(['ram:ListUsers', 'ram:GetUser'], 'acs:ram:*:*:user/alice')],
    right: [allowing('ram:ListUsers', USERS), allowing('ram:GetUser', 'acs:ram:*:*:user/alice')],
  },
  'literal-variable': {
    wrong: [allowing('oss:GetObject', `acs:oss:*:*:home/\${acs:UserName}/*`)],
    right: [allowing('oss:GetObject', 'acs:oss:*:*:home/alice/*')],
  },
  'obsolete-not-resource': {
    wrong: [{ Effect: 'Deny', Action: 'ecs:*', NotResource: 'acs:ecs:*:*:instance/*' }],
    right: [denying('ecs:*', 'acs:ecs:*:*:disk/*')],
  },
  'operator-of-key': {
    wrong: [allowing('ecs:*', '*', when('StringEquals', 'acs:SourceIp', '192.0.2.0/24'))],
    right: [allowing('ecs:*', '*', when('IpAddress', 'acs:SourceIp', '192.0.2.0/24'))],
  },
  'overruled-statement': {
    wrong: [allowing('ecs:StopInstance'), denying('ecs:Stop*')],
    right: [denying('ecs:Stop*')],
  },
  'redundant-pattern': {
    wrong: [allowing(['ecs:*', 'ecs:StopInstance'])],
    right: [allowing('ecs:*')],
  },
  'redundant-principal': {
    kind: 'trust',
    wrong: [trusting({ RAM: ['acs:ram::1000000000000001:root', 'acs:ram::1000000000000001:user/alice'] })],
    right: [trusting({ RAM: 'acs:ram::1000000000000001:user/alice' })],
  },
  'region-of-global-service': {
    wrong: [allowing('ram:GetUser', 'acs:ram:cn-hangzhou:*:user/alice')],
    right: [allowing('ram:GetUser', 'acs:ram:*:*:user/alice')],
  },
  'repeated-key': {
    wrong: [
      allowing('ecs:*', '*', {
        Condition: { StringEquals: { 'acs:SourceVpc': 'vpc-1', 'acs:sourcevpc': 'vpc-2' } },
      }),
    ],
    right: [allowing('ecs:*', '*', when('StringEquals', 'acs:SourceVpc', ['vpc-1', 'vpc-2']))],
  },
  'repeated-value': {
    wrong: [allowing('ecs:*', '*', when('StringEquals', 'acs:SourceVpc', ['vpc-1', 'vpc-1']))],
    right: [allowing('ecs:*', '*', when('StringEquals', 'acs:SourceVpc', 'vpc-1'))],
  },
  'resource-of-action': {
    wrong: [allowing('ram:CreateUser', 'acs:ram:*:*:role/*')],
    right: [allowing('ram:CreateUser', USERS)],
  },
  'shadowed-statement': {
    wrong: [allowing('ecs:*'), allowing('ecs:StopInstance', 'acs:ecs:*:*:instance/*')],
    right: [allowing('ecs:*')],
  },
  'time-over': {
    wrong: [allowing('ecs:*', '*', when('DateLessThan', 'acs:CurrentTime', '2020-01-01T00:00:00+08:00'))],
    right: [allowing('ecs:*', '*', when('DateLessThan', 'acs:CurrentTime', '2999-01-01T00:00:00+08:00'))],
  },
  'trust-without-assume-role': {
    kind: 'trust',
    wrong: [trusting({ Service: 'ecs.aliyuncs.com' }, { Action: 'ram:AssumeRole' })],
    right: [trusting({ Service: 'ecs.aliyuncs.com' })],
  },
  'unknown-action': {
    wrong: [allowing('ram:CreateUsr', USERS)],
    right: [allowing('ram:CreateUser', USERS)],
  },
  'unknown-condition-key': {
    wrong: [allowing('ecs:*', '*', when('IpAddress', 'acs:SourceIP4', '192.0.2.0/24'))],
    right: [allowing('ecs:*', '*', when('IpAddress', 'acs:SourceIp', '192.0.2.0/24'))],
  },
  'wildcard-in-exact-value': {
    wrong: [allowing('ecs:*', '*', when('StringEquals', 'acs:SourceVpc', 'vpc-*'))],
    right: [allowing('ecs:*', '*', when('StringLike', 'acs:SourceVpc', 'vpc-*'))],
  },
};
