import { describe, expect, it } from 'vitest';
import { ACCOUNT, aStoredDocument, attached, aUserWith, policyOf } from '../../test/policies.ts';
import { compile } from '../policies/compile.ts';
import type { IdentityPrincipal } from '../principal.ts';
import { requestContext } from '../request.ts';
import type { AccessRequest } from './access-request.ts';
import { decide } from './decide.ts';

const ALLOW_ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const DENY_ALL = { Effect: 'Deny', Action: '*', Resource: '*' };
const BOB = `acs:ram:*:${ACCOUNT}:user/bob`;
const DEV = `acs:ram:*:${ACCOUNT}:group/dev`;

function request(parts: Partial<AccessRequest> = {}): AccessRequest {
  return { actions: ['ram:GetUser'], resources: [[BOB]], context: requestContext({}), ...parts };
}

/** A policy attached at account scope and one attached at the scope of the resource group rg-1. */
function aUserWithGroupScope(account: object[], group: object[]): IdentityPrincipal {
  const scope = { type: 'ResourceGroup', id: 'rg-1' } as const;
  const documents = [
    attached(aStoredDocument({ Version: '1', Statement: account }), 'account'),
    attached(aStoredDocument({ Version: '1', Statement: group }), 'group', scope),
  ];
  return { kind: 'user', account: ACCOUNT, name: 'alice', identity: compile(documents) };
}

describe('a refusal', () => {
  it('by a Deny names the step, the resource and every denying statement, in order', () => {
    const identity = compile([
      attached(aStoredDocument({ Version: '1', Statement: [ALLOW_ALL, DENY_ALL] }), 'first'),
      attached(aStoredDocument({ Version: '1', Statement: [{ ...DENY_ALL, Action: 'oss:*' }] }), 'unrelated'),
      attached(
        aStoredDocument({ Version: '1', Statement: [{ ...DENY_ALL, Action: ['ram:*', 'ram:Get*', '*'] }] }),
        'second',
      ),
    ]);
    const principal = { kind: 'user', account: ACCOUNT, name: 'alice', identity } as const;
    const attachment = {
      policyType: 'Custom',
      attachedTo: { type: 'RamUser', name: 'alice' },
      scope: { type: 'Account' },
    };
    expect(decide(principal, request())).toEqual({
      effect: 'ExplicitDeny',
      policyType: 'AccountLevelIdentityBasedPolicy',
      resource: BOB,
      matched: [
        { policyName: 'first', statement: 1, ...attachment },
        { policyName: 'second', statement: 0, ...attachment },
      ],
    });
  });

  it('for want of an Allow names no statements', () => {
    expect(decide(aUserWith({ ...ALLOW_ALL, Action: 'oss:*' }), request())).toEqual({
      effect: 'ImplicitDeny',
      policyType: 'AccountLevelIdentityBasedPolicy',
      resource: BOB,
      matched: [],
    });
  });

  it('lists each denying statement once, also when many are indexed', () => {
    const many = Array.from({ length: 100 }, (_, index) => ({
      ...DENY_ALL,
      Action: ['ram:Get*', 'ram:*', `oss:Get${index}`],
      Resource: [BOB, 'acs:ram:*:*:user/*', '*'],
    }));
    const decision = decide(aUserWith(...many), request());
    expect(decision.effect === 'ExplicitDeny' && decision.matched.map(({ statement }) => statement)).toEqual(
      many.map((_, index) => index),
    );
  });
});

describe('the account itself', () => {
  const root = { kind: 'root', account: ACCOUNT } as const;

  it('may do everything to what it owns and to what the vendor offers', () => {
    expect(decide(root, request()).effect).toBe('Allow');
    expect(
      decide(root, request({ resources: [['*'], ['acs:ram:*:system:policy/ReadOnlyAccess']] })).effect,
    ).toBe('Allow');
  });

  it('may do nothing to what another account owns', () => {
    expect(decide(root, request({ resources: [[BOB], ['acs:ram:*:2:user/bob']] }))).toMatchObject({
      effect: 'ImplicitDeny',
      resource: 'acs:ram:*:2:user/bob',
    });
  });

  it('cannot assume roles', () => {
    const resources = [[`acs:ram::${ACCOUNT}:role/r`]];
    expect(decide(root, request({ actions: ['STS:assumeRole'], resources })).effect).toBe('ImplicitDeny');
  });

  it('is not bound by control policies', () => {
    expect(decide(root, request({ controlLevels: [policyOf(DENY_ALL)] })).effect).toBe('Allow');
  });
});

