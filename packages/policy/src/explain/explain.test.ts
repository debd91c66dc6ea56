import { describe, expect, it } from 'vitest';
import { ACCOUNT, aStoredDocument, attached, aUserWith, policyOf } from '../../test/policies.ts';
import type { AccessRequest } from '../decide/access-request.ts';
import { compile } from '../policies/compile.ts';
import { compileResourcePolicy, compileTrust } from '../policies/trust.ts';
import type { IdentityPrincipal } from '../principal.ts';
import { requestContext } from '../request.ts';
import { explain, explainAssumeRole } from './explain.ts';
import type { Explanation, StatementExplanation } from './explanation.ts';

const BOB = `acs:ram:*:${ACCOUNT}:user/bob`;
const ALLOW_ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const DENY_ALL = { ...ALLOW_ALL, Effect: 'Deny' };

function request(parts: Partial<AccessRequest> = {}): AccessRequest {
  return { actions: ['ram:GetUser'], resources: [[BOB]], context: requestContext({}), ...parts };
}

/** Each step in short: what it is called, and how it came out. */
function stepsOf({ resources }: Explanation): string[] {
  return resources.flatMap(({ steps }) =>
    steps.map(({ policyType, outcome }) => `${policyType}: ${outcome}`),
  );
}

/** The statements told of, over all steps. */
function toldIn({ resources }: Explanation): StatementExplanation[] {
  return resources.flatMap(({ steps }) => steps.flatMap(({ statements }) => statements));
}

/** What the only statement told of has missed. */
function missesOf(statement: object, asked: Partial<AccessRequest> = {}): unknown {
  const [told, ...more] = toldIn(explain(aUserWith(statement), request(asked)));
  expect(more).toEqual([]);
  return told?.misses;
}

describe('an explanation of an Allow', () => {
  it('names the statement that allows, its policy and its place', () => {
    const explanation = explain(aUserWith({ ...ALLOW_ALL, Action: 'oss:*' }, ALLOW_ALL), request());
    expect(explanation.decision).toEqual({ effect: 'Allow' });
    expect(stepsOf(explanation)).toEqual(['AccountLevelIdentityBasedPolicy: Allow']);
    expect(toldIn(explanation)).toMatchObject([
      { statement: 1, effect: 'Allow', outcome: 'Applied', misses: [] },
    ]);
  });
});

