import { describe, expect, it } from 'vitest';
import { ACCOUNT, aStoredDocument, attached, aUserWith } from '../../test/policies.ts';
import { compileTrust } from '../policies/trust.ts';
import { requestContext } from '../request.ts';
import { decideAssumeRole } from './assume-role.ts';
import { decide } from './decide.ts';

const ROLE = 'acs:ram::2:role/target';
const PERMITTED = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: ROLE };
const FORBIDDEN = { ...PERMITTED, Effect: 'Deny' };
const TRUSTED = {
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { RAM: `acs:ram::${ACCOUNT}:user/alice` },
};
const MISTRUSTED = { ...TRUSTED, Effect: 'Deny' };

const request = {
  actions: ['sts:AssumeRole'],
  resources: [[ROLE]],
  context: requestContext({ 'sts:ExternalId': 'x-1' }),
};

function trust(...statements: object[]) {
  return compileTrust(attached(aStoredDocument({ Version: '1', Statement: statements }, 'trust'), 'target'));
}

/** The outcome for the user alice of another account, in short. */
function outcome(policies: object[], trusts: object[]): string {
  const decision = decideAssumeRole(aUserWith(...policies), trust(...trusts), request);
  return decision.effect === 'Allow' ? 'Allow' : `${decision.effect} by ${decision.policyType}`;
}

describe('decideAssumeRole', () => {
  it('asks both sides, and reports an explicit deny of either before an implicit one', () => {
    expect(outcome([PERMITTED], [TRUSTED])).toBe('Allow');
    expect(outcome([], [TRUSTED])).toBe('ImplicitDeny by AccountLevelIdentityBasedPolicy');
    expect(outcome([PERMITTED], [])).toBe('ImplicitDeny by AssumeRolePolicy');
    expect(outcome([], [])).toBe('ImplicitDeny by AccountLevelIdentityBasedPolicy');
    expect(outcome([PERMITTED, FORBIDDEN], [TRUSTED])).toBe(
      'ExplicitDeny by AccountLevelIdentityBasedPolicy',
    );
    expect(outcome([PERMITTED, FORBIDDEN], [])).toBe('ExplicitDeny by AccountLevelIdentityBasedPolicy');
    expect(outcome([PERMITTED], [TRUSTED, MISTRUSTED])).toBe('ExplicitDeny by AssumeRolePolicy');
    expect(outcome([], [MISTRUSTED])).toBe('ExplicitDeny by AssumeRolePolicy');
    expect(outcome([FORBIDDEN], [MISTRUSTED])).toBe('ExplicitDeny by AccountLevelIdentityBasedPolicy');
  });

  it('is the only way to a role of another account', () => {
    expect(decide(aUserWith(PERMITTED), request).effect).toBe('ImplicitDeny');
  });

  it('names the denying statements of the trust policy', () => {
    expect(decideAssumeRole(aUserWith(PERMITTED), trust(TRUSTED, MISTRUSTED), request)).toMatchObject({
      resource: ROLE,
      matched: [{ policyName: 'target', statement: 1 }],
    });
  });

  it.each([
    [{ RAM: `acs:ram::${ACCOUNT}:root` }, true],
    [{ RAM: `acs:ram:*:${ACCOUNT}:user/ALICE` }, true],
    [{ RAM: ['acs:ram::3:root', `acs:ram::${ACCOUNT}:user/alice`] }, true],
    [{ RAM: `acs:ram::${ACCOUNT}:role/alice` }, false],
    [{ RAM: `acs:ram::${ACCOUNT}:user/alic` }, false],
    [{ RAM: 'acs:ram::2:root' }, false],
    [{ RAM: 'acs:ram::2:user/alice' }, false],
    [{ Service: 'ecs.aliyuncs.com' }, false],
    [{ Federated: `acs:ram::${ACCOUNT}:saml-provider/alice` }, false],
    [{ RAM: '*' }, false],
    [{ RAM: `acs:ram::${ACCOUNT}:user/*` }, false],
    [{ RAM: [] }, false],
  ])('by %j trusts the user: %s', (principal, expected) => {
    const allowed = outcome([PERMITTED], [{ ...TRUSTED, Principal: principal }]) === 'Allow';
    expect(allowed).toBe(expected);
  });

  it('trusts services and identity providers without any policies of their own', () => {
    const open = trust(
      { ...TRUSTED, Principal: { Service: 'ecs.aliyuncs.com' } },
      { ...TRUSTED, Principal: { Federated: 'acs:ram::2:saml-provider/Corp' } },
    );
    const effect = (caller: Parameters<typeof decideAssumeRole>[0]) =>
      decideAssumeRole(caller, open, request).effect;
    expect(effect({ kind: 'service', name: 'ECS.aliyuncs.com' })).toBe('Allow');
    expect(effect({ kind: 'service', name: 'fc.aliyuncs.com' })).toBe('ImplicitDeny');
    expect(effect({ kind: 'federated', provider: 'acs:ram::2:saml-provider/corp' })).toBe('Allow');
    expect(effect({ kind: 'federated', provider: 'acs:ram::3:saml-provider/Corp' })).toBe('ImplicitDeny');
    expect(effect({ kind: 'federated', provider: 'acs:ram::2:oidc-provider/Corp' })).toBe('ImplicitDeny');
    expect(effect({ kind: 'federated', provider: 'Corp' })).toBe('ImplicitDeny');
  });

  it('applies the conditions of the trust policy', () => {
    const withId = (id: string) => ({ ...TRUSTED, Condition: { StringEquals: { 'sts:ExternalId': id } } });
    expect(outcome([PERMITTED], [withId('x-1')])).toBe('Allow');
    expect(outcome([PERMITTED], [withId('x-2')])).toBe('ImplicitDeny by AssumeRolePolicy');
  });

  it('refuses a request without actions, and one without resources', () => {
    const open = trust({ Effect: 'Allow', NotAction: 'x:*', Principal: { Service: 'ecs.aliyuncs.com' } });
    const service = { kind: 'service', name: 'ecs.aliyuncs.com' } as const;
    expect(decideAssumeRole(service, open, request).effect).toBe('Allow');
    expect(decideAssumeRole(service, open, { ...request, actions: [] }).effect).toBe('ImplicitDeny');
    expect(decideAssumeRole(service, open, { ...request, resources: [] }).effect).toBe('ImplicitDeny');
  });

  it('does not let the account itself assume a role', () => {
    const open = trust({ ...TRUSTED, Principal: { RAM: 'acs:ram::2:root' } });
    expect(decideAssumeRole({ kind: 'root', account: '2' }, open, request).effect).toBe('ImplicitDeny');
  });

  it.each([
    { Principal: '*' },
    { Principal: { RAM: '*' } },
    { Principal: { RAM: ['acs:ram::3:root', 5] } },
    { Principal: { Federated: `acs:ram::${ACCOUNT}:root`, RAM: `acs:ram::${ACCOUNT}:root` } },
    { Principal: undefined },
    { Sid: 'x' },
    { Resource: '*' },
    { Principal: { RAM: 'acs:ram::3:root', ram: `acs:ram::${ACCOUNT}:root` } },
    { Action: 'AssumeRole' },
    { Condition: { Null: { 'acs:A': 'true' } } },
  ])('lets a stored statement with %j, which cannot be read, deny but not allow', broken => {
    expect(outcome([PERMITTED], [{ ...TRUSTED, ...broken }])).toBe('ImplicitDeny by AssumeRolePolicy');
    expect(outcome([PERMITTED], [TRUSTED, { ...MISTRUSTED, ...broken }])).toBe(
      'ExplicitDeny by AssumeRolePolicy',
    );
  });
});
