import { foldCode } from '../letter-case.ts';

/**
 * Values by literals that texts begin with, or end with. All literals of a text are found by reading the text once
 * and looking up its hash at each length that some literal has. Literals of one hash share a value, so that what is
 * found may have nothing to do with the text: a table leaves out, it never decides.
 */
export interface LiteralTable<T> {
  /** The lengths of the literals, ascending, each once. */
  readonly lengths: Int32Array;
  /** Bits of which every hash has one set: most hashes without a value are told by this small part of the memory. */
  readonly filter: Int32Array;
  /** Open addressing; in turn a hash, and 1 + the place of its value, or 0 for a free slot. */
  readonly slots: Int32Array;
  readonly values: readonly T[];
}

/** The end from which literals, and the texts that are searched for them, are read. */
export type Side = 'beginning' | 'ending';

/** The hash of no characters. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

const HASH_PRIME = 0x01000193;

/** So many bits of the filter for each hash leave most of them unset. */
const FILTER_BITS_PER_HASH = 8;
const WORD_BITS = 32;

/** At most every other slot is taken, so that a look-up soon meets a free one. */
const SLOTS_PER_HASH = 2;

/** The hash of a text to which a character is added, the letter case of ASCII letters apart (FNV-1a). */
export function extendHash(hash: number, code: number): number {
  return Math.imul(hash ^ foldCode(code), HASH_PRIME);
}

/** Builds the table of lists of items by their literals. */
export function buildLiteralTable<Item, T>(
  lists: ReadonlyMap<string, readonly Item[]>,
  side: Side,
  makeValue: (list: readonly Item[]) => T,
): LiteralTable<T> {
  const byHash = new Map<number, readonly Item[]>();
  for (const [literal, list] of lists) {
    const hash = hashOf(literal, side);
    byHash.set(hash, [...(byHash.get(hash) ?? []), ...list]);
  }
  const hashes = [...byHash.keys()];
  return {
    lengths: distinctLengths(lists.keys()),
    filter: filterOf(hashes),
    slots: placeAll(hashes),
    values: Array.from(byHash.values(), makeValue),
  };
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

/** How many of some literals, which may come more than once, have a literal as their beginning, or ending. */
export type LiteralCounts = (literal: string) => number;

/** Counts for each literal those that have it as their beginning, or ending, itself included. */
export function countLiterals(literals: readonly string[], side: Side): LiteralCounts {
  const lengths = distinctLengths(literals);
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
  return literal => counts.get(hashOf(literal, side)) ?? 0;
}

function hashOf(literal: string, side: Side): number {
  let hash = EMPTY_HASH;
  for (let read = 0; read < literal.length; read++) hash = extendHash(hash, codeAt(literal, side, read));
  return hash;
}

function codeAt(literal: string, side: Side, read: number): number {
  return literal.charCodeAt(side === 'beginning' ? read : literal.length - 1 - read);
}

function distinctLengths(literals: Iterable<string>): Int32Array {
  const lengths = new Set<number>();
  for (const { length } of literals) lengths.add(length);
  return Int32Array.from(lengths).sort();
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
