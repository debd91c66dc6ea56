import { fold } from '../letter-case.ts';
import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import type { ResourcePattern } from '../resources/resource-pattern.ts';
import type { PrefixNode } from './prefix-tree.ts';
import { buildPrefixTree, descend } from './prefix-tree.ts';
import type { CompiledStatement } from './statement.ts';
import { applies } from './statement.ts';

/**
 * Statements of one effect, ready to be searched for those that apply to a request. A few are tried one after
 * the other. Many are found by what their action patterns, and then their resource patterns, begin with: all
 * candidates for a request lie on one path of a prefix tree. The trees only leave out statements that cannot
 * apply; whether a candidate does apply is always decided by `applies`.
 */
export interface StatementIndex {
  /** The statements in their order. */
  readonly statements: readonly CompiledStatement[];
  /** The same by the beginnings of their actions, when there are many. */
  readonly byAction: PrefixNode<ActionBucket> | undefined;
}

/** The statements that share the beginning of an action. */
interface ActionBucket {
  readonly statements: readonly CompiledStatement[];
  /** The same by the beginnings of the relative ids in their resources, when there are many. */
  readonly byResource: PrefixNode<readonly CompiledStatement[]> | undefined;
}

/** Up to so many statements, a tree that leads to them finds them no sooner than trying them all. */
const TRY_ALL_UP_TO = 4;

/**
 * A statement with more pairs of an action pattern and a resource pattern than this is found by its actions
 * alone: an index must not grow with the product of two long lists.
 */
const MAX_PAIRS = 64;

const ANY_BEGINNING: readonly string[] = [''];

/** Builds the index. `tryAllUpTo` statements are not worth a tree. */
export function indexStatements(
  statements: readonly CompiledStatement[],
  tryAllUpTo = TRY_ALL_UP_TO,
): StatementIndex {
  if (statements.length <= tryAllUpTo) return { statements, byAction: undefined };
  const buckets = new Map<string, ActionBucket>();
  for (const [prefix, group] of groupBy(statements, actionPrefixes)) {
    const byResource =
      group.length > tryAllUpTo ? buildPrefixTree(groupBy(group, resourcePrefixes)) : undefined;
    buckets.set(prefix, { statements: group, byResource });
  }
  return { statements, byAction: buildPrefixTree(buckets) };
}

/**
 * Searches for statements that apply to a resource, given by its names. Without `found`, stops at the first and
 * tells whether there is one. With it, adds all of them to `found` and returns false.
 */
export function searchStatements(
  { statements, byAction }: StatementIndex,
  request: RequestedAction,
  names: readonly ResourceName[],
  found?: Set<CompiledStatement>,
): boolean {
  if (byAction === undefined) return tryAll(statements, request, names, found);
  for (const action of request.actions) {
    let node: PrefixNode<ActionBucket> | undefined = byAction;
    let at = 0;
    while (node !== undefined) {
      if (node.value !== undefined && searchBucket(node.value, request, names, found)) return true;
      at += node.label.length;
      node = descend(node, action, at);
    }
  }
  return false;
}

function searchBucket(
  { statements, byResource }: ActionBucket,
  request: RequestedAction,
  names: readonly ResourceName[],
  found: Set<CompiledStatement> | undefined,
): boolean {
  if (byResource === undefined) return tryAll(statements, request, names, found);
  for (const name of names) {
    let node: PrefixNode<readonly CompiledStatement[]> | undefined = byResource;
    let at = name.relativeIdStart;
    while (node !== undefined) {
      if (node.value !== undefined && tryAll(node.value, request, names, found)) return true;
      at += node.label.length;
      node = descend(node, name.text, at);
    }
  }
  return false;
}

function tryAll(
  statements: readonly CompiledStatement[],
  request: RequestedAction,
  names: readonly ResourceName[],
  found: Set<CompiledStatement> | undefined,
): boolean {
  for (const statement of statements) {
    if (!applies(statement, request, names)) continue;
    if (found === undefined) return true;
    found.add(statement);
  }
  return false;
}

/** What an action's name must begin with for the statement to apply, in lower case; one of these. */
function actionPrefixes({ actions }: CompiledStatement): readonly string[] {
  return actions.negated ? ANY_BEGINNING : actions.patterns.map(pattern => pattern.prefix);
}

/** What a resource's relative id must begin with for the statement to apply, in lower case; one of these. */
function resourcePrefixes({ actions, resources }: CompiledStatement): readonly string[] {
  const pairs = actions.patterns.length * resources.patterns.length;
  return resources.negated || pairs > MAX_PAIRS ? ANY_BEGINNING : resources.patterns.map(resourcePrefix);
}

function resourcePrefix(pattern: ResourcePattern): string {
  return pattern === 'everything' ? '' : fold(pattern.relativeId.prefix);
}

/** Puts each statement into the group of each of its keys, once. */
function groupBy(
  statements: readonly CompiledStatement[],
  keysOf: (statement: CompiledStatement) => readonly string[],
): Map<string, CompiledStatement[]> {
  const groups = new Map<string, CompiledStatement[]>();
  for (const statement of statements) {
    for (const key of keysOf(statement)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [statement]);
      else if (group.at(-1) !== statement) group.push(statement);
    }
  }
  return groups;
}
