import { fold } from '../letter-case.ts';
import type { ResourcePattern } from '../resources/resource-pattern.ts';
import { countLiterals } from './literal-counts.ts';
import type { Ends, Entry, LiteralTable } from './literal-table.ts';
import { buildLiteralTable } from './literal-table.ts';
import type { PackedStatements } from './packed-statements.ts';
import { packStatements } from './packed-statements.ts';
import type { CompiledStatement } from './statement.ts';

/**
 * Statements, ready to be searched for those that apply to a request. A few are tried one after the other. Many are
 * listed by something that a request must have for them to apply: what one of their action patterns begins with, or
 * what one of their resource patterns begins and ends with, whichever is rarer. The index only leaves out statements
 * that cannot apply; whether one does is always decided by its patterns and conditions.
 */
export interface StatementIndex {
  readonly packed: PackedStatements;
  readonly listed: Listed;
}

/** One statement or several, by their places; or many, in tables. */
export type Listed = number | readonly number[] | StatementTables;

export interface StatementTables {
  /** By the beginnings of actions. */
  readonly byAction: LiteralTable<Listed>;
  /** By the ends of relative ids. */
  readonly byResource: LiteralTable<Listed>;
}

/** Up to so many statements are tried all as soon as an index finds them. */
const TRY_ALL_UP_TO = 4;

/**
 * A list of an index is indexed in turn, but a statement with more pairs of an action pattern and a resource pattern
 * than this is listed there once: an index must not grow with the product of two long lists.
 */
const MAX_PAIRS = 64;

/** By so much rarer must actions be than resources to be what a statement is listed by: resources differ more. */
const ACTIONS_RARER_BY = 8;

/** Builds the index. `tryAllUpTo` statements are not worth one. */
export function indexStatements(
  statements: readonly CompiledStatement[],
  tryAllUpTo = TRY_ALL_UP_TO,
): StatementIndex {
  const needs = statements.map(needsOf);
  return {
    packed: packStatements(statements),
    listed: needs.length <= tryAllUpTo ? placesOf(needs) : buildTables(needs, indexList),
  };

  function indexList(list: readonly Needs[]): Listed {
    return list.length <= tryAllUpTo ? placesOf(list) : buildTables(list.map(limitPairs), placesOf);
  }
}

/** Of what a request must have one of each for a statement to apply; in lower case. */
interface Needs {
  /** The place of the statement. */
  readonly place: number;
  /** Beginnings of actions. */
  readonly actions: readonly string[];
  readonly resources: readonly Ends[];
}

const ANY_ACTION: readonly string[] = [''];
const NO_ENDS: Ends = { beginning: '', ending: '' };
const ANY_RESOURCE: readonly Ends[] = [NO_ENDS];

function needsOf({ actions, resources }: CompiledStatement, place: number): Needs {
  return {
    place,
    actions: actions.negated ? ANY_ACTION : actions.patterns.map(({ prefix }) => prefix),
    resources: resources.negated ? ANY_RESOURCE : resources.patterns.map(endsOfResource),
  };
}

function endsOfResource(pattern: ResourcePattern): Ends {
  if (pattern === 'everything') return NO_ENDS;
  const { prefix, ending } = pattern.relativeId;
  return { beginning: fold(prefix), ending: fold(ending) };
}

function limitPairs(needs: Needs): Needs {
  const pairs = needs.actions.length * needs.resources.length;
  return pairs > MAX_PAIRS ? { ...needs, actions: ANY_ACTION, resources: ANY_RESOURCE } : needs;
}

function placesOf(list: readonly Needs[]): Listed {
  const [first] = list;
  return list.length === 1 && first !== undefined ? first.place : list.map(({ place }) => place);
}

/** Lists each statement where the fewest requests are likely to find it. */
function buildTables(all: readonly Needs[], indexList: (list: readonly Needs[]) => Listed): StatementTables {
  const byAction: Entry<Needs>[] = [];
  const byResource: Entry<Needs>[] = [];
  const actionCount = countLiterals(
    all.flatMap(needs => needs.actions),
    'beginning',
  );
  const rarest = rarestEnds(all.flatMap(needs => needs.resources));
  for (const needs of all) {
    const choices = needs.resources.map(rarest);
    if (ACTIONS_RARER_BY * sumOf(needs.actions, actionCount) < sumOf(choices, ({ count }) => count)) {
      for (const beginning of needs.actions) byAction.push({ ends: { beginning, ending: '' }, item: needs });
    } else {
      for (const { ends } of choices) byResource.push({ ends, item: needs });
    }
  }
  return {
    byAction: buildLiteralTable(byAction, indexList),
    byResource: buildLiteralTable(byResource, indexList),
  };
}

/** Ends to list by, and how many have them: how common they may be in requests. */
interface Choice {
  readonly ends: Ends;
  readonly count: number;
}

/**
 * Chooses what to list by: the beginning or the ending alone when it is rare enough, since each pair of lengths costs a
 * look-up; else both.
 */
function rarestEnds(all: readonly Ends[]): (ends: Ends) => Choice {
  const beginningCount = countLiterals(
    all.map(({ beginning }) => beginning),
    'beginning',
  );
  const endingCount = countLiterals(
    all.map(({ ending }) => ending),
    'ending',
  );
  const pairCounts = new Map<string, number>();
  for (const ends of all) {
    if (!hasBoth(ends)) continue;
    const text = textOf(ends);
    pairCounts.set(text, (pairCounts.get(text) ?? 0) + 1);
  }
  return ends => {
    const { beginning, ending } = ends;
    const byBeginning = beginningCount(beginning);
    const byEnding = ending === '' ? all.length : endingCount(ending);
    const count = Math.min(byBeginning, byEnding);
    if (count > TRY_ALL_UP_TO && hasBoth(ends)) return { ends, count: pairCounts.get(textOf(ends)) ?? count };
    return { ends: byEnding < byBeginning ? { beginning: '', ending } : { beginning, ending: '' }, count };
  };
}

function hasBoth({ beginning, ending }: Ends): boolean {
  return beginning !== '' && ending !== '';
}

/** One text for equal ends alone: a literal has no `*`. */
function textOf({ beginning, ending }: Ends): string {
  return `${beginning}*${ending}`;
}

function sumOf<T>(items: readonly T[], countOf: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += countOf(item);
  return sum;
}