describe('a near miss', () => {
  it('shows the action patterns of the same service that do not cover the action', () => {
    expect(missesOf({ ...ALLOW_ALL, Action: ['ram:List*', 'oss:Get*'] })).toEqual([
      { element: 'Action', patterns: ['ram:List*', 'oss:Get*'], value: ['ram:GetUser'] },
    ]);
    expect(missesOf({ ...ALLOW_ALL, Action: undefined, NotAction: 'ram:Get*' })).toEqual([
      { element: 'NotAction', patterns: ['ram:Get*'], value: ['ram:GetUser'] },
    ]);
  });

  it('is none when the statement is about another service, or misses more than the action', () => {
    expect(missesOf({ ...ALLOW_ALL, Action: 'oss:*' })).toBeUndefined();
    expect(missesOf({ ...ALLOW_ALL, Action: 'ram:List*', Resource: 'acs:ram:*:*:group/*' })).toBeUndefined();
  });

  it.each([
    [`acs:ram:*:${ACCOUNT}:user/al*`, 'relative-id', 'user/al*', 'user/bob'],
    ['acs:ram:*:2:user/bob', 'account', '2', ACCOUNT],
    [`acs:oss:*:${ACCOUNT}:user/bob`, 'service', 'oss', 'ram'],
    [`acs:ram:cn-beijing:${ACCOUNT}:user/bob`, 'region', 'cn-beijing', '*'],
  ])('shows where the resource %s parts: %s', (pattern, segment, expected, seen) => {
    expect(missesOf({ ...ALLOW_ALL, Resource: pattern })).toEqual([
      { element: 'Resource', pattern, segment, expected, seen },
    ]);
  });

  it('shows the first segment for a resource whose name is no ARN, and for a stored list without patterns', () => {
    const resources = [['*']];
    expect(missesOf({ ...ALLOW_ALL, Resource: 'acs:ram:*:*:user/*' }, { resources })).toMatchObject([
      { segment: 'service', expected: 'ram', seen: '*' },
    ]);
    expect(missesOf({ ...ALLOW_ALL, Resource: [] })).toMatchObject([
      { pattern: '', segment: 'service', expected: '', seen: BOB },
    ]);
  });

  it('shows the pattern that comes nearest', () => {
    const near = `acs:ram:*:${ACCOUNT}:user/alice`;
    expect(
      missesOf({ ...ALLOW_ALL, Resource: ['acs:oss:*:*:b', near, 'acs:ram:*:2:user/bob'] }),
    ).toMatchObject([{ pattern: near, segment: 'relative-id' }]);
  });

  it('shows the NotResource that covers the resource', () => {
    const statement = {
      ...ALLOW_ALL,
      Resource: undefined,
      NotResource: ['acs:oss:*:*:b', 'acs:ram:*:*:user/*'],
    };
    expect(missesOf(statement)).toMatchObject([
      { element: 'NotResource', pattern: 'acs:ram:*:*:user/*', seen: BOB },
    ]);
  });

  it.each([
    [{ StringEquals: { 'acs:A': 'x' } }, {}, { reason: 'missing' }],
    [
      { StringEquals: { 'acs:A': ['x', 'y'] } },
      { 'acs:a': 'z' },
      { reason: 'no-match', seen: ['z'], expected: ['x', 'y'] },
    ],
    [
      { IpAddress: { 'acs:SourceIp': '10.0.0.0/8' } },
      { 'acs:SourceIp': 'here' },
      { reason: 'unparsable', seen: ['here'] },
    ],
    [
      { Bool: { 'acs:MFAPresent': 'true' } },
      { 'acs:MFAPresent': 'false' },
      { reason: 'no-match', operator: 'Bool' },
    ],
  ])('shows the condition %j that does not hold', (Condition, values, miss) => {
    const context = requestContext(values as Record<string, string>);
    expect(missesOf({ ...ALLOW_ALL, Condition }, { context })).toMatchObject([
      { element: 'Condition', ...miss },
    ]);
  });

  it('shows every condition that fails and none that holds', () => {
    const Condition = { StringEquals: { 'acs:A': 'a', 'acs:B': 'b', 'acs:C': 'c' } };
    const context = requestContext({ 'acs:A': 'a', 'acs:B': 'x' });
    expect(missesOf({ ...ALLOW_ALL, Condition }, { context })).toMatchObject([
      { key: 'acs:B' },
      { key: 'acs:C' },
    ]);
  });

  it('with NotAction is none when it misses more than the action', () => {
    const statement = {
      ...ALLOW_ALL,
      Action: undefined,
      NotAction: 'ram:*',
      Resource: 'acs:ram:*:*:group/*',
    };
    expect(missesOf(statement)).toBeUndefined();
  });

  it('comes after what applied, the nearest first', () => {
    const Condition = { Bool: { 'acs:MFAPresent': 'true' } };
    const explanation = explain(
      aUserWith(
        { ...ALLOW_ALL, Resource: 'acs:ram:*:*:user/alice', Condition },
        { ...ALLOW_ALL, Resource: 'acs:oss:*:*:user/bob' },
        { ...ALLOW_ALL, Resource: 'acs:ram:*:*:user/alice' },
        { ...ALLOW_ALL, Condition },
        ALLOW_ALL,
      ),
      request(),
    );
    const told = toldIn(explanation).map(({ statement, outcome }) => `${statement} ${outcome}`);
    expect(told).toEqual(['4 Applied', '2 NearMiss', '3 NearMiss', '1 NearMiss', '0 NearMiss']);
  });

  it('shows no more of long texts and long lists than a reader needs', () => {
    const values = Array.from({ length: 50 }, (_, at) => `${at}${'x'.repeat(5000)}`);
    const Condition = { StringEquals: { 'acs:A': values } };
    const context = requestContext({ 'acs:A': values.map(value => `y${value}`) });
    const explanation = explain(aUserWith({ ...ALLOW_ALL, Condition }), request({ context }));
    expect(JSON.stringify(explanation).length).toBeLessThan(10_000);
  });

  it.each(['StringEquals', 'StringNotEquals'])(
    'shows the first twenty of many conditions of %s',
    operator => {
      const keys = Array.from({ length: 50 }, (_, at) => [`acs:K${at}`, 'v']);
      const statement = { ...ALLOW_ALL, Condition: { [operator]: Object.fromEntries(keys) } };
      const [told] = toldIn(explain(aUserWith(statement), request()));
      const shown = operator === 'StringEquals' ? told?.misses : told?.remarks;
      expect(shown).toHaveLength(20);
      expect(shown?.[0]).toMatchObject({ key: 'acs:K0' });
    },
  );

  it('is told of twenty times at most, with a count of the rest', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({
      ...ALLOW_ALL,
      Resource: `acs:ram:*:*:user/u${at}`,
    }));
    const [step] = explain(aUserWith(...many), request()).resources[0]?.steps ?? [];
    expect(step?.statements).toHaveLength(20);
    expect(step?.leftOut).toBe(30);
  });
});

