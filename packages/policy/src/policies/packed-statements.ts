import type { CompiledCondition } from '../conditions/condition.ts';
import { allHold } from '../conditions/condition.ts';
import type { Glob } from '../glob/glob.ts';
import type { PackedGlobs } from '../glob/packed-globs.ts';
import { matchesPacked, packGlobs } from '../glob/packed-globs.ts';
import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import type { ArnHead, ArnPattern } from '../resources/resource-pattern.ts';
import { matchesHead } from '../resources/resource-pattern.ts';
import type { CompiledStatement } from './statement.ts';
import { applies } from './statement.ts';

/**
 * Statements with what is looked at of them packed close together: of ten thousand statements every request meets
 * others, and finding those strewn over the memory would take longer than trying them. Statements with more actions or
 * resources than usual are not packed, and are tried as they are.
 */
export interface PackedStatements {
  readonly statements: readonly CompiledStatement[];
  /** {@link FIELDS} numbers for each statement. */
  readonly records: Int32Array;
  readonly actions: PackedGlobs;
  readonly relativeIds: PackedGlobs;
  readonly heads: readonly ArnHead[];
  readonly conditions: readonly (readonly CompiledCondition[])[];
}

/** The numbers of a record: what it is, and places in the lists of the same name. */
const FORM = 0;
const ACTION = 1;
/** A second action, or the first once more. */
const OTHER_ACTION = 2;
const RELATIVE_ID = 3;
const HEAD = 4;
const CONDITIONS = 5;
const FIELDS = 8;

/** Bits of the form. */
const DENIES = 1;
const UNPACKED = 2;

/** The most actions of a packed statement. */
const MOST_ACTIONS = 2;

/** Packs statements. */
export function packStatements(statements: readonly CompiledStatement[]): PackedStatements {
  const records = new Int32Array(statements.length * FIELDS);
  const actions = new Places<Glob>();
  const relativeIds = new Places<Glob>();
  const heads = new Places<ArnHead>();
  const conditions = new Places<readonly CompiledCondition[]>();
  for (const [place, statement] of statements.entries()) {
    const at = place * FIELDS;
    const usual = usualParts(statement);
    records[at + FORM] = (statement.denies ? DENIES : 0) | (usual === undefined ? UNPACKED : 0);
    if (usual === undefined) continue;
    records[at + ACTION] = actions.placeOf(usual.action);
    records[at + OTHER_ACTION] = actions.placeOf(usual.otherAction);
    records[at + RELATIVE_ID] = relativeIds.placeOf(usual.resource.relativeId);
    records[at + HEAD] = heads.placeOf(usual.resource.head);
    records[at + CONDITIONS] = conditions.placeOf(statement.conditions);
  }
  return {
    statements,
    records,
    actions: packGlobs(actions.items),
    relativeIds: packGlobs(relativeIds.items),
    heads: heads.items,
    conditions: conditions.items,
  };
}

/** Whether a statement, by its place, is a Deny. */
export function isDeny({ records }: PackedStatements, place: number): boolean {
  return ((records[place * FIELDS + FORM] ?? 0) & DENIES) !== 0;
}

/** Whether a statement, by its place, applies to a resource, given by its names: what {@link applies} says. */
export function packedApplies(
  packed: PackedStatements,
  place: number,
  request: RequestedAction,
  names: readonly ResourceName[],
): boolean {
  const { records } = packed;
  const at = place * FIELDS;
  if (((records[at + FORM] ?? 0) & UNPACKED) !== 0) {
    const statement = packed.statements[place];
    return statement !== undefined && applies(statement, request, names);
  }
  if (!coversAction(packed, at, request.actions) || !coversResource(packed, at, names)) return false;
  const conditions = packed.conditions[records[at + CONDITIONS] ?? -1];
  return conditions !== undefined && allHold(conditions, request.context);
}

function coversAction({ records, actions }: PackedStatements, at: number, names: readonly string[]): boolean {
  const action = records[at + ACTION] ?? 0;
  const otherAction = records[at + OTHER_ACTION] ?? 0;
  for (const name of names) {
    if (matchesPacked(actions, action, name, true)) return true;
    if (otherAction !== action && matchesPacked(actions, otherAction, name, true)) return true;
  }
  return false;
}

function coversResource(
  { records, relativeIds, heads }: PackedStatements,
  at: number,
  names: readonly ResourceName[],
): boolean {
  const relativeId = records[at + RELATIVE_ID] ?? 0;
  const head = heads[records[at + HEAD] ?? -1];
  for (const name of names) {
    const { text, folded, relativeIdStart } = name;
    if (!name.isArn || !matchesPacked(relativeIds, relativeId, text, folded, relativeIdStart)) continue;
    if (head !== undefined && matchesHead(head, name)) return true;
  }
  return false;
}

/** The parts of a statement that can be packed. */
interface UsualParts {
  readonly action: Glob;
  readonly otherAction: Glob;
  readonly resource: ArnPattern;
}

/** The parts of a statement with one or two actions and one resource, none of them negated; else `undefined`. */
function usualParts({ actions, resources }: CompiledStatement): UsualParts | undefined {
  if (actions.negated || resources.negated) return undefined;
  if (actions.patterns.length > MOST_ACTIONS || resources.patterns.length > 1) return undefined;
  const [action, otherAction = action] = actions.patterns;
  const [resource] = resources.patterns;
  if (action === undefined || otherAction === undefined) return undefined;
  return resource === undefined || resource === 'everything' ? undefined : { action, otherAction, resource };
}

/** Gives things that statements share their places in a list. */
class Places<T> {
  readonly items: T[] = [];
  readonly #places = new Map<T, number>();

  placeOf(item: T): number {
    const known = this.#places.get(item);
    if (known !== undefined) return known;
    const place = this.items.push(item) - 1;
    this.#places.set(item, place);
    return place;
  }
}
