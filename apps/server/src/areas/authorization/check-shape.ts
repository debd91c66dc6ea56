/** The shape of checks in JSON: members, kinds and sizes. What the values mean is read behind it. */
import * as z from 'zod/mini';
import type { CheckBounds } from './check.ts';

/**
 * Makes the shapes of what services send.
 *
 * @returns the shape of a question, and of a list of checks
 */
export function shapesOf(bounds: CheckBounds) {
  const text = z.string().check(z.minLength(1), z.maxLength(bounds.text));
  const resource = z.string().check(z.minLength(1), z.maxLength(bounds.resourceName));
  const value = z.string().check(z.maxLength(bounds.text));
  const listOf = <Item extends z.ZodMiniType>(item: Item, most: number) =>
    z.array(item).check(z.minLength(1), z.maxLength(most));
  const fewMembers = (most: number) =>
    z.refine<Readonly<Record<string, unknown>>>(members => Object.keys(members).length <= most, {
      params: { problem: `it has more than ${most} members` },
    });
  const members = {
    action: text,
    resource: z.union([resource, listOf(resource, bounds.resources)]),
    context: z.optional(
      z
        .record(text, z.union([value, z.array(value).check(z.maxLength(bounds.conditions))]))
        .check(fewMembers(bounds.conditions)),
    ),
    resourceGroupId: z.optional(text),
    resourceTags: z.optional(z.record(text, value).check(fewMembers(bounds.conditions))),
    controlPolicies: z.optional(
      listOf(
        listOf(z.union([z.string(), z.looseObject({})]), bounds.controlPolicies),
        bounds.controlPolicies,
      ),
    ),
  };
  const question = z.strictObject(members);
  const check = z.strictObject({
    principal: z.optional(text),
    accessKeyId: z.optional(text),
    securityToken: z.optional(text),
    ...members,
  });
  return { question, checks: listOf(check, bounds.checks) };
}

type Shapes = ReturnType<typeof shapesOf>;

/** A question as it came in. */
export type SentQuestion = z.infer<Shapes['question']>;

/** A check as it came in. */
export type SentCheck = z.infer<Shapes['checks']>[number];

/** Something is wrong at a place. */
export interface Wrong {
  /** Behind the name of the parameter: `[3].action`. */
  readonly path: string;
  /** A clause without a full stop. */
  readonly problem: string;
}

/** What is wrong first, in words. */
export function wrongOf(error: z.core.$ZodError): Wrong {
  return wrongOfIssue(error.issues[0], '');
}

function wrongOfIssue(issue: z.core.$ZodIssue | undefined, before: string): Wrong {
  if (issue === undefined) return { path: before, problem: 'it cannot be read' };
  const path = before + pathOf(issue.path);
  // Of the alternatives the one that got farthest says best what is wrong.
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().toSorted((one, other) => other.path.length - one.path.length)[0];
    if (deepest !== undefined && deepest.path.length > 0) return wrongOfIssue(deepest, path);
    return { path, problem: 'it is of none of the kinds that it may be' };
  }
  return { path, problem: problemOf(issue) };
}

/** A path as JavaScript writes it. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step).slice(0, 64)}`))
    .join('');
}

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `it has a member ${JSON.stringify(issue.keys[0]?.slice(0, 64))}, which is none of its members`;
    case 'invalid_type':
      return issue.input === undefined
        ? `it is missing; expected is ${nouns[issue.expected] ?? issue.expected}`
        : `expected is ${nouns[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `it is shorter than ${issue.minimum}`;
    case 'too_big':
      return `it is longer than ${issue.maximum}`;
    case 'custom':
      return String(issue.params?.problem ?? 'it cannot be read');
    default:
      return 'it cannot be read';
  }
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a string',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
