import fc from 'fast-check';

/** Makes choices from bytes, one byte a choice. Every choice shrinks towards the first alternative. */
export interface Choices {
  /** One of the alternatives; to make one likelier, name it more than once. */
  oneOf<T>(alternatives: readonly [T, ...T[]]): T;
  /** A number from 0 up to and without `limit`. */
  below(limit: number): number;
  /** True in about so many of 256 cases. */
  chance(in256: number): boolean;
  /** Between `least` and `most` items. */
  list<T>(least: number, most: number, item: () => T): T[];
}

/** Values that are made from a fixed number of bytes: cheap to generate, and to shrink one choice at a time. */
export function chosen<T>(bytes: number, make: (choices: Choices) => T): fc.Arbitrary<T> {
  return fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(source => make(choicesFrom(source)));
}

function choicesFrom(bytes: Uint8Array): Choices {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const below = (limit: number): number => next() % limit;
  return {
    below,
    oneOf: alternatives => alternatives[below(alternatives.length)] ?? alternatives[0],
    chance: in256 => next() >= 256 - in256,
    list: (least, most, item) => Array.from({ length: least + below(most - least + 1) }, item),
  };
}