describe('the steps', () => {
  const user = (parts: Partial<IdentityPrincipal>): IdentityPrincipal => ({
    kind: 'role',
    account: ACCOUNT,
    name: 'r',
    identity: policyOf(ALLOW_ALL),
    ...parts,
  });

  it('come in their order, and those behind a refusal are shown as not reached', () => {
    const principal = user({ session: policyOf({ ...ALLOW_ALL, Action: 'oss:*' }) });
    const controlLevels = [policyOf(ALLOW_ALL), policyOf(ALLOW_ALL)];
    const explanation = explain(principal, request({ controlLevels }));
    expect(stepsOf(explanation)).toEqual([
      'ControlPolicy: Allow',
      'ControlPolicy: Allow',
      'SessionPolicy: ImplicitDeny',
      'AccountLevelIdentityBasedPolicy: NotReached',
    ]);
    expect(explanation.resources[0]?.steps.map(({ level }) => level)).toEqual([0, 1, undefined, undefined]);
  });

  it('leave out control policies that do not bind the caller', () => {
    const explanation = explain(
      user({ exemptFromControl: true }),
      request({ controlLevels: [policyOf(DENY_ALL)] }),
    );
    expect(stepsOf(explanation)).toEqual(['AccountLevelIdentityBasedPolicy: Allow']);
  });

  it('show a Deny of the resource group that an Allow of the account keeps from being reached', () => {
    const scope = { type: 'ResourceGroup', id: 'rg-1' } as const;
    const identity = compile([
      attached(aStoredDocument({ Version: '1', Statement: [ALLOW_ALL] }), 'account'),
      attached(aStoredDocument({ Version: '1', Statement: [DENY_ALL] }), 'group', scope),
    ]);
    const asked = request({ resourceGroupId: 'rg-1' });
    const explanation = explain(user({ identity }), asked);
    expect(stepsOf(explanation)).toEqual([
      'AccountLevelIdentityBasedPolicy: Allow',
      'ResourceGroupLevelIdentityBasedPolicy: NotReached',
    ]);
    expect(toldIn(explanation)[1]).toMatchObject({
      policyName: 'group',
      effect: 'Deny',
      outcome: 'Shadowed',
    });
    expect(stepsOf(explain(user({ identity }), asked, { resourceGroupDenyWins: true }))).toEqual([
      'AccountLevelIdentityBasedPolicy: Allow',
      'ResourceGroupLevelIdentityBasedPolicy: ExplicitDeny',
    ]);
  });

  it('end with the reach of identity policies when the resource is of another account', () => {
    const explanation = explain(user({}), request({ resources: [['acs:ram:*:2:user/bob']] }));
    expect(stepsOf(explanation)).toEqual(['AccountLevelIdentityBasedPolicy: Allow', 'Reach: ImplicitDeny']);
  });

  it('of the account itself are one', () => {
    expect(stepsOf(explain({ kind: 'root', account: ACCOUNT }, request()))).toEqual(['Root: Allow']);
  });

  it('are told for every resource apart', () => {
    const principal = aUserWith({ ...ALLOW_ALL, Resource: BOB });
    const { resources } = explain(principal, request({ resources: [[BOB], ['acs:ram:*:1:group/dev']] }));
    expect(resources.map(({ effect }) => effect)).toEqual(['Allow', 'ImplicitDeny']);
  });

  it('of a request that asks nothing are none', () => {
    expect(explain(aUserWith(ALLOW_ALL), request({ actions: [] })).resources).toEqual([]);
  });
});

