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
  return search(listed, packed, request, names, SILENT, denying);
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
  { byAction, byResource }: StatementTables,
  packed: PackedStatements,
  request: RequestedAction,
  names: readonly ResourceName[],
  before: Verdict,
  denying: Set<CompiledStatement> | undefined,
): Verdict {
  let verdict = before;
  for (const action of request.actions) {
    verdict = searchTable(byAction, action, 0, packed, request, names, verdict, denying);
    if (verdict === DENIES && denying === undefined) return DENIES;
  }
  for (const { text, relativeIdStart } of names) {
    verdict = searchTable(byResource, text, relativeIdStart, packed, request, names, verdict, denying);
    if (verdict === DENIES && denying === undefined) return DENIES;
  }
  return verdict;
}

/** Searches what is listed by the ends of a text, which begins at `start`. */
function searchTable(
  table: LiteralTable<Listed>,
  text: string,
  start: number,
  packed: PackedStatements,
  request: RequestedAction,
  names: readonly ResourceName[],
  before: Verdict,
  denying: Set<CompiledStatement> | undefined,
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
