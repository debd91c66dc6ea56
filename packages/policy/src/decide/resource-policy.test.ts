import { describe, expect, it } from 'vitest';
import { ACCOUNT, aStoredDocument, attached, aUserWith, policyOf } from '../../test/policies.ts';
import { compileResourcePolicy, compileTrust } from '../policies/trust.ts';
import { requestContext } from '../request.ts';
import type { AccessRequest } from './access-request.ts';
import { decideAssumeRole } from './assume-role.ts';
import { decide } from './decide.ts';

const OWN = `acs:oss:*:${ACCOUNT}:bucket/report`;
const FOREIGN = 'acs:oss:*:2:bucket/report';
const ALLOW = { Effect: 'Allow', Action: 'oss:*', Resource: '*' };
const DENY = { ...ALLOW, Effect: 'Deny' };
const NAMED = { Principal: { RAM: `acs:ram::${ACCOUNT}:user/alice` } };

/** The policy of a resource, from its statements; each is about alice unless it says otherwise. */
function resourcePolicyOf(...statements: object[]) {
  const named = statements.map(statement => ({ ...NAMED, ...statement }));
  return compileResourcePolicy(
    attached(aStoredDocument({ Version: '1', Statement: named }, 'resource'), 'bucket'),
  );
}

function request(resource: string, ...statements: object[]): AccessRequest {
  return {
    actions: ['oss:GetObject'],
    resources: [[resource]],
    context: requestContext({ 'acs:SourceIp': '192.0.2.7' }),
    resourcePolicy: resourcePolicyOf(...statements),
  };
}

/** The answer in short, for alice. */
function outcome(resource: string, own: object[], ofResource: object[]): string {
  const decision = decide(aUserWith(...own), request(resource, ...ofResource));
  return decision.effect === 'Allow' ? 'Allow' : `${decision.effect} by ${decision.policyType}`;
}

const BY_IDENTITY = 'by AccountLevelIdentityBasedPolicy';
const BY_RESOURCE = 'by ResourceBasedPolicy';

describe("the policy of a resource of the caller's own account", () => {
  it.each([
    [[], [], `ImplicitDeny ${BY_IDENTITY}`],
    [[ALLOW], [], 'Allow'],
    [[], [ALLOW], 'Allow'],
    [[ALLOW], [ALLOW], 'Allow'],
    [[DENY], [ALLOW], `ExplicitDeny ${BY_IDENTITY}`],
    [[ALLOW], [DENY], `ExplicitDeny ${BY_RESOURCE}`],
    [[], [ALLOW, DENY], `ExplicitDeny ${BY_RESOURCE}`],
    [[DENY], [DENY], `ExplicitDeny ${BY_IDENTITY}`],
  ])('merges with identity policies: %j and %j are %s', (own, ofResource, expected) => {
    expect(outcome(OWN, own, ofResource)).toBe(expected);
  });

  it('names its denying statements', () => {
    expect(decide(aUserWith(ALLOW), request(OWN, ALLOW, DENY))).toMatchObject({
      resource: OWN,
      matched: [{ policyName: 'bucket', statement: 1 }],
    });
  });

  it('does not lift what a session or a control policy limits', () => {
    const asked = request(OWN, ALLOW);
    const session = { ...aUserWith(ALLOW), kind: 'role', session: policyOf() } as const;
    expect(decide(session, asked)).toMatchObject({ effect: 'ImplicitDeny', policyType: 'SessionPolicy' });
    expect(decide(aUserWith(ALLOW), { ...asked, controlLevels: [policyOf()] })).toMatchObject({
      effect: 'ImplicitDeny',
      policyType: 'ControlPolicy',
    });
  });

  it('does not bind the account itself', () => {
    const root = { kind: 'root', account: ACCOUNT } as const;
    const denying = { ...DENY, Principal: { RAM: `acs:ram::${ACCOUNT}:root` } };
    expect(decide(root, request(OWN, denying)).effect).toBe('Allow');
  });
});

