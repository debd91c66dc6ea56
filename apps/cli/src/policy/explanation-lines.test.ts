import { describe, expect, it } from 'vitest';
import { explanationLines } from './explanation-lines.ts';
import { isExplanation } from './explanation-shape.ts';

const statement = { policyName: 'reader', statement: 0, effect: 'Allow', outcome: 'NearMiss', misses: [] };

/** An explanation whose one step holds statements that miss so. */
function missing(...misses: object[]) {
  const statements = [{ ...statement, version: 'v2', misses }];
  const steps = [{ policyType: 'SessionPolicy', outcome: 'ImplicitDeny', statements }];
  return {
    decision: { effect: 'ImplicitDeny' },
    resources: [{ resource: 'r', effect: 'ImplicitDeny', steps }],
  };
}

/** The lines of what must be an explanation. */
function linesOf(value: unknown): readonly string[] {
  return isExplanation(value) ? explanationLines(value) : expect.unreachable('no explanation');
}

describe('an explanation', () => {
  it('shows resources, steps, levels, groups and statements', () => {
    const steps = [
      {
        policyType: 'ControlPolicy',
        level: 1,
        outcome: 'Allow',
        statements: [{ ...statement, outcome: 'Applied' }],
      },
      { policyType: 'AccountLevelIdentityBasedPolicy', outcome: 'ImplicitDeny', statements: [] },
      {
        policyType: 'ResourceGroupLevelIdentityBasedPolicy',
        resourceGroupId: 'rg-1',
        outcome: 'NotReached',
        statements: [{ ...statement, effect: 'Deny', outcome: 'Shadowed' }],
      },
    ];
    expect(
      linesOf({ decision: { effect: 'Allow' }, resources: [{ resource: 'r', effect: 'Allow', steps }] }),
    ).toEqual([
      'Allow on r',
      '  ControlPolicy level 1: Allow',
      '    Applied: Allow of reader, statement 0',
      '  AccountLevelIdentityBasedPolicy: ImplicitDeny',
      '    no statement is about this action',
      '  ResourceGroupLevelIdentityBasedPolicy rg-1: NotReached',
      '    Shadowed: Deny of reader, statement 0',
    ]);
  });

  it.each([
    [
      { element: 'Action', patterns: ['oss:Get*', 'oss:List*'], value: ['oss:PutObject'] },
      'Action: "oss:Get*", "oss:List*"; the request has "oss:PutObject"',
    ],
    [
      { element: 'Resource', pattern: 'acs:oss:*:*:b', segment: 'relative-id', expected: 'b', seen: 'b/1' },
      'Resource: acs:oss:*:*:b; its relative-id is "b", the request has "b/1"',
    ],
    [
      {
        element: 'Condition',
        operator: 'Bool',
        key: 'acs:MFAPresent',
        expected: ['true'],
        reason: 'missing',
      },
      'Condition: Bool acs:MFAPresent "true"; the request has no such key',
    ],
    [
      {
        element: 'Condition',
        operator: 'IpAddress',
        key: 'acs:SourceIp',
        expected: ['192.0.2.0/24'],
        seen: ['here'],
        reason: 'unparsable',
      },
      'Condition: IpAddress acs:SourceIp "192.0.2.0/24"; the request has "here", which the operator cannot read',
    ],
    [
      { element: 'Principal', expected: ['acs:ram::1:root'], seen: 'acs:ram::2:user/bob' },
      'Principal: "acs:ram::1:root"; the caller is acs:ram::2:user/bob',
    ],
  ])('shows what a statement misses: %j', (miss, line) => {
    expect(linesOf(missing(miss)).slice(2)).toEqual([
      '    NearMiss: Allow of reader v2, statement 0',
      `      ${line}`,
    ]);
  });

  it('of a bare decision shows the step that ended it and the denying statements', () => {
    const decision = {
      effect: 'ExplicitDeny',
      policyType: 'SessionPolicy',
      resource: 'r',
      matched: [{ policyName: 'closed', statement: 3 }],
    };
    expect(linesOf({ decision })).toEqual([
      'SessionPolicy: ExplicitDeny on r',
      '  Applied: Deny of closed, statement 3',
    ]);
    expect(linesOf({ decision: { effect: 'Allow' } })).toEqual([]);
  });

  it('shows control characters of a request as escapes', () => {
    const miss = { element: 'Principal', expected: ['\u001b[2J'], seen: 'x' };
    expect(linesOf(missing(miss)).join('')).not.toContain('\u001b');
  });
});

describe('what a server sent', () => {
  const good = missing({ element: 'Principal', expected: [], seen: 'x' });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'Allow'],
    ['no decision', { resources: [] }],
    ['resources that are no list', { ...good, resources: {} }],
    ['a resource without steps', { ...good, resources: [{ resource: 'r', effect: 'Allow' }] }],
    ['an unknown kind of miss', missing({ element: 'Moon', expected: [], seen: 'x' })],
    ['a kind of miss that objects inherit', missing({ element: 'constructor' })],
    ['a miss of another shape', missing({ element: 'Principal', expected: 'x', seen: 'x' })],
  ])('is no explanation when it is %s', (_what, value) => {
    expect(isExplanation(good)).toBe(true);
    expect(isExplanation(value)).toBe(false);
  });
});
