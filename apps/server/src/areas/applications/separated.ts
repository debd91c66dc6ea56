/** Lists as IMS writes them for applications, and as the tables keep them: with semicolons between the items. */

/** The items of a list; none of an empty text. */
export function itemsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(';');
}

/** A list as one text. */
export function separated(items: readonly string[]): string {
  return items.join(';');
}
