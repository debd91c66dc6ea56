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
  /** What of it cannot be read. Those parts are left open: they limit nothing. */
  readonly unread: readonly UnreadPart[];
}

/** A part of a statement; `Statement` for what stands around its elements. */
export type UnreadPart = 'Action' | 'Resource' | 'Principal' | 'Condition' | 'Statement';

const NOTHING_UNREAD: readonly UnreadPart[] = [];

/** "None of no patterns": what a Deny covers in place of a part that cannot be read. */
const EVERYTHING: PatternSet<never> = { negated: true, patterns: [] };

const UNCONDITIONAL: readonly CompiledCondition[] = [];

/** Makes statements of one set ready to be applied, each with its place among them. */
export type StatementCompiler = (
  statement: Statement,
  reference: StatementReference,
  order: number,
) => CompiledStatement;

/**
 * Makes statements ready to be applied. What cannot be read in one errs towards refusing (spec: policy 3.3): a Deny
 * applies whatever that part may have meant, and an Allow is of no use (see {@link isUsable}). Parts that several
 * statements have in common are made once and shared.
 */
export function statementCompiler(): StatementCompiler {
  const actionOf = remember(compileAction, pattern => pattern);
  // No segment has a colon, so that no two heads have one text.
  const headOf = remember(
    compileArnHead,
    ({ service, region, account }) => `${service}:${region}:${account}`,
  );
  const conditionsOf = remember(compileConditions, JSON.stringify);
  const resourceOf = (pattern: string) => compileResourcePattern(pattern, headOf);
  return (statement, reference, order) => {
    const actions = compilePatterns(statement.action, actionOf);
    const resources = compilePatterns(statement.resource, resourceOf);
    const conditions =
      statement.conditions?.length === 0 ? UNCONDITIONAL : conditionsOf(statement.conditions);
    return {
      reference,
      denies: statement.effect === 'Deny',
      source: statement,
      order,
      actions: actions ?? EVERYTHING,
      resources: resources ?? EVERYTHING,
      conditions: conditions ?? [],
      unread: statement.intact && actions && resources && conditions ? NOTHING_UNREAD : unreadParts(),
    };

    function unreadParts(): readonly UnreadPart[] {
      const parts: UnreadPart[] = [];
      if (actions === undefined) parts.push('Action');
      if (resources === undefined) parts.push('Resource');
      if (conditions === undefined) parts.push('Condition');
      return parts.length === 0 ? ['Statement'] : parts;
    }
  };
}

/** Whether the statement may be decided by: an Allow that is not understood in full must not (spec: policy 3.3). */
export function isUsable({ denies, unread }: CompiledStatement): boolean {
  return denies || unread.length === 0;
}

/** A function that works out each answer once. @param keyOf gives arguments with different answers different texts */
function remember<A, T>(make: (argument: A) => T, keyOf: (argument: A) => string): (argument: A) => T {
  const made = new Map<string, T>();
  return argument => {
    const key = keyOf(argument);
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(argument);
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

/** Folded, so that spellings of one action share their place in an index. */
function compileAction(pattern: string): Glob | undefined {
  return isActionPattern(pattern) ? compileGlob(fold(pattern)) : undefined;
}

/** Makes conditions ready to be tested. `undefined` when one of them cannot be read. */
function compileConditions(
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
