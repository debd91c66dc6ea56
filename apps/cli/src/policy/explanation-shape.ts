import type { ShownExplanation } from './explanation.ts';

type Check = (value: unknown) => boolean;

const isText: Check = value => typeof value === 'string';
const isTexts = listOf(isText);
const isCount: Check = value => typeof value === 'number';

const isListMiss = shape({ patterns: isTexts, value: isTexts });
const isSegmentMiss = shape({ pattern: isText, segment: isText, expected: isText, seen: isText });

const MISSES: ReadonlyMap<string, Check> = new Map([
  ['Action', isListMiss],
  ['NotAction', isListMiss],
  ['Resource', isSegmentMiss],
  ['NotResource', isSegmentMiss],
  [
    'Condition',
    shape({ operator: isText, key: isText, expected: isTexts, seen: optional(isTexts), reason: isText }),
  ],
  ['Principal', shape({ expected: isTexts, seen: isText })],
]);

const isMiss: Check = value => MISSES.get(textMember(value, 'element'))?.(value) ?? false;

const reference = { policyName: isText, version: optional(isText), statement: isCount };

const isDecision = shape({
  effect: isText,
  policyType: optional(isText),
  resource: optional(isText),
  matched: optional(listOf(shape(reference))),
});

const isStatement = shape({
  ...reference,
  effect: isText,
  outcome: isText,
  misses: listOf(isMiss),
});

const isStep = shape({
  policyType: isText,
  level: optional(isCount),
  resourceGroupId: optional(isText),
  outcome: isText,
  statements: listOf(isStatement),
});

const isShown = shape({
  decision: isDecision,
  resources: optional(listOf(shape({ resource: isText, effect: isText, steps: listOf(isStep) }))),
});

/** Whether what a server sent is an explanation as this version writes them, as far as it is shown. */
export function isExplanation(value: unknown): value is ShownExplanation {
  return isShown(value);
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
