/** Whether a pattern with `*` (any run of characters) and `?` (exactly one) covers a text (spec: policy 1.15). */
export function globCovers(pattern: string, text: string): boolean {
  const characters = [...text];
  // For every length of a beginning of the text: whether the part of the pattern read so far covers it.
  let covered = [true, ...characters.map(() => false)];
  for (const symbol of pattern) {
    const shortest = covered.indexOf(true);
    if (shortest < 0) return false;
    covered =
      symbol === '*'
        ? covered.map((_, length) => length >= shortest)
        : covered.map((_, length) => {
            const character = characters[length - 1];
            return covered[length - 1] === true && (symbol === '?' || symbol === character);
          });
  }
  return covered.at(-1) === true;
}

/** The text with `A` to `Z` in lower case, and nothing else changed. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase());
}