describe('a stored statement that cannot be read in full', () => {
  const unknownOperator = { Condition: { Null: { 'acs:A': 'true' } } };

  it.each([
    [unknownOperator, ['Condition']],
    [{ Action: 'GetUser' }, ['Action']],
    [{ Resource: 'acs:ram:bob', ...unknownOperator }, ['Resource', 'Condition']],
    [{ Sid: 'x' }, ['Statement']],
  ])('is named with what cannot be read of it: %j', (broken, unread) => {
    expect(toldIn(explain(aUserWith({ ...ALLOW_ALL, ...broken }), request()))).toMatchObject([
      { statement: 0, effect: 'Allow', outcome: 'Unreadable', unread, misses: [] },
    ]);
    expect(toldIn(explain(aUserWith({ ...ALLOW_ALL, ...broken, Effect: 'Deny' }), request()))).toMatchObject([
      { statement: 0, effect: 'Deny', outcome: 'Applied', unread, misses: [] },
    ]);
  });

  it('is not named when it is about another action by what can be read of it', () => {
    const broken = { ...ALLOW_ALL, Action: 'oss:*', ...unknownOperator };
    expect(toldIn(explain(aUserWith(broken), request()))).toEqual([]);
  });

  it('shows what it misses by what can be read of it', () => {
    const broken = { ...ALLOW_ALL, Resource: 'acs:ram:*:*:user/alice', ...unknownOperator };
    expect(toldIn(explain(aUserWith(broken), request()))).toMatchObject([
      { outcome: 'Unreadable', misses: [{ element: 'Resource', seen: 'user/bob' }] },
    ]);
  });

  it('is named with its principal in a trust policy', () => {
    const trust = compileTrust(
      attached(
        aStoredDocument(
          { Version: '1', Statement: [{ Effect: 'Allow', Action: '*', Principal: '*' }] },
          'trust',
        ),
      ),
    );
    const service = { kind: 'service', name: 'ecs.aliyuncs.com' } as const;
    expect(toldIn(explainAssumeRole(service, trust, request()))).toMatchObject([
      { outcome: 'Unreadable', unread: ['Principal'] },
    ]);
  });
});

describe('a condition that holds for want of a value', () => {
  it.each([
    [{ StringNotEquals: { 'acs:SourceVpc': 'vpc-1' } }, {}, { key: 'acs:SourceVpc', reason: 'missing' }],
    [{ 'ForAllValues:StringEquals': { 'acs:TagKeys': 'a' } }, {}, { key: 'acs:TagKeys', reason: 'missing' }],
    [
      { NotIpAddress: { 'acs:SourceIp': '10.0.0.0/8' } },
      { 'acs:SourceIp': 'here' },
      { key: 'acs:SourceIp', reason: 'unparsable', seen: ['here'] },
    ],
  ])('is remarked on: %j', (Condition, values, remark) => {
    const context = requestContext(values as Record<string, string>);
    const [told] = toldIn(
      explain(aUserWith({ ...ALLOW_ALL, Effect: 'Deny', Condition }), request({ context })),
    );
    expect(told).toMatchObject({ outcome: 'Applied', misses: [], remarks: [remark] });
  });

  it('is not remarked on when there is a value that it compares', () => {
    const Condition = { StringNotEquals: { 'acs:SourceVpc': 'vpc-1' } };
    const context = requestContext({ 'acs:SourceVpc': 'vpc-2' });
    const [told] = toldIn(explain(aUserWith({ ...ALLOW_ALL, Condition }), request({ context })));
    expect(told).not.toHaveProperty('remarks');
  });
});