describe('the policy of a resource of another account', () => {
  it.each([
    [[], [], `ImplicitDeny ${BY_IDENTITY}`],
    [[ALLOW], [], `ImplicitDeny ${BY_RESOURCE}`],
    [[], [ALLOW], `ImplicitDeny ${BY_IDENTITY}`],
    [[ALLOW], [ALLOW], 'Allow'],
    [[DENY], [ALLOW], `ExplicitDeny ${BY_IDENTITY}`],
    [[ALLOW], [DENY], `ExplicitDeny ${BY_RESOURCE}`],
    [[], [DENY], `ExplicitDeny ${BY_RESOURCE}`],
  ])('has to allow beside identity policies: %j and %j are %s', (own, ofResource, expected) => {
    expect(outcome(FOREIGN, own, ofResource)).toBe(expected);
  });

  it('counts as foreign when one of the names is', () => {
    const asked = { ...request(OWN, ALLOW), resources: [[OWN, FOREIGN]] };
    expect(decide(aUserWith(), asked).effect).toBe('ImplicitDeny');
    expect(decide(aUserWith(ALLOW), asked).effect).toBe('Allow');
  });

  it('does not let in another account itself', () => {
    const asked = request(FOREIGN, { ...ALLOW, Principal: { RAM: `acs:ram::${ACCOUNT}:root` } });
    expect(decide({ kind: 'root', account: ACCOUNT }, asked).effect).toBe('ImplicitDeny');
  });
});

describe('a statement of the policy of a resource', () => {
  it.each([
    [{ Principal: { RAM: `acs:ram::${ACCOUNT}:root` } }, 'Allow'],
    [{ Principal: { RAM: `acs:ram::${ACCOUNT}:user/bob` } }, 'ImplicitDeny'],
    [{ Principal: { RAM: `acs:ram::${ACCOUNT}:role/alice` } }, 'ImplicitDeny'],
    [{ Principal: { RAM: 'acs:ram::2:root' } }, 'ImplicitDeny'],
    [{ Principal: { Service: 'ecs.aliyuncs.com' } }, 'ImplicitDeny'],
    [{ Action: 'oss:Put*' }, 'ImplicitDeny'],
    [{ Resource: `acs:oss:*:${ACCOUNT}:bucket/*` }, 'Allow'],
    [{ Resource: 'acs:oss:*:*:other/*' }, 'ImplicitDeny'],
    [{ Resource: undefined, NotResource: 'acs:oss:*:*:bucket/*' }, 'ImplicitDeny'],
    [{ Condition: { IpAddress: { 'acs:SourceIp': '192.0.2.0/24' } } }, 'Allow'],
    [{ Condition: { IpAddress: { 'acs:SourceIp': '10.0.0.0/8' } } }, 'ImplicitDeny'],
  ])('with %j makes it %s', (parts, expected) => {
    expect(decide(aUserWith(), request(OWN, { ...ALLOW, ...parts })).effect).toBe(expected);
  });

  it.each([
    { Principal: '*' },
    { Principal: { RAM: '*' } },
    { Principal: undefined },
    { Resource: undefined },
    { Resource: 'acs:oss:bucket' },
    { Action: 'GetObject' },
    { Condition: { Null: { 'acs:A': 'true' } } },
    { Sid: 'x' },
  ])('with %j, which cannot be read, denies but does not allow', broken => {
    expect(decide(aUserWith(), request(OWN, { ...ALLOW, ...broken })).effect).toBe('ImplicitDeny');
    expect(decide(aUserWith(ALLOW), request(OWN, ALLOW, { ...DENY, ...broken })).effect).toBe('ExplicitDeny');
  });
});

describe('assuming a role', () => {
  it('looks at the trust policy and at no other policy of the role', () => {
    const trusted = { Effect: 'Allow', Action: 'sts:AssumeRole', ...NAMED };
    const trust = compileTrust(attached(aStoredDocument({ Version: '1', Statement: [trusted] }, 'trust')));
    const asked = { ...request('acs:ram::2:role/r', { ...DENY, Action: '*' }), actions: ['sts:AssumeRole'] };
    expect(decideAssumeRole(aUserWith({ ...ALLOW, Action: '*' }), trust, asked).effect).toBe('Allow');
  });
});
