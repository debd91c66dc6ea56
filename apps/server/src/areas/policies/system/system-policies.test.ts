import { type CompiledPolicies, compile, decide, parseDocument } from '@wardenry/policy';
import { describe, expect, it } from 'vitest';
import { systemPolicies, systemPolicy } from './index.ts';

describe('system policies', () => {
  it('are the ones that the product promises, in the order of their names', () => {
    expect(systemPolicies.map(policy => policy.name)).toEqual([
      'AdministratorAccess',
      'AliyunRAMFullAccess',
      'AliyunRAMReadOnlyAccess',
      'AliyunSTSAssumeRoleAccess',
      'ReadOnlyAccess',
    ]);
  });

  it.each(systemPolicies)('$name follows the grammar and says what it is for', policy => {
    expect(parseDocument(policy.document, 'identity')).toMatchObject({ ok: true });
    expect(policy.description).toMatch(/\.$/);
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
  const parsed = parseDocument(systemPolicy(name)?.document ?? '', 'identity');
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

function effectOf(name: string, actions: readonly string[]): string {
  const principal = { kind: 'user', account, name: 'alice', identity: rightsOf(name) } as const;
  const resources = [[`acs:ram:*:${account}:user/bob`]];
  return decide(principal, { actions, resources, context: new Map() }).effect;
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
  ])('%s does not allow %j', (name, actions) => {
    expect(effectOf(name, actions)).toBe('ImplicitDeny');
  });
});
