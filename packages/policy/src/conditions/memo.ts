/**
 * Remembers the latest call of a parser. One request value is compared with the values of many statements in a
 * row, and is parsed once this way.
 */
export function rememberLatest<T>(parse: (text: string) => T): (text: string) => T {
  let latest: { readonly text: string; readonly value: T } | undefined;
  return text => {
    if (latest?.text !== text) latest = { text, value: parse(text) };
    return latest.value;
  };
}
