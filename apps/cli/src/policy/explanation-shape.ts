import type { Explanation } from '@wardenry/policy';

type Check = (value: unknown) => boolean;

const isText: Check = value => typeof value === 'string';
const isTexts = listOf(isText);
const isCount: Check = value => typeof value === 'number';

const EFFECTS = ['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const;
const STEPS = [
  'ControlPolicy',
  'SessionPolicy',
  'AssumeRolePolicy',
  'AccountLevelIdentityBasedPolicy',
  'ResourceGroupLevelIdentityBasedPolicy',
  'ResourceBasedPolicy',
] as const;

const isListMiss = shape({ patterns: isTexts, value: isTexts });
const isSegmentMiss = shape({
  pattern: isText,
  segment: oneOf('service', 'region', 'account', 'relative-id'),
  expected: isText,
  seen: isText,
});
const isConditionMiss = shape({
  element: oneOf('Condition'),
  operator: isText,
  key: isText,
  expected: isTexts,
  seen: optional(isTexts),
  reason: oneOf('missing', 'unparsable', 'no-match'),
});

const MISSES: ReadonlyMap<string, Check> = new Map([
  ['Action', isListMiss],
  ['NotAction', isListMiss],
  ['Resource', isSegmentMiss],
  ['NotResource', isSegmentMiss],
  ['Condition', isConditionMiss],
  ['Principal', shape({ expected: isTexts, seen: isText })],
]);

const isMiss: Check = value => MISSES.get(textMember(value, 'element'))?.(value) ?? false;

const reference = {
  policyName: isText,
  policyType: oneOf('System', 'Custom'),
  version: optional(isText),
  attachedTo: shape({
    type: oneOf('RamUser', 'RamGroup', 'RamRole', 'ResourceDirectoryTarget'),
    name: isText,
  }),
  scope: shape({ type: oneOf('Account', 'Folder', 'ResourceGroup'), id: optional(isText) }),
  statement: isCount,
};

const isAllowed = shape({ effect: oneOf('Allow') });
const isDenied = shape({
  effect: oneOf('ExplicitDeny', 'ImplicitDeny'),
  policyType: oneOf(...STEPS),
  resource: isText,
  matched: listOf(shape(reference)),
});

const isStatement = shape({
  ...reference,
  effect: oneOf('Allow', 'Deny'),
  outcome: oneOf('Applied', 'Shadowed', 'NearMiss', 'Unreadable'),
  misses: listOf(isMiss),
  unread: optional(listOf(oneOf('Action', 'Resource', 'Principal', 'Condition', 'Statement'))),
  remarks: optional(listOf(isConditionMiss)),
});

const isStep = shape({
  policyType: oneOf(...STEPS, 'Root', 'Reach'),
  level: optional(isCount),
  resourceGroupId: optional(isText),
  outcome: oneOf(...EFFECTS, 'NotReached'),
  statements: listOf(isStatement),
  leftOut: isCount,
});

const isShown = shape({
  decision: value => isAllowed(value) || isDenied(value),
  resources: listOf(shape({ resource: isText, effect: oneOf(...EFFECTS), steps: listOf(isStep) })),
});

/** Whether what a server sent is an explanation as this version knows them. */
export function isExplanation(value: unknown): value is Explanation {
  return isShown(value);
}

function oneOf(...words: readonly string[]): Check {
  return value => typeof value === 'string' && words.includes(value);
}

function listOf(check: Check): Check {
  return value => Array.isArray(value) && value.every(check);
}

function optional(check: Check): Check {
  return value => value === undefined || check(value);
}

function shape(members: Readonly<Record<string, Check>>): Check {
  return value => {
    if (typeof value !== 'object' || value === null) return false;
    const present = new Map<string, unknown>(Object.entries(value));
    return Object.entries(members).every(([name, check]) => check(present.get(name)));
  };
}

function textMember(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const member: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof member === 'string' ? member : '';
}
