import { parseArn } from '../arn.ts';
import type { FindingCode, Report } from '../findings.ts';
import { quote } from '../findings.ts';
import type { JsonObject } from '../json/json.ts';
import { isActionPattern } from './action-pattern.ts';
import type { PatternList } from './document.ts';
import { readTexts, type TextList } from './elements.ts';

/** A finding without its place. */
type Complaint = readonly [code: FindingCode, message: string];

/** A pair of elements of which a statement has exactly one. */
interface PatternElement {
  readonly name: string;
  /** The element that lists what is not meant. */
  readonly negatedName: string;
  readonly missing: Complaint;
  readonly both: Complaint;
  readonly check: (pattern: string) => Complaint | undefined;
}

const ACTION: PatternElement = {
  name: 'Action',
  negatedName: 'NotAction',
  missing: ['missing-action', 'The statement names no actions. Add "Action" or "NotAction".'],
  both: ['action-and-not-action', 'The statement has both Action and NotAction. Keep one of them.'],
  check: checkAction,
};

const RESOURCE: PatternElement = {
  name: 'Resource',
  negatedName: 'NotResource',
  missing: [
    'missing-resource',
    'The statement names no resources. Add "Resource"; "*" stands for all of them.',
  ],
  both: ['resource-and-not-resource', 'The statement has both Resource and NotResource. Keep one of them.'],
  check: checkResource,
};

/**
 * A list that excludes nothing would mean everything, which nobody writes on purpose: it is not understood, so that
 * met in a stored document it never allows.
 */
const EMPTY_EXCLUSION = {
  code: 'empty-exclusion',
  message: 'The list excludes nothing, which would mean everything. Name what is excluded.',
} as const;

/**
 * Reads the actions of a statement, listed or excluded (spec: policy 1.4). `undefined` when they are missing, have
 * the wrong data type or stand in both elements. Patterns of the wrong form are reported, and stay.
 */
export function readActions(statement: JsonObject, report: Report): PatternList | undefined {
  return readPatternElement(statement, ACTION, report);
}

/** Reads the resources of a statement, listed or excluded (spec: policy 1.5, 1.6), as {@link readActions} does. */
export function readResources(statement: JsonObject, report: Report): PatternList | undefined {
  return readPatternElement(statement, RESOURCE, report);
}

/** Reports elements that name resources, for the trust policy of a role, which is about its role (spec: policy 1.5). */
export function refuseResources(statement: JsonObject, report: Report): undefined {
  for (const name of [RESOURCE.name, RESOURCE.negatedName]) {
    const place = statement.members.get(name)?.name;
    if (place === undefined) continue;
    report('unexpected-element', place, `A trust policy is about its own role. Remove "${name}".`);
  }
}

function readPatternElement(
  statement: JsonObject,
  element: PatternElement,
  report: Report,
): PatternList | undefined {
  const listed = statement.members.get(element.name);
  const excluded = statement.members.get(element.negatedName);
  if (listed === undefined && excluded === undefined)
    report(element.missing[0], statement, element.missing[1]);
  const patterns = listed && readPatterns(readTexts(listed.value, report), element, report);
  const excludedPatterns =
    excluded && readPatterns(readTexts(excluded.value, report, EMPTY_EXCLUSION), element, report);
  if (listed !== undefined && excluded !== undefined) {
    report(element.both[0], excluded.name, element.both[1]);
    return undefined;
  }
  if (patterns !== undefined) return { negated: false, patterns };
  return excludedPatterns === undefined ? undefined : { negated: true, patterns: excludedPatterns };
}

function readPatterns(
  { texts, complete }: TextList,
  { check }: PatternElement,
  report: Report,
): readonly string[] | undefined {
  for (const text of texts) {
    const complaint = check(text.value);
    if (complaint !== undefined) report(complaint[0], text, complaint[1]);
  }
  return complete ? texts.map(text => text.value) : undefined;
}

function checkAction(pattern: string): Complaint | undefined {
  if (isActionPattern(pattern)) return undefined;
  return [
    'invalid-action',
    `${quote(pattern)} is not an action. Write "<service>:<action>", such as "ecs:StopInstance" or "ecs:*", or "*".`,
  ];
}

function checkResource(pattern: string): Complaint | undefined {
  if (pattern === '*') return undefined;
  if (!pattern.startsWith('acs:')) {
    return ['invalid-arn-prefix', `${quote(pattern)} does not begin with "acs:". ${ARN_ADVICE}`];
  }
  const arn = parseArn(pattern);
  if (arn !== undefined && arn.service !== '' && arn.relativeId !== '') return undefined;
  return ['missing-arn-field', `${quote(pattern)} lacks one of the five fields of an ARN. ${ARN_ADVICE}`];
}

const ARN_ADVICE =
  'Write "acs:<service>:<region>:<account>:<resource>", with "*" for what does not matter, or "*" alone.';