describe('a request with several resources', () => {
  const resources = [[BOB], [DEV]];

  it('is allowed only when all of them are', () => {
    const both = { Effect: 'Allow', Action: 'ram:*', Resource: [BOB, DEV] };
    expect(decide(aUserWith(both), request({ resources })).effect).toBe('Allow');
    expect(decide(aUserWith({ ...both, Resource: DEV }), request({ resources }))).toMatchObject({
      effect: 'ImplicitDeny',
      resource: BOB,
    });
    expect(decide(aUserWith({ ...both, Resource: BOB }), request({ resources }))).toMatchObject({
      effect: 'ImplicitDeny',
      resource: DEV,
    });
  });

  it('reports an explicit deny before an implicit one', () => {
    const principal = aUserWith({ ...DENY_ALL, Resource: DEV });
    expect(decide(principal, request({ resources }))).toMatchObject({
      effect: 'ExplicitDeny',
      resource: DEV,
    });
  });
});

describe('a malformed request', () => {
  const everything = aUserWith(ALLOW_ALL, { Effect: 'Allow', NotAction: 'x:*', NotResource: 'acs:x:*:*:x' });
  const root = { kind: 'root', account: ACCOUNT } as const;

  it.each<[string, Partial<AccessRequest>]>([
    ['no actions', { actions: [] }],
    ['no resources', { resources: [] }],
    ['a nameless resource', { resources: [[BOB], []] }],
  ])('with %s is refused to everybody', (_, parts) => {
    expect(decide(everything, request(parts)).effect).toBe('ImplicitDeny');
    expect(decide(root, request(parts)).effect).toBe('ImplicitDeny');
  });
});

describe('an action with two names', () => {
  const ims = request({
    actions: ['ram:CreateUser', 'ims:CreateUser'],
    resources: [[`acs:ram:*:${ACCOUNT}:user/*`, `acs:ims:*:${ACCOUNT}:user/*`]],
  });

  it.each(['ram:CreateUser', 'ims:Create*', 'ims:*'])('is matched by %s, allowing and denying', action => {
    expect(decide(aUserWith({ ...ALLOW_ALL, Action: action }), ims).effect).toBe('Allow');
    expect(decide(aUserWith(ALLOW_ALL, { ...DENY_ALL, Action: action }), ims).effect).toBe('ExplicitDeny');
  });

  it('is not opened through its second name by a NotAction that lists the first', () => {
    for (const listed of ['ram:*', 'ims:*']) {
      expect(decide(aUserWith({ Effect: 'Allow', NotAction: listed, Resource: '*' }), ims).effect).toBe(
        'ImplicitDeny',
      );
    }
    expect(decide(aUserWith({ Effect: 'Allow', NotAction: 'oss:*', Resource: '*' }), ims).effect).toBe(
      'Allow',
    );
  });

  it('has a resource that either ARN matches, and NotResource with either excludes', () => {
    for (const service of ['ram', 'ims']) {
      const pattern = `acs:${service}:*:*:user/*`;
      expect(decide(aUserWith({ ...ALLOW_ALL, Resource: pattern }), ims).effect).toBe('Allow');
      const excluding = { Effect: 'Allow', Action: '*', NotResource: pattern };
      expect(decide(aUserWith(excluding), ims).effect).toBe('ImplicitDeny');
    }
  });

  it('reports the first name of its resource', () => {
    expect(decide(aUserWith(), ims)).toMatchObject({ resource: `acs:ram:*:${ACCOUNT}:user/*` });
  });
});

describe('a session policy', () => {
  const session = (...statements: object[]): IdentityPrincipal => ({
    ...aUserWith(ALLOW_ALL, { ...DENY_ALL, Action: 'ram:Delete*' }),
    kind: 'role',
    session: policyOf(...statements),
  });

  it('narrows what the role may do', () => {
    expect(decide(session({ ...ALLOW_ALL, Action: 'ram:Get*' }), request()).effect).toBe('Allow');
    expect(decide(session({ ...ALLOW_ALL, Action: 'ram:List*' }), request())).toMatchObject({
      effect: 'ImplicitDeny',
      policyType: 'SessionPolicy',
    });
    expect(decide(session(ALLOW_ALL, DENY_ALL), request())).toMatchObject({
      effect: 'ExplicitDeny',
      policyType: 'SessionPolicy',
    });
  });

  it('never adds to it', () => {
    const asked = request({ actions: ['ram:DeleteUser'] });
    expect(decide(session(ALLOW_ALL), asked)).toMatchObject({
      effect: 'ExplicitDeny',
      policyType: 'AccountLevelIdentityBasedPolicy',
    });
    const powerless = { ...aUserWith(), kind: 'role', session: policyOf(ALLOW_ALL) } as const;
    expect(decide(powerless, request()).effect).toBe('ImplicitDeny');
  });

  it('ends the decision when it does not allow, also before a deny of the role', () => {
    const asked = request({ actions: ['ram:DeleteUser'] });
    expect(decide(session({ ...ALLOW_ALL, Action: 'oss:*' }), asked)).toMatchObject({
      effect: 'ImplicitDeny',
      policyType: 'SessionPolicy',
    });
  });
});

