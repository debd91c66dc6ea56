import { fold } from '../letter-case.ts';
import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import type { ResourcePattern } from '../resources/resource-pattern.ts';
import type { LiteralCounts, LiteralTable, Side } from './literal-table.ts';
import { buildLiteralTable, countLiterals, EMPTY_HASH, extendHash, lookUp } from './literal-table.ts';
import type { PackedStatements } from './packed-statements.ts';
import { isDeny, packedApplies, packStatements } from './packed-statements.ts';
import type { CompiledStatement } from './statement.ts';

/**
 * Statements, ready to be searched for those that apply to a request. A few are tried one after the other. Many are
 * listed by a literal that a request must have for them to apply: what one of their action patterns begins with, or
 * what one of their resource patterns begins or ends with, whichever is rarest. The index only leaves out statements
 * that cannot apply; whether one does is always decided by its patterns and conditions.
 */
export interface StatementIndex {
  readonly packed: PackedStatements;
  readonly listed: Listed;
}

/** One statement or several, by their places; or many, in tables. */
type Listed = number | readonly number[] | StatementTables;

interface StatementTables {
  /** By the beginnings of actions. */
  readonly byAction: LiteralTable<Listed>;
  /** By the beginnings of relative ids. */
  readonly byBeginning: LiteralTable<Listed>;
  /** By the endings of relative ids. */
  readonly byEnding: LiteralTable<Listed>;
}

/** What the statements tried so far say of a request; a later one only ever raises it. */
export type Verdict = typeof SILENT | typeof ALLOWS | typeof DENIES;
export const SILENT = 0;
export const ALLOWS = 1;
export const DENIES = 2;

/** Up to so many statements are tried all as soon as an index finds them. */
const TRY_ALL_UP_TO = 4;

/**
 * A list of an index is indexed in turn, but a statement with more pairs of an action pattern and a resource pattern
 * than this is listed there once: an index must not grow with the product of two long lists.
 */
const MAX_PAIRS = 64;

/** Builds the index. `tryAllUpTo` statements are not worth one. */
export function indexStatements(
  statements: readonly CompiledStatement[],
  tryAllUpTo = TRY_ALL_UP_TO,
): StatementIndex {
  const literals = statements.map(literalsOf);
  return {
    packed: packStatements(statements),
    listed: statements.length <= tryAllUpTo ? listOf(literals) : buildTables(literals, indexList),
  };

  function indexList(list: readonly Literals[]): Listed {
    return list.length <= tryAllUpTo ? listOf(list) : buildTables(list.map(limitPairs), listOf);
  }
}

/**
 * What the statements of an index say of a request for one resource, given by its names. Without `denying`, ends at
 * the first Deny that applies. With it, adds all of them to it.
 */
export function searchStatements(
  index: StatementIndex,
  request: RequestedAction,
  names: readonly ResourceName[],
  denying?: Set<CompiledStatement>,
): Verdict {
  return search(index.listed, index.packed, request, names, SILENT, denying);
}

function search(
  listed: Listed,
  packed: PackedStatements,
  request: RequestedAction,
  names: readonly ResourceName[],
  before: Verdict,
  denying: Set<CompiledStatement> | undefined,
): Verdict {
  if (typeof listed === 'number') return tryOne(listed, packed, request, names, before, denying);
  return 'byAction' in listed
    ? searchTables(listed, packed, request, names, before, denying)
    : tryAll(listed, packed, request, names, before, denying);
}

function searchTables(
  { byAction, byBeginning, byEnding }: StatementTables,
  packed: PackedStatements,
  request: RequestedAction,
  names: readonly ResourceName[],
  before: Verdict,
  denying: Set<CompiledStatement> | undefined,
): Verdict {
  let verdict = before;
  for (const action of request.actions) {
    verdict = searchTable(byAction, action, 0, 1, action.length, packed, request, names, verdict, denying);
    if (verdict === DENIES && denying === undefined) return DENIES;
  }
  for (const name of names) {
    const { text, relativeIdStart: start } = name;
    const length = text.length - start;
    verdict = searchTable(byBeginning, text, start, 1, length, packed, request, names, verdict, denying);
    if (verdict === DENIES && denying === undefined) return DENIES;
    const last = text.length - 1;
    verdict = searchTable(byEnding, text, last, -1, length, packed, request, names, verdict, denying);
    if (verdict === DENIES && denying === undefined) return DENIES;
  }
  return verdict;
}

/** Searches what is listed under the beginnings or endings of a text: `length` characters from `first` on, by `step`. */
function searchTable(
  table: LiteralTable<Listed>,
  text: string,
  first: number,
  step: 1 | -1,
  length: number,
  packed: PackedStatements,
  request: RequestedAction,
  names: readonly ResourceName[],
  before: Verdict,
  denying: Set<CompiledStatement> | undefined,
): Verdict {
  const { lengths } = table;
  let verdict = before;
  let hash = EMPTY_HASH;
  let read = 0;
  for (let next = 0; next < lengths.length; next++) {
    const literalLength = lengths[next] ?? 0;
    if (literalLength > length) break;
    for (; read < literalLength; read++) hash = extendHash(hash, text.charCodeAt(first + step * read));
    const listed = lookUp(table, hash);
    if (listed === undefined) continue;
    verdict = search(listed, packed, request, names, verdict, denying);
    if (verdict === DENIES && denying === undefined) return DENIES;
  }
  return verdict;
}

