import { type CompiledPolicies, compile, decide, parseDocument } from '@wardenry/policy';
import { describe, expect, it } from 'vitest';
import { systemPolicies, systemPolicy, versionInForce } from './index.ts';
import { linkedServiceNamed, linkedServiceOfRole, linkedServices } from './linked-services.ts';

describe('system policies', () => {
  const names = systemPolicies.map(policy => policy.name);

  it('are each there once, in the order of their names', () => {
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  it.each([
    'AdministratorAccess',
    'PowerUserAccess',
    'ReadOnlyAccess',
    'AliyunRAMFullAccess',
    'AliyunRAMReadOnlyAccess',
    'AliyunSTSAssumeRoleAccess',
    'AliyunActionTrailFullAccess',
    'AliyunActionTrailReadOnlyAccess',
    'AliyunResourceDirectoryFullAccess',
    'AliyunResourceDirectoryReadOnlyAccess',
    'AliyunECSFullAccess',
    'AliyunOSSReadOnlyAccess',
  ])('have %s among them', name => {
    expect(names).toContain(name);
  });

  it.each(systemPolicies)('$name follows the grammar and says what it is for', policy => {
    for (const { document } of policy.versions) {
      expect(parseDocument(document, 'identity')).toMatchObject({ ok: true });
    }
    expect(policy.description).toMatch(/^Allows .*\.$/);
  });

  it.each(systemPolicies)('$name has a name and versions as those of accounts have', policy => {
    expect(policy.name).toMatch(/^[A-Za-z0-9-]{1,128}$/);
    expect(policy.versions.map(({ number }) => number)).toEqual(policy.versions.map((_, index) => index + 1));
  });

  it('are found without regard to case, and only by their whole name', () => {
    expect(systemPolicy('administratoraccess')?.name).toBe('AdministratorAccess');
    expect(systemPolicy('Administrator')).toBeUndefined();
    expect(systemPolicy('toString')).toBeUndefined();
  });
});

const account = '1234567890123456';

/** The rights of a user who holds nothing but one system policy. */
function rightsOf(name: string): CompiledPolicies {
  const policy = systemPolicy(name);
  const parsed = parseDocument(policy === undefined ? '' : versionInForce(policy).document, 'identity');
  if (!parsed.ok) throw new Error(`${name} does not follow the grammar`);
  const attachedTo = { type: 'RamUser', name: 'alice' } as const;
  return compile([
    {
      policyName: name,
      policyType: 'System',
      attachedTo,
      scope: { type: 'Account' },
      document: parsed.document,
    },
  ]);
}

function effectOf(
  name: string,
  actions: readonly string[],
  context: ReadonlyMap<string, readonly string[]> = new Map(),
): string {
  const principal = { kind: 'user', account, name: 'alice', identity: rightsOf(name) } as const;
  const resources = [[`acs:ram:*:${account}:user/bob`]];
  return decide(principal, { actions, resources, context }).effect;
}

describe('what a system policy allows', () => {
  it.each([
    ['AdministratorAccess', ['ram:DeleteUser', 'ims:DeleteUser']],
    ['AdministratorAccess', ['wardenry:GetServerInfo']],
    ['ReadOnlyAccess', ['ram:GetUser', 'ims:GetUser']],
    ['ReadOnlyAccess', ['actiontrail:LookupEvents']],
    ['AliyunRAMFullAccess', ['ram:CreatePolicy']],
    ['AliyunRAMFullAccess', ['ram:DeleteUser', 'ims:DeleteUser']],
    ['AliyunRAMReadOnlyAccess', ['ram:ListPolicies']],
    ['AliyunRAMReadOnlyAccess', ['ram:GenerateCredentialReport', 'ims:GenerateCredentialReport']],
    ['AliyunSTSAssumeRoleAccess', ['sts:AssumeRole']],
    ['PowerUserAccess', ['ecs:DeleteInstance']],
    ['PowerUserAccess', ['sts:AssumeRole']],
    ['PowerUserAccess', ['ram:ListUserBasicInfos', 'ims:ListUserBasicInfos']],
    ['PowerUserAccess', ['resourcemanager:GetResourceGroup']],
    ['PowerUserAccess', ['ram:GetResourceGroup']],
    ['AliyunActionTrailFullAccess', ['actiontrail:DeleteTrail']],
    ['AliyunActionTrailReadOnlyAccess', ['actiontrail:LookupEvents']],
    ['AliyunResourceDirectoryFullAccess', ['resourcemanager:DeleteFolder']],
    ['AliyunResourceDirectoryReadOnlyAccess', ['resourcemanager:ListAccounts']],
    ['AliyunECSFullAccess', ['ecs:DeleteInstance']],
    ['AliyunOSSReadOnlyAccess', ['oss:GetObject']],
    ['AliyunMongoDBReadOnlyAccess', ['dds:DescribeDBInstances']],
  ])('%s allows %j', (name, actions) => {
    expect(effectOf(name, actions)).toBe('Allow');
  });

  it.each([
    ['ReadOnlyAccess', ['ram:CreateUser', 'ims:CreateUser']],
    ['ReadOnlyAccess', ['ram:ChangePassword']],
    ['ReadOnlyAccess', ['sts:AssumeRole']],
    ['ReadOnlyAccess', ['resourcemanager:CheckAccountDelete']],
    ['AliyunRAMFullAccess', ['sts:AssumeRole']],
    ['AliyunRAMFullAccess', ['ecs:StopInstance']],
    ['AliyunRAMReadOnlyAccess', ['ram:CreateAccessKey', 'ims:CreateAccessKey']],
    ['AliyunRAMReadOnlyAccess', ['ram:AttachPolicyToUser']],
    ['AliyunSTSAssumeRoleAccess', ['ram:ListRoles']],
    ['PowerUserAccess', ['ram:CreateUser', 'ims:CreateUser']],
    ['PowerUserAccess', ['ram:GetUser', 'ims:GetUser']],
    ['PowerUserAccess', ['ims:SetUserSsoSettings']],
    ['PowerUserAccess', ['wardenry:CreateGatewayToken']],
    ['PowerUserAccess', ['resourcemanager:CreateFolder']],
    ['AliyunActionTrailFullAccess', ['ram:PassRole']],
    ['AliyunActionTrailReadOnlyAccess', ['actiontrail:DeleteTrail']],
    ['AliyunResourceDirectoryReadOnlyAccess', ['resourcemanager:CreateFolder']],
    ['AliyunECSFullAccess', ['vpc:DescribeVpcs']],
    ['AliyunOSSReadOnlyAccess', ['oss:PutObject']],
    ['AliyunOSSReadOnlyAccess', ['ots:GetRow']],
  ])('%s does not allow %j', (name, actions) => {
    expect(effectOf(name, actions)).toBe('ImplicitDeny');
  });

  it('AliyunActionTrailFullAccess allows to hand a role to the trail, and to nobody else', () => {
    const to = (service: string) => new Map([['acs:service', [service]]]);
    const handing = ['ram:PassRole'];
    const effects = ['actiontrail.aliyuncs.com', 'ecs.aliyuncs.com'].map(service =>
      effectOf('AliyunActionTrailFullAccess', handing, to(service)),
    );
    expect(effects).toEqual(['Allow', 'ImplicitDeny']);
  });
});

describe('the policies of services', () => {
  it.each(linkedServices)('$name has one that lets it delete its own role and no other', service => {
    const { policy, name } = service;
    const deleting = ['ram:DeleteServiceLinkedRole'];
    const of = (serviceName: string) => new Map([['ram:servicename', [serviceName]]]);
    const effects = [of(name), of('other.aliyuncs.com')].map(context =>
      effectOf(policy.name, deleting, context),
    );
    expect(effects).toEqual(['Allow', 'ImplicitDeny']);
  });

  it.each(linkedServices)('$name goes by names of its own, and its policy stands in no list', service => {
    const { policy, name, roleName } = service;
    expect([linkedServiceNamed(name), linkedServiceOfRole(roleName.toUpperCase())]).toEqual([
      service,
      service,
    ]);
    expect(roleName).toMatch(/^AliyunServiceRoleFor[A-Za-z0-9]{1,44}$/);
    expect(systemPolicies).not.toContain(policy);
    expect(systemPolicy(policy.name.toLowerCase())).toBe(policy);
  });

  it('narrow a right to the resources that it is about', () => {
    const name = 'AliyunServiceRolePolicyForActionTrail';
    const at = (logstore: string) => [[`acs:log:*:${account}:project/p/logstore/${logstore}`]];
    const principal = { kind: 'user', account, name: 'alice', identity: rightsOf(name) } as const;
    const effects = ['actiontrail_a', 'other'].map(
      logstore =>
        decide(principal, {
          actions: ['log:PostLogStoreLogs'],
          resources: at(logstore),
          context: new Map(),
        }).effect,
    );
    expect(effects).toEqual(['Allow', 'ImplicitDeny']);
  });
});
