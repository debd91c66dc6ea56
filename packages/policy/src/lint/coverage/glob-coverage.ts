import type { Budget } from '../budget.ts';

/**
 * Whether every text that the narrow pattern covers is covered by the wide one. `true` is proven; `false` may also
 * mean that no proof was found, or that the budget is used up.
 *
 * The narrow pattern is read like a text by the wide one: its `?` may be taken by `?` or `*` only, its `*` by `*` only.
 */
export function globCovers(wide: string, narrow: string, budget: Budget): boolean {
  if (!budget.spend(1)) return false;
  if (wide === '*' || wide === narrow) return true;
  if (!beginsAlike(wide, narrow)) return false;
  if (!budget.spend(wide.length * narrow.length)) return false;
  const tokens = tokensOf(wide);
  let reached = skipStars(new Set([0]), tokens);
  for (const token of tokensOf(narrow)) {
    const next = new Set<number>();
    for (const at of reached) {
      const taker = tokens[at];
      if (taker === '*') next.add(at);
      else if (taker === token || (taker === '?' && token !== '*')) next.add(at + 1);
    }
    if (next.size === 0) return false;
    reached = skipStars(next, tokens);
  }
  return reached.has(tokens.length);
}

/** Whether some text is covered by both patterns. Exact, and `true` when the budget is used up. */
export function globsOverlap(left: string, right: string, budget: Budget): boolean {
  if (!budget.spend(1 + left.length * right.length)) return true;
  const rows = tokensOf(left);
  const columns = tokensOf(right);
  let reached = new Set([0]);
  for (let row = 0; row <= rows.length; row++) {
    const below = new Set<number>();
    for (let column = 0; column <= columns.length; column++) {
      if (!reached.has(column)) continue;
      const one = rows[row];
      const other = columns[column];
      if (one === undefined && other === undefined) return true;
      if (one === '*') below.add(column);
      if (other === '*' || (one === '*' && other !== undefined)) reached.add(column + 1);
      if (one === undefined || one === '*') continue;
      if (other === '*') below.add(column);
      else if (other !== undefined && (one === other || one === '?' || other === '?')) below.add(column + 1);
    }
    reached = below;
  }
  return false;
}

/** A cheap test that most pairs fail: what stands before the first wildcard of the wide pattern begins the narrow one. */
function beginsAlike(wide: string, narrow: string): boolean {
  for (let at = 0; at < wide.length; at++) {
    const character = wide.charAt(at);
    if (character === '*' || character === '?') return true;
    if (character !== narrow.charAt(at)) return false;
  }
  return wide.length === narrow.length;
}

/** Characters, with every run of wildcards written as its `?`s and one `*` for all its stars. */
function tokensOf(pattern: string): readonly string[] {
  const tokens: string[] = [];
  let star = false;
  for (const character of pattern) {
    if (character === '*') star = true;
    else if (character === '?') tokens.push('?');
    else {
      if (star) tokens.push('*');
      star = false;
      tokens.push(character);
    }
  }
  return star ? [...tokens, '*'] : tokens;
}

function skipStars(places: Set<number>, tokens: readonly string[]): Set<number> {
  for (const place of places) if (tokens[place] === '*') places.add(place + 1);
  return places;
}