describe('the scope of a resource group', () => {
  const inGroup = request({ resourceGroupId: 'rg-1' });

  it('counts when the account scope is silent', () => {
    expect(decide(aUserWithGroupScope([], [ALLOW_ALL]), inGroup).effect).toBe('Allow');
    expect(decide(aUserWithGroupScope([], [ALLOW_ALL, DENY_ALL]), inGroup)).toMatchObject({
      effect: 'ExplicitDeny',
      policyType: 'ResourceGroupLevelIdentityBasedPolicy',
      matched: [{ policyName: 'group', scope: { type: 'ResourceGroup', id: 'rg-1' } }],
    });
  });

  it('does not count in another group, and not for a request without one', () => {
    const user = aUserWithGroupScope([], [ALLOW_ALL]);
    expect(decide(user, request({ resourceGroupId: 'rg-2' })).effect).toBe('ImplicitDeny');
    expect(decide(user, request()).effect).toBe('ImplicitDeny');
  });

  it('is not reached after a deny of the account scope', () => {
    expect(decide(aUserWithGroupScope([DENY_ALL], [ALLOW_ALL]), inGroup)).toMatchObject({
      effect: 'ExplicitDeny',
      policyType: 'AccountLevelIdentityBasedPolicy',
    });
  });

  it('is reached after an allow of the account scope only when its denies are to win', () => {
    const user = aUserWithGroupScope([ALLOW_ALL], [DENY_ALL]);
    expect(decide(user, inGroup).effect).toBe('Allow');
    expect(decide(user, inGroup, { resourceGroupDenyWins: true })).toMatchObject({
      effect: 'ExplicitDeny',
      policyType: 'ResourceGroupLevelIdentityBasedPolicy',
    });
    const silent = aUserWithGroupScope([ALLOW_ALL], []);
    expect(decide(silent, inGroup, { resourceGroupDenyWins: true }).effect).toBe('Allow');
  });

  it('names the last scope that was tried in an implicit deny', () => {
    expect(decide(aUserWithGroupScope([], []), inGroup)).toMatchObject({
      effect: 'ImplicitDeny',
      policyType: 'ResourceGroupLevelIdentityBasedPolicy',
    });
    expect(decide(aUserWith(), inGroup)).toMatchObject({ policyType: 'AccountLevelIdentityBasedPolicy' });
  });
});

describe('control policies', () => {
  it('must allow at every level, before anything else is looked at', () => {
    const controlLevels = [policyOf(ALLOW_ALL), policyOf({ ...ALLOW_ALL, Action: 'oss:*' })];
    expect(decide(aUserWith(ALLOW_ALL, DENY_ALL), request({ controlLevels }))).toMatchObject({
      effect: 'ImplicitDeny',
      policyType: 'ControlPolicy',
    });
  });

  it('grant nothing', () => {
    expect(decide(aUserWith(), request({ controlLevels: [policyOf(ALLOW_ALL)] })).effect).toBe(
      'ImplicitDeny',
    );
  });

  it('do not bind who is exempt', () => {
    const controlLevels = [policyOf(DENY_ALL)];
    const exempt = { ...aUserWith(ALLOW_ALL), exemptFromControl: true };
    expect(decide(exempt, request({ controlLevels })).effect).toBe('Allow');
    expect(decide({ ...exempt, exemptFromControl: false }, request({ controlLevels })).effect).toBe(
      'ExplicitDeny',
    );
  });
});

