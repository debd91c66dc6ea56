/** Lists that stand in one text, on the wire and in columns alike; an item never holds the mark between items. */
export interface ListText {
  /** The items of a list; none of an empty or absent text. */
  itemsOf(text: string | undefined): readonly string[];
  /** A list as one text. */
  textOf(items: readonly string[]): string;
}

function listText(mark: string): ListText {
  return {
    itemsOf: text => (text === undefined || text === '' ? [] : text.split(mark)),
    textOf: items => items.join(mark),
  };
}

/** `a,b`: client ids and fingerprints. */
export const commaList = listText(',');

/** `a;b`: redirect URIs and scopes. */
export const semicolonList = listText(';');