function tryAll(
  places: readonly number[],
  packed: PackedStatements,
  request: RequestedAction,
  names: readonly ResourceName[],
  before: Verdict,
  denying: Set<CompiledStatement> | undefined,
): Verdict {
  let verdict = before;
  for (const place of places) {
    verdict = tryOne(place, packed, request, names, verdict, denying);
    if (verdict === DENIES && denying === undefined) return DENIES;
  }
  return verdict;
}

function tryOne(
  place: number,
  packed: PackedStatements,
  request: RequestedAction,
  names: readonly ResourceName[],
  before: Verdict,
  denying: Set<CompiledStatement> | undefined,
): Verdict {
  const denies = isDeny(packed, place);
  if ((!denies && before !== SILENT) || !packedApplies(packed, place, request, names)) return before;
  if (!denies) return ALLOWS;
  const statement = packed.statements[place];
  if (denying !== undefined && statement !== undefined) denying.add(statement);
  return DENIES;
}

/** The literals of which a request must have one for the statement to apply, in lower case. */
interface Literals {
  /** The place of the statement. */
  readonly place: number;
  readonly actions: readonly string[];
  readonly resources: readonly ResourceLiterals[];
}

/** A resource must have both. */
interface ResourceLiterals {
  readonly beginning: string;
  readonly ending: string;
}

const ANY_ACTION: readonly string[] = [''];
const ANY_RESOURCE: readonly ResourceLiterals[] = [{ beginning: '', ending: '' }];

function literalsOf({ actions, resources }: CompiledStatement, place: number): Literals {
  return {
    place,
    actions: actions.negated ? ANY_ACTION : actions.patterns.map(pattern => pattern.prefix),
    resources: resources.negated ? ANY_RESOURCE : resources.patterns.map(resourceLiterals),
  };
}

function resourceLiterals(pattern: ResourcePattern): ResourceLiterals {
  if (pattern === 'everything') return { beginning: '', ending: '' };
  const { prefix, ending } = pattern.relativeId;
  return { beginning: fold(prefix), ending: fold(ending) };
}

function limitPairs(literals: Literals): Literals {
  const pairs = literals.actions.length * literals.resources.length;
  return pairs > MAX_PAIRS ? { ...literals, actions: ANY_ACTION, resources: ANY_RESOURCE } : literals;
}

function listOf(list: readonly Literals[]): Listed {
  const [first] = list;
  return list.length === 1 && first !== undefined ? first.place : list.map(({ place }) => place);
}

/** Statements on their way into a table. */
interface Listing {
  readonly side: Side;
  /** How many literals of the kind have a literal as their beginning, or ending: how common it may be in requests. */
  readonly count: LiteralCounts;
  readonly lists: Map<string, Literals[]>;
}

/** Lists each statement where the fewest requests find it. */
function buildTables(
  all: readonly Literals[],
  indexList: (list: readonly Literals[]) => Listed,
): StatementTables {
  const resources = all.flatMap(literals => literals.resources);
  const actions = newListing(all.flatMap(literals => literals.actions));
  const beginnings = newListing(resources.map(({ beginning }) => beginning));
  const endings = newListing(
    resources.map(({ ending }) => ending),
    'ending',
  );
  const isRarerByEnding = ({ beginning, ending }: ResourceLiterals) =>
    endings.count(ending) < beginnings.count(beginning);
  const countOfResource = ({ beginning, ending }: ResourceLiterals) =>
    Math.min(endings.count(ending), beginnings.count(beginning));
  for (const literals of all) {
    if (8 * sumOf(literals.actions, actions.count) < sumOf(literals.resources, countOfResource)) {
      for (const literal of literals.actions) list(literals, actions, literal);
      continue;
    }
    for (const resource of literals.resources) {
      if (isRarerByEnding(resource)) list(literals, endings, resource.ending);
      else list(literals, beginnings, resource.beginning);
    }
  }
  const tableOf = ({ lists, side }: Listing) => buildLiteralTable(lists, side, indexList);
  return { byAction: tableOf(actions), byBeginning: tableOf(beginnings), byEnding: tableOf(endings) };
}

function newListing(literals: readonly string[], side: Side = 'beginning'): Listing {
  return { side, count: countLiterals(literals, side), lists: new Map() };
}

function sumOf<T>(items: readonly T[], countOf: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += countOf(item);
  return sum;
}

function list(literals: Literals, { lists }: Listing, literal: string): void {
  const listed = lists.get(literal);
  if (listed === undefined) lists.set(literal, [literals]);
  else if (listed.at(-1) !== literals) listed.push(literals);
}
