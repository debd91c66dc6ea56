import { foldCode } from '../letter-case.ts';

/** What a text must begin with and end with; either may be empty. In lower case. */
export interface Ends {
  readonly beginning: string;
  readonly ending: string;
}

/**
 * Values by the ends of texts. All that a text has are found by looking up a hash for each pair of lengths that some ends
 * have. Ends of one hash share a value, so that what is found may have nothing to do with the text: a table leaves
 * out, it never decides.
 */
export interface LiteralTable<T> {
  /** In turn the length of a beginning and that of an ending; ascending, each pair once. */
  readonly lengths: Int32Array;
  /** Bits of which every hash has one set: most hashes without a value are told by this small part of the memory. */
  readonly filter: Int32Array;
  /** Open addressing; in turn a hash, and 1 + the place of its value, or 0 for a free slot. */
  readonly slots: Int32Array;
  readonly values: readonly T[];
}

/** The hash of an empty beginning. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

const HASH_PRIME = 0x01000193;

/** Comes between a beginning and an ending: no literal of a pattern has it. */
const STAR = 0x2a;

/** So many bits of the filter for each hash leave most of them unset. */
const FILTER_BITS_PER_HASH = 8;
const WORD_BITS = 32;

/** More than any text has characters: two lengths make one number by it. */
const PAIR_BASE = 2 ** 30;

/** At most every other slot is taken, so that a look-up soon meets a free one. */
const SLOTS_PER_HASH = 2;

/** The hash of a beginning to which a character is added, the letter case of ASCII letters apart (FNV-1a). */
export function extendHash(hash: number, code: number): number {
  return Math.imul(hash ^ foldCode(code), HASH_PRIME);
}

/** The hash of ends: of their beginning, to which the last characters of the text are added, the last one first. */
export function hashEnds(beginningHash: number, text: string, endingLength: number): number {
  if (endingLength === 0) return beginningHash;
  let hash = extendHash(beginningHash, STAR);
  for (let read = 1; read <= endingLength; read++) {
    hash = extendHash(hash, text.charCodeAt(text.length - read));
  }
  return hash;
}

/** Something that a text with these ends may have. */
export interface Entry<Item> {
  readonly ends: Ends;
  readonly item: Item;
}

/** Builds the table. An item that follows itself under the same ends is taken once. */
export function buildLiteralTable<Item, T>(
  entries: readonly Entry<Item>[],
  makeValue: (items: readonly Item[]) => T,
): LiteralTable<T> {
  const byHash = new Map<number, Item[]>();
  const pairs = new Set<number>();
  for (const { ends, item } of entries) {
    const { beginning, ending } = ends;
    pairs.add(beginning.length * PAIR_BASE + ending.length);
    const hash = hashEnds(hashOf(beginning), ending, ending.length);
    const items = byHash.get(hash);
    if (items === undefined) byHash.set(hash, [item]);
    else if (items.at(-1) !== item) items.push(item);
  }
  const hashes = [...byHash.keys()];
  return {
    lengths: lengthsOf([...pairs].sort((one, other) => one - other)),
    filter: filterOf(hashes),
    slots: placeAll(hashes),
    values: Array.from(byHash.values(), makeValue),
  };
}

function lengthsOf(pairs: readonly number[]): Int32Array {
  return Int32Array.from(pairs.flatMap(pair => [Math.floor(pair / PAIR_BASE), pair % PAIR_BASE]));
}

/** The value of a hash. */
export function lookUp<T>({ filter, slots, values }: LiteralTable<T>, hash: number): T | undefined {
  if ((((filter[filterWord(filter, hash)] ?? 0) >>> hash) & 1) === 0) return undefined;
  for (let slot = firstSlot(slots, hash); ; slot = nextSlot(slots, slot)) {
    const place = slots[slot + 1] ?? 0;
    if (place === 0) return undefined;
    if (slots[slot] === hash) return values[place - 1];
  }
}

function hashOf(beginning: string): number {
  let hash = EMPTY_HASH;
  for (let read = 0; read < beginning.length; read++) hash = extendHash(hash, beginning.charCodeAt(read));
  return hash;
}

function filterOf(hashes: readonly number[]): Int32Array {
  const filter = new Int32Array(powerOfTwo((hashes.length * FILTER_BITS_PER_HASH) / WORD_BITS));
  for (const hash of hashes) {
    const word = filterWord(filter, hash);
    filter[word] = (filter[word] ?? 0) | (1 << hash);
  }
  return filter;
}

/** The word of the filter that has the bit of a hash; which bit, its lowest bits say, as shifts take them. */
function filterWord(filter: Int32Array, hash: number): number {
  return (hash >>> 5) & (filter.length - 1);
}

function placeAll(hashes: readonly number[]): Int32Array {
  const slots = new Int32Array(2 * powerOfTwo(hashes.length * SLOTS_PER_HASH));
  for (const [place, hash] of hashes.entries()) {
    let slot = firstSlot(slots, hash);
    while (slots[slot + 1] !== 0) slot = nextSlot(slots, slot);
    slots[slot] = hash;
    slots[slot + 1] = place + 1;
  }
  return slots;
}

/** The least power of two that is not less. */
function powerOfTwo(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  return power;
}

function firstSlot(slots: Int32Array, hash: number): number {
  return ((hash ^ (hash >>> 15)) << 1) & (slots.length - 1);
}

function nextSlot(slots: Int32Array, slot: number): number {
  return (slot + 2) & (slots.length - 1);
}
