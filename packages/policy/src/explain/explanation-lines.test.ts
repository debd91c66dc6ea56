import { describe, expect, it } from 'vitest';
import type { Explanation, Miss, StatementExplanation, StepExplanation } from './explanation.ts';
import { explanationLines } from './explanation-lines.ts';

function aStatement(parts: Partial<StatementExplanation> = {}): StatementExplanation {
  return {
    policyName: 'reader',
    policyType: 'Custom',
    attachedTo: { type: 'RamUser', name: 'alice' },
    scope: { type: 'Account' },
    statement: 0,
    effect: 'Allow',
    outcome: 'Applied',
    misses: [],
    ...parts,
  };
}

function aStep(parts: Partial<StepExplanation> = {}): StepExplanation {
  return { policyType: 'SessionPolicy', outcome: 'ImplicitDeny', statements: [], leftOut: 0, ...parts };
}

function explained(...steps: StepExplanation[]): Explanation {
  return { decision: { effect: 'Allow' }, resources: [{ resource: 'r', effect: 'Allow', steps }] };
}

/** The line about one miss. */
function lineOf(miss: Miss, language: 'en' | 'zh'): string | undefined {
  const statement = aStatement({ outcome: 'NearMiss', misses: [miss] });
  return explanationLines(explained(aStep({ statements: [statement] })), language).at(3);
}

const STEPS = [
  aStep({ policyType: 'ControlPolicy', level: 1, outcome: 'Allow', statements: [aStatement()] }),
  aStep({ policyType: 'AccountLevelIdentityBasedPolicy' }),
  aStep({
    policyType: 'ResourceGroupLevelIdentityBasedPolicy',
    resourceGroupId: 'rg-1',
    outcome: 'NotReached',
    statements: [aStatement({ effect: 'Deny', outcome: 'Shadowed', version: 'v2' })],
    leftOut: 3,
  }),
];

describe('the lines of an explanation', () => {
  it('show resources, steps, levels, groups and statements', () => {
    expect(explanationLines(explained(...STEPS))).toEqual([
      'Allow on r',
      '  ControlPolicy level 1: Allow',
      '    Applied: Allow of reader, statement 0',
      '  AccountLevelIdentityBasedPolicy: ImplicitDeny',
      '    no statement is about this action',
      '  ResourceGroupLevelIdentityBasedPolicy rg-1: NotReached',
      '    Shadowed: Deny of reader v2, statement 0',
      '    and 3 more',
    ]);
  });

  it('say the same in Chinese, with full-width punctuation', () => {
    expect(explanationLines(explained(...STEPS), 'zh')).toEqual([
      'r：允许',
      '  管控策略（第 1 层）：允许',
      '    生效：reader 的第 0 条允许语句',
      '  账号级别的身份策略：隐式拒绝',
      '    没有与该操作有关的语句',
      '  资源组级别的身份策略 rg-1：未判定到此步骤',
      '    被遮蔽：reader v2 的第 0 条拒绝语句',
      '    另有 3 条未列出',
    ]);
  });

  it.each<[Miss, string, string]>([
    [
      { element: 'Action', patterns: ['oss:Get*', 'oss:List*'], value: ['oss:PutObject'] },
      'Action: "oss:Get*", "oss:List*"; the request has "oss:PutObject"',
      'Action："oss:Get*"、"oss:List*"；请求为 "oss:PutObject"',
    ],
    [
      { element: 'Resource', pattern: 'acs:oss:*:*:b', segment: 'relative-id', expected: 'b', seen: 'b/1' },
      'Resource: acs:oss:*:*:b; its relative-id is "b", the request has "b/1"',
      'Resource：acs:oss:*:*:b；资源标识应为 "b"，请求为 "b/1"',
    ],
    [
      {
        element: 'NotResource',
        pattern: 'acs:oss:*:*:b/*',
        segment: 'relative-id',
        expected: 'b/*',
        seen: 'acs:oss:*:1:b/1',
      },
      'NotResource: acs:oss:*:*:b/*; it covers "acs:oss:*:1:b/1"',
      'NotResource：acs:oss:*:*:b/*；已包含 "acs:oss:*:1:b/1"',
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
      'Condition：Bool acs:MFAPresent "true"；请求中没有该条件键',
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
      'Condition：IpAddress acs:SourceIp "192.0.2.0/24"；请求为 "here"，该运算符无法解析',
    ],
    [
      { element: 'Principal', expected: ['acs:ram::1:root'], seen: 'acs:ram::2:user/bob' },
      'Principal: "acs:ram::1:root"; the caller is acs:ram::2:user/bob',
      'Principal："acs:ram::1:root"；调用者为 acs:ram::2:user/bob',
    ],
  ])('show what a statement misses: %j', (miss, english, chinese) => {
    expect(lineOf(miss, 'en')).toBe(`      ${english}`);
    expect(lineOf(miss, 'zh')).toBe(`      ${chinese}`);
  });

  it('show what is not understood, and what holds for want of a value', () => {
    const statement = aStatement({
      effect: 'Deny',
      unread: ['Action', 'Condition'],
      remarks: [
        {
          element: 'Condition',
          operator: 'StringNotEquals',
          key: 'acs:SourceVpc',
          expected: ['vpc-1'],
          reason: 'missing',
        },
      ],
    });
    const explanation = explained(aStep({ statements: [statement] }));
    expect(explanationLines(explanation).slice(2)).toEqual([
      '    Applied: Deny of reader, statement 0; not understood: Action, Condition',
      '      Condition: StringNotEquals acs:SourceVpc "vpc-1"; the request has no such key, so it holds',
    ]);
    expect(explanationLines(explanation, 'zh').slice(2)).toEqual([
      '    生效：reader 的第 0 条拒绝语句；无法识别：Action、Condition',
      '      Condition：StringNotEquals acs:SourceVpc "vpc-1"；请求中没有该条件键，因此条件成立',
    ]);
  });

  it('need no statements for the account itself, and for what is out of reach', () => {
    const steps = [aStep({ policyType: 'Root' }), aStep({ policyType: 'Reach' })];
    expect(explanationLines(explained(...steps)).slice(1)).toEqual([
      '  The account itself: ImplicitDeny',
      '  One side does not reach a resource of another account: ImplicitDeny',
    ]);
  });

  it('of a request that asks nothing are one', () => {
    const explanation = { decision: { effect: 'Allow' }, resources: [] } as const;
    expect(explanationLines(explanation)).toEqual(['The request names no action or no resource: Allow']);
    expect(explanationLines(explanation, 'zh')).toEqual(['请求未指明操作或资源：允许']);
  });

  it('show control characters as escapes', () => {
    const evil = 'a\u001b[2J\u009b2J\nb"\ud800';
    const miss = { element: 'Principal', expected: [evil], seen: evil } as const;
    const statement = aStatement({ policyName: evil, misses: [miss] });
    const resources = [
      { resource: evil, effect: 'Allow', steps: [aStep({ resourceGroupId: evil, statements: [statement] })] },
    ] as const;
    const lines = explanationLines({ decision: { effect: 'Allow' }, resources });
    expect(lines).toHaveLength(4);
    const isControl = (character: string) =>
      character < ' ' || (character >= '\u007f' && character <= '\u009f');
    const controls = [...lines.join('')].filter(isControl);
    expect(controls).toEqual([]);
    expect(lines[0]).toBe('Allow on a\\u001b[2J\\u009b2J\\nb\\"\\ud800');
  });
});
