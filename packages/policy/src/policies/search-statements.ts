import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import type { LiteralTable } from './literal-table.ts';
import { EMPTY_HASH, extendHash, hashEnds, lookUp } from './literal-table.ts';
import type { PackedStatements } from './packed-statements.ts';
import { isDeny, packedApplies } from './packed-statements.ts';
import type { CompiledStatement } from './statement.ts';
import type { Listed, StatementIndex, StatementTables } from './statement-index.ts';

/** What the statements tried so far say of a request; a later one only ever raises it. */
export type Verdict = typeof SILENT | typeof ALLOWS | typeof DENIES;
export const SILENT = 0;
export const ALLOWS = 1;
export const DENIES = 2;

/** What stays the same while an index is searched. */
interface Search {
  readonly packed: PackedStatements;
  readonly request: RequestedAction;
  readonly names: readonly ResourceName[];
  /** Where every Deny that applies is added; undefined when the first one ends the search. */
  readonly denying: Set<CompiledStatement> | undefined;
}

/**
 * What the statements of an index say of a request for one resource, given by its names. Without `denying`, ends at
 * the first Deny that applies. With it, adds all of them to it.
 */
export function searchStatements(
  { listed, packed }: StatementIndex,
  request: RequestedAction,
  names: readonly ResourceName[],
  denying?: Set<CompiledStatement>,
): Verdict {
  return searchListed({ packed, request, names, denying }, listed, SILENT);
}

function searchListed(search: Search, listed: Listed, before: Verdict): Verdict {
  if (typeof listed === 'number') return tryOne(search, listed, before);
  return 'byAction' in listed ? searchTables(search, listed, before) : tryAll(search, listed, before);
}

function searchTables(search: Search, { byAction, byResource }: StatementTables, before: Verdict): Verdict {
  let verdict = before;
  for (const action of search.request.actions) {
    verdict = searchTable(search, byAction, action, 0, verdict);
    if (isFinal(search, verdict)) return verdict;
  }
  for (const { text, relativeIdStart } of search.names) {
    verdict = searchTable(search, byResource, text, relativeIdStart, verdict);
    if (isFinal(search, verdict)) return verdict;
  }
  return verdict;
}

/** Searches what is listed by the ends of a text, which begins at `start`. */
function searchTable(
  search: Search,
  table: LiteralTable<Listed>,
  text: string,
  start: number,
  before: Verdict,
): Verdict {
  const { lengths } = table;
  const length = text.length - start;
  let verdict = before;
  let beginningHash = EMPTY_HASH;
  let read = 0;
  for (let next = 0; next < lengths.length; next += 2) {
    const beginningLength = lengths[next] ?? 0;
    const endingLength = lengths[next + 1] ?? 0;
    if (beginningLength > length) break;
    for (; read < beginningLength; read++) {
      beginningHash = extendHash(beginningHash, text.charCodeAt(start + read));
    }
    if (beginningLength + endingLength > length) continue;
    const listed = lookUp(table, hashEnds(beginningHash, text, endingLength));
    if (listed === undefined) continue;
    verdict = searchListed(search, listed, verdict);
    if (isFinal(search, verdict)) return verdict;
  }
  return verdict;
}

function tryAll(search: Search, places: readonly number[], before: Verdict): Verdict {
  let verdict = before;
  for (const place of places) {
    verdict = tryOne(search, place, verdict);
    if (isFinal(search, verdict)) return verdict;
  }
  return verdict;
}

function tryOne({ packed, request, names, denying }: Search, place: number, before: Verdict): Verdict {
  const denies = isDeny(packed, place);
  if ((!denies && before !== SILENT) || !packedApplies(packed, place, request, names)) return before;
  if (!denies) return ALLOWS;
  const statement = packed.statements[place];
  if (denying !== undefined && statement !== undefined) denying.add(statement);
  return DENIES;
}

/** Whether no statement can change the verdict, nor be asked for. */
function isFinal({ denying }: Search, verdict: Verdict): boolean {
  return verdict === DENIES && denying === undefined;
}
