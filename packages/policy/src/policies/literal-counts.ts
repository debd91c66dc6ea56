import { EMPTY_HASH, extendHash } from './literal-table.ts';

/** Which end of texts is looked at. */
export type Side = 'beginning' | 'ending';

/** How many of some literals have a literal as their beginning, or ending; some more where hashes are the same. */
export type LiteralCounts = (literal: string) => number;

/**
 * Counts for each of the literals, which may come more than once, those that have it as their beginning, or ending,
 * itself included.
 */
export function countLiterals(literals: readonly string[], side: Side): LiteralCounts {
  const lengths = Int32Array.from(new Set(literals.map(({ length }) => length))).sort();
  const counts = new Map<number, number>();
  for (const literal of literals) {
    let hash = EMPTY_HASH;
    let read = 0;
    for (const length of lengths) {
      if (length > literal.length) break;
      for (; read < length; read++) hash = extendHash(hash, codeAt(literal, side, read));
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  return literal => {
    let hash = EMPTY_HASH;
    for (let read = 0; read < literal.length; read++) hash = extendHash(hash, codeAt(literal, side, read));
    return counts.get(hash) ?? 0;
  };
}

function codeAt(literal: string, side: Side, read: number): number {
  return literal.charCodeAt(side === 'beginning' ? read : literal.length - 1 - read);
}