describe('the resources of another account', () => {
  const foreign = request({ resources: [['acs:ram:*:2:user/bob']] });

  it('are out of reach of identity policies', () => {
    expect(decide(aUserWith(ALLOW_ALL), foreign)).toMatchObject({
      effect: 'ImplicitDeny',
      policyType: 'AccountLevelIdentityBasedPolicy',
      resource: 'acs:ram:*:2:user/bob',
    });
  });

  it('are out of reach under any of their names', () => {
    const half = request({ resources: [[BOB, 'acs:ims:*:2:user/bob']] });
    expect(decide(aUserWith(ALLOW_ALL), half).effect).toBe('ImplicitDeny');
  });

  it('can still be denied explicitly', () => {
    expect(decide(aUserWith(ALLOW_ALL, DENY_ALL), foreign).effect).toBe('ExplicitDeny');
  });
});

describe('the context', () => {
  it('is read only for statements whose action and resource match', () => {
    const asked: string[] = [];
    const context = {
      get: (key: string) => {
        asked.push(key);
        return 'x';
      },
    };
    const conditional = (action: string, key: string) => ({
      ...ALLOW_ALL,
      Action: action,
      Condition: { StringEquals: { [key]: 'x' } },
    });
    const user = aUserWith(
      conditional('oss:*', 'acs:A'),
      conditional('ram:*', 'acs:B'),
      conditional('ram:*', 'acs:C'),
    );
    expect(decide(user, request({ context })).effect).toBe('Allow');
    expect(asked).toEqual(['acs:b']);
  });

  it('that throws makes the decision throw rather than allow', () => {
    const context = {
      get: () => {
        throw new Error('no value');
      },
    };
    const user = aUserWith(ALLOW_ALL, { ...DENY_ALL, Condition: { StringEquals: { 'acs:A': 'x' } } });
    expect(() => decide(user, request({ context }))).toThrow('no value');
  });
});

describe('stored statements that cannot be read', () => {
  const BROKEN: readonly (readonly [string, object])[] = [
    ['an unknown operator', { Condition: { StringMatch: { 'acs:A': 'a' } } }],
    ['a value of the wrong form', { Condition: { IpAddress: { 'acs:SourceIp': ['nowhere', '0.0.0.0/0'] } } }],
    ['a condition without values', { Condition: { StringEquals: { 'acs:A': [] } } }],
    ['an operator without keys', { Condition: { StringEquals: {} } }],
    ['several booleans', { Condition: { Bool: { 'acs:A': ['true', 'false'] } } }],
    ['a key of the wrong form', { Condition: { StringEquals: { SourceVpc: 'a' } } }],
    ['conditions of the wrong type', { Condition: 'always' }],
    ['an action without its service', { Action: 'GetUser' }],
    ['both Action and NotAction', { NotAction: 'oss:*' }],
    ['no action', { Action: undefined }],
    ['an exclusion of no action', { Action: undefined, NotAction: [] }],
    ['an exclusion of no resource', { Resource: undefined, NotResource: [] }],
    ['a resource with too few fields', { Resource: ['acs:ram:*:user/bob', BOB] }],
    ['no resource', { Resource: undefined }],
    ['an unknown element', { Sid: 'x' }],
    ['a principal', { Principal: { RAM: `acs:ram::${ACCOUNT}:root` } }],
  ];

  it.each(BROKEN)('do not allow, with %s', (_, parts) => {
    expect(decide(aUserWith({ ...ALLOW_ALL, ...parts }), request()).effect).toBe('ImplicitDeny');
  });

  it.each(BROKEN)('do deny, with %s', (_, parts) => {
    expect(decide(aUserWith(ALLOW_ALL, { ...DENY_ALL, ...parts }), request()).effect).toBe('ExplicitDeny');
  });

  it('deny no more than the parts that can be read say', () => {
    const broken = { ...DENY_ALL, Action: 'oss:*', Condition: { StringMatch: { 'acs:A': 'a' } } };
    expect(decide(aUserWith(ALLOW_ALL, broken), request()).effect).toBe('Allow');
  });

  it('deny when their effect cannot be read', () => {
    expect(decide(aUserWith(ALLOW_ALL, { ...ALLOW_ALL, Effect: 'allow' }), request()).effect).toBe(
      'ExplicitDeny',
    );
  });

  it('match nothing by an empty Action or Resource', () => {
    for (const empty of [{ Action: [] }, { Resource: [] }]) {
      expect(decide(aUserWith({ ...ALLOW_ALL, ...empty }), request()).effect).toBe('ImplicitDeny');
      expect(decide(aUserWith(ALLOW_ALL, { ...DENY_ALL, ...empty }), request()).effect).toBe('Allow');
    }
  });
});
