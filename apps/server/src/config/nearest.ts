/**
 * Finds the name that was probably meant.
 *
 * @param given what was typed
 * @param names what would have been valid
 * @returns a name that begins with it, else the nearest by edits, letter case aside; undefined when there is none to choose from
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const typed = given.toLowerCase();
  const begun = names.find(name => name.toLowerCase().startsWith(typed));
  if (begun !== undefined && typed !== '') return begun;
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const edits = distance(typed, name.toLowerCase());
    if (edits < fewest) {
      fewest = edits;
      nearest = name;
    }
  }
  return nearest;
}

/** How many letters must be added, removed or replaced to make one text of the other. */
function distance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      line.push(Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, replaced));
    }
    above = line;
  }
  return above[right.length] ?? 0;
}
