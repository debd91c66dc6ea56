import type { CompiledCondition, Condition } from '../conditions/condition.ts';
import { allHold, compileCondition } from '../conditions/condition.ts';
import { isActionPattern } from '../document/action-pattern.ts';
import type { PatternList, Statement } from '../document/document.ts';
import { matchesAnyGlob } from '../glob/any-glob.ts';
import type { Glob } from '../glob/glob.ts';
import { compileGlob } from '../glob/glob.ts';
import { fold } from '../letter-case.ts';
import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import type { ResourcePattern } from '../resources/resource-pattern.ts';
import { compileArnHead, compileResourcePattern, matchesAnyResource } from '../resources/resource-pattern.ts';
import type { StatementReference } from './attachment.ts';

/** Patterns of which one must match; when they are negated, none may. */
export interface PatternSet<T> {
  readonly negated: boolean;
  readonly patterns: readonly T[];
}

/** A statement made ready to be applied. */
export interface CompiledStatement {
  readonly reference: StatementReference;
  /** As it was written. */
  readonly source: Statement;
  readonly denies: boolean;
  /** Its place among the statements that it was compiled with. */
  readonly order: number;
  readonly actions: PatternSet<Glob>;
  readonly resources: PatternSet<ResourcePattern>;
  readonly conditions: readonly CompiledCondition[];
}

/** An Allow that cannot be read, so that it never applies. */
export interface UnreadStatement {
  readonly reference: StatementReference;
  readonly order: number;
}

/** "None of no patterns": what a Deny covers in place of a part that cannot be read. */
export const EVERYTHING: PatternSet<never> = { negated: true, patterns: [] };

/** Makes statements of one set ready to be applied, each with its place among them. */
export type StatementCompiler = (
  statement: Statement,
  reference: StatementReference,
  order: number,
) => CompiledStatement | undefined;

/**
 * Makes statements ready to be applied. What cannot be read in one errs towards refusing (spec: policy 3.3): an Allow
 * with such a part never applies, for which the answer is `undefined`; a Deny applies whatever that part may have
 * meant. Parts that several statements have in common are made once and shared.
 */
export function statementCompiler(): StatementCompiler {
  const actionOf = remember(compileAction);
  const headOf = remember(compileArnHead);
  const conditionsOf = remember(compileConditions);
  const resourceOf = (pattern: string) => compileResourcePattern(pattern, headOf);
  return (statement, reference, order) => {
    const actions = compilePatterns(statement.action, actionOf);
    const resources = compilePatterns(statement.resource, resourceOf);
    const conditions = conditionsOf(statement.conditions);
    const isReadable = actions !== undefined && resources !== undefined && conditions !== undefined;
    const denies = statement.effect === 'Deny';
    if (!denies && !(isReadable && statement.intact)) return undefined;
    return {
      reference,
      denies,
      source: statement,
      order,
      actions: actions ?? EVERYTHING,
      resources: resources ?? EVERYTHING,
      conditions: conditions ?? [],
    };
  };
}

/** A function that works out the answer to each list of arguments once. */
function remember<A extends readonly unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(...args);
    made.set(key, value);
    return value;
  };
}

/** Whether a statement applies to one of the request's resources, given by its names (spec: policy 4.1). */
export function applies(
  statement: CompiledStatement,
  request: RequestedAction,
  names: readonly ResourceName[],
): boolean {
  return (
    coversAction(statement.actions, request.actions) &&
    coversResource(statement.resources, names) &&
    allHold(statement.conditions, request.context)
  );
}

/** Whether the patterns cover an action that has these names: any of them counts (spec: policy 6.2). */
export function coversAction({ negated, patterns }: PatternSet<Glob>, names: readonly string[]): boolean {
  for (const name of names) {
    if (matchesAnyGlob(patterns, name, true)) return !negated;
  }
  return negated;
}

/** Whether the patterns cover a resource that has these names. */
export function coversResource(
  { negated, patterns }: PatternSet<ResourcePattern>,
  names: readonly ResourceName[],
): boolean {
  for (const name of names) {
    if (matchesAnyResource(patterns, name)) return !negated;
  }
  return negated;
}

/** Makes action patterns ready to match. `undefined` when there are none, or one cannot be read. */
export function compileActions(list: PatternList | undefined): PatternSet<Glob> | undefined {
  return compilePatterns(list, compileAction);
}

/** Folded, so that spellings of one action share their place in an index. */
function compileAction(pattern: string): Glob | undefined {
  return isActionPattern(pattern) ? compileGlob(fold(pattern)) : undefined;
}

/** Makes conditions ready to be tested. `undefined` when one of them cannot be read. */
export function compileConditions(
  conditions: readonly Condition[] | undefined,
): readonly CompiledCondition[] | undefined {
  return conditions && allDefined(conditions.map(compileCondition));
}

/** `undefined` when there is no list, or one of its patterns cannot be read. */
function compilePatterns<T>(
  list: PatternList | undefined,
  compilePattern: (pattern: string) => T | undefined,
): PatternSet<T> | undefined {
  const patterns = list && allDefined(list.patterns.map(compilePattern));
  return list && patterns && { negated: list.negated, patterns };
}

function allDefined<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const defined = items.filter(item => item !== undefined);
  return defined.length === items.length ? defined : undefined;
}