describe('the policy of a resource', () => {
  const explainWith = (own: object[], resource: string) => {
    const statement = { ...ALLOW_ALL, Principal: { RAM: `acs:ram::${ACCOUNT}:user/alice` } };
    const document = aStoredDocument({ Version: '1', Statement: [statement] }, 'resource');
    const resourcePolicy = compileResourcePolicy(attached(document, 'bucket'));
    return explain(aUserWith(...own), request({ resources: [[resource]], resourcePolicy }));
  };

  it('is a step beside the identity policies', () => {
    const explanation = explainWith([], BOB);
    expect(explanation.decision.effect).toBe('Allow');
    expect(stepsOf(explanation)).toEqual([
      'AccountLevelIdentityBasedPolicy: ImplicitDeny',
      'ResourceBasedPolicy: Allow',
    ]);
    expect(toldIn(explanation)).toMatchObject([{ policyName: 'bucket', outcome: 'Applied' }]);
  });

  it('does not reach across accounts alone', () => {
    expect(stepsOf(explainWith([], 'acs:ram:*:2:user/bob'))).toEqual([
      'AccountLevelIdentityBasedPolicy: ImplicitDeny',
      'ResourceBasedPolicy: Allow',
      'Reach: ImplicitDeny',
    ]);
    expect(stepsOf(explainWith([ALLOW_ALL], 'acs:ram:*:2:user/bob'))).toEqual([
      'AccountLevelIdentityBasedPolicy: Allow',
      'ResourceBasedPolicy: Allow',
    ]);
    expect(stepsOf(explainWith([DENY_ALL], 'acs:ram:*:2:user/bob'))).toEqual([
      'AccountLevelIdentityBasedPolicy: ExplicitDeny',
      'ResourceBasedPolicy: Allow',
    ]);
  });
});

describe('an explanation of ten thousand statements', () => {
  it('is as short as one of a hundred, and finds the nearest', () => {
    const near = { ...ALLOW_ALL, Resource: BOB, Condition: { Bool: { 'acs:MFAPresent': 'true' } } };
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      ...ALLOW_ALL,
      Action: at % 2 === 0 ? 'ram:*' : 'oss:*',
      Resource: `acs:oss:*:*:user/u${at}`,
    }));
    const [step] = explain(aUserWith(...many, near), request()).resources[0]?.steps ?? [];
    expect(step?.statements).toHaveLength(20);
    expect(step?.statements[0]).toMatchObject({ statement: 10_000, misses: [{ element: 'Condition' }] });
    expect(step?.leftOut).toBe(5_001 - 20);
  });

  it('lists a hundred of those that applied', () => {
    const many = Array.from({ length: 250 }, () => ALLOW_ALL);
    const [step] = explain(aUserWith(...many), request()).resources[0]?.steps ?? [];
    expect(step?.statements).toHaveLength(100);
    expect(step?.leftOut).toBe(150);
  });
});

describe('an explanation of AssumeRole', () => {
  const ROLE = 'acs:ram::2:role/target';
  const asked = request({ actions: ['sts:AssumeRole'], resources: [[ROLE]] });
  const trustOf = (...statements: object[]) =>
    compileTrust(attached(aStoredDocument({ Version: '1', Statement: statements }, 'trust'), 'target'));
  const trusted = (principal: object) => ({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: principal,
  });

  it('shows both sides, and whom the trust policy names instead', () => {
    const explanation = explainAssumeRole(
      aUserWith(ALLOW_ALL),
      trustOf(trusted({ RAM: 'acs:ram::3:root' })),
      asked,
    );
    expect(explanation.decision).toMatchObject({ effect: 'ImplicitDeny', policyType: 'AssumeRolePolicy' });
    expect(stepsOf(explanation)).toEqual([
      'AccountLevelIdentityBasedPolicy: Allow',
      'AssumeRolePolicy: ImplicitDeny',
    ]);
    expect(toldIn(explanation)[1]).toMatchObject({
      misses: [
        { element: 'Principal', expected: ['acs:ram::3:root'], seen: `acs:ram::${ACCOUNT}:user/alice` },
      ],
    });
  });

  it('shows the trust policy alone for services', () => {
    const service = { kind: 'service', name: 'ecs.aliyuncs.com' } as const;
    const explanation = explainAssumeRole(service, trustOf(trusted({ Service: 'ecs.aliyuncs.com' })), asked);
    expect(stepsOf(explanation)).toEqual(['AssumeRolePolicy: Allow']);
  });
});
