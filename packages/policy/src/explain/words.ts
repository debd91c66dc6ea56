import type { ConditionMiss, ResourceMiss, StatementExplanation, StepExplanation } from './explanation.ts';

/** A language in which an explanation can be told. */
export type Language = 'en' | 'zh';

/** How an explanation is told in a language. Texts of documents and requests come ready to be shown. */
export interface Words {
  readonly outcomes: Readonly<Record<StepExplanation['outcome'] | StatementExplanation['outcome'], string>>;
  readonly effects: Readonly<Record<StatementExplanation['effect'], string>>;
  readonly steps: Readonly<Record<StepExplanation['policyType'], string>>;
  /** Between the texts of a list. */
  readonly comma: string;
  readonly resource: (outcome: string, resource: string) => string;
  readonly step: (title: string, outcome: string) => string;
  readonly level: (level: number) => string;
  readonly statement: (outcome: string, effect: string, policy: string, place: number) => string;
  readonly unread: (parts: string) => string;
  readonly action: (element: string, patterns: string, seen: string) => string;
  readonly resourceMiss: (
    pattern: string,
    segment: ResourceMiss['segment'],
    expected: string,
    seen: string,
  ) => string;
  readonly excluded: (pattern: string, seen: string) => string;
  readonly condition: (operator: string, key: string, expected: string, seen: string) => string;
  /** What is said of a condition that holds all the same. */
  readonly holds: string;
  readonly reasons: Readonly<Record<ConditionMiss['reason'], (seen: string) => string>>;
  readonly principal: (expected: string, seen: string) => string;
  readonly silent: string;
  readonly nothingAsked: string;
  readonly leftOut: (count: number) => string;
}

const en: Words = {
  outcomes: {
    Allow: 'Allow',
    ExplicitDeny: 'ExplicitDeny',
    ImplicitDeny: 'ImplicitDeny',
    NotReached: 'NotReached',
    Applied: 'Applied',
    Shadowed: 'Shadowed',
    NearMiss: 'NearMiss',
    Unreadable: 'Unreadable',
  },
  effects: { Allow: 'Allow', Deny: 'Deny' },
  steps: {
    Root: 'The account itself',
    ControlPolicy: 'ControlPolicy',
    SessionPolicy: 'SessionPolicy',
    AccountLevelIdentityBasedPolicy: 'AccountLevelIdentityBasedPolicy',
    ResourceGroupLevelIdentityBasedPolicy: 'ResourceGroupLevelIdentityBasedPolicy',
    ResourceBasedPolicy: 'ResourceBasedPolicy',
    AssumeRolePolicy: 'AssumeRolePolicy',
    Reach: 'One side does not reach a resource of another account',
  },
  comma: ', ',
  resource: (outcome, resource) => `${outcome} on ${resource}`,
  step: (title, outcome) => `${title}: ${outcome}`,
  level: level => ` level ${level}`,
  statement: (outcome, effect, policy, place) => `${outcome}: ${effect} of ${policy}, statement ${place}`,
  unread: parts => `; not understood: ${parts}`,
  action: (element, patterns, seen) => `${element}: ${patterns}; the request has ${seen}`,
  resourceMiss: (pattern, segment, expected, seen) =>
    `Resource: ${pattern}; its ${segment} is ${expected}, the request has ${seen}`,
  excluded: (pattern, seen) => `NotResource: ${pattern}; it covers ${seen}`,
  condition: (operator, key, expected, seen) => `Condition: ${operator} ${key} ${expected}; ${seen}`,
  holds: ', so it holds',
  reasons: {
    missing: () => 'the request has no such key',
    unparsable: seen => `the request has ${seen}, which the operator cannot read`,
    'no-match': seen => `the request has ${seen}`,
  },
  principal: (expected, seen) => `Principal: ${expected}; the caller is ${seen}`,
  silent: 'no statement is about this action',
  nothingAsked: 'The request names no action or no resource',
  leftOut: count => `and ${count} more`,
};

const zh: Words = {
  outcomes: {
    Allow: '允许',
    ExplicitDeny: '显式拒绝',
    ImplicitDeny: '隐式拒绝',
    NotReached: '未判定到此步骤',
    Applied: '生效',
    Shadowed: '被遮蔽',
    NearMiss: '接近匹配',
    Unreadable: '无法识别',
  },
  effects: { Allow: '允许', Deny: '拒绝' },
  steps: {
    Root: '账号本身',
    ControlPolicy: '管控策略',
    SessionPolicy: '会话策略',
    AccountLevelIdentityBasedPolicy: '账号级别的身份策略',
    ResourceGroupLevelIdentityBasedPolicy: '资源组级别的身份策略',
    ResourceBasedPolicy: '资源策略',
    AssumeRolePolicy: '角色信任策略',
    Reach: '仅一方允许，不足以访问其他账号的资源',
  },
  comma: '、',
  resource: (outcome, resource) => `${resource}：${outcome}`,
  step: (title, outcome) => `${title}：${outcome}`,
  level: level => `（第 ${level} 层）`,
  statement: (outcome, effect, policy, place) => `${outcome}：${policy} 的第 ${place} 条${effect}语句`,
  unread: parts => `；无法识别：${parts}`,
  action: (element, patterns, seen) => `${element}：${patterns}；请求为 ${seen}`,
  resourceMiss: (pattern, segment, expected, seen) =>
    `Resource：${pattern}；${SEGMENTS_ZH[segment]}应为 ${expected}，请求为 ${seen}`,
  excluded: (pattern, seen) => `NotResource：${pattern}；已包含 ${seen}`,
  condition: (operator, key, expected, seen) => `Condition：${operator} ${key} ${expected}；${seen}`,
  holds: '，因此条件成立',
  reasons: {
    missing: () => '请求中没有该条件键',
    unparsable: seen => `请求为 ${seen}，该运算符无法解析`,
    'no-match': seen => `请求为 ${seen}`,
  },
  principal: (expected, seen) => `Principal：${expected}；调用者为 ${seen}`,
  silent: '没有与该操作有关的语句',
  nothingAsked: '请求未指明操作或资源',
  leftOut: count => `另有 ${count} 条未列出`,
};

const SEGMENTS_ZH: Readonly<Record<ResourceMiss['segment'], string>> = {
  service: '服务',
  region: '地域',
  account: '账号',
  'relative-id': '资源标识',
};

export const wordsOf: Readonly<Record<Language, Words>> = { en, zh };
