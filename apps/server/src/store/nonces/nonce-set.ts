import { randomInt } from 'node:crypto';

/** Open addressing; a slot is four words of digest and the second of expiry, which is 0 in an empty slot. */
interface Shard {
  slots: Uint32Array;
  used: number;
}

const SHARDS = 256;
const WORDS = 5;
const SMALLEST = 8;
const FULLEST = 0.8;
/** Milliseconds between two shards looked through in passing: all of them in about a minute. */
const SWEEP_EVERY = 250;

/**
 * Nonces alive, 16-byte digests in typed arrays: 20 bytes a slot, between two thirds and four fifths of the slots in use.
 * The set is cut into shards, so that growing and forgetting move a few thousand slots at a time and no request waits
 * noticeably for it.
 */
export class NonceSet {
  readonly #most: number;
  readonly #shards: Shard[] = Array.from({ length: SHARDS }, () => ({ slots: new Uint32Array(0), used: 0 }));
  /** Whoever chooses nonces cannot foresee their places. */
  readonly #seeds = [randomInt(2 ** 31), randomInt(2 ** 31)] as const;
  readonly #candidate = new Uint32Array(4);
  #size = 0;
  #nextShard = 0;
  #sweptAt = 0;
  #emptiedAt = 0;
  /**
   * When nonces were last forgotten. What expires before that cannot be told from a replay, even if the clock was set
   * back since.
   */
  #horizon = 0;

  /** @param most nonces held at once, unless more were alive when this process began */
  constructor(most: number) {
    this.#most = most;
  }

  /** Nonces held, those included that have expired and are not yet forgotten. */
  get size(): number {
    return this.#size;
  }

  /** Bytes of the typed arrays. */
  get bytes(): number {
    return this.#shards.reduce((sum, shard) => sum + shard.slots.byteLength, 0);
  }

  /**
   * Claims a nonce.
   *
   * @param digest 16 bytes, evenly distributed
   * @param expires milliseconds since 1970 from which on nobody can use it any more
   * @param now milliseconds since 1970
   * @returns `claimed` once; `spent` for every later claim, and for a claim so late that it cannot be told from a second
   * one; `full` when as many nonces are alive as the set may hold
   */
  claim(digest: Uint8Array, expires: number, now: number): 'claimed' | 'spent' | 'full' {
    return this.#claim(digest, expires, now, this.#most);
  }

  /** Claims a nonce that was claimed before this process began: it has its room, however many are held. */
  restore(digest: Uint8Array, expires: number, now: number): void {
    this.#claim(digest, expires, now, Number.POSITIVE_INFINITY);
  }

  #claim(digest: Uint8Array, expires: number, now: number, most: number): 'claimed' | 'spent' | 'full' {
    this.#sweepInPassing(now);
    if (expires <= now || expires <= this.#horizon) return 'spent';
    const candidate = this.#read(digest);
    const hash = this.#hash(candidate, 0);
    const shard = this.#shards[hash % SHARDS];
    if (shard === undefined) throw new RangeError('a hash names one of the shards');
    if (holds(shard, candidate, hash)) return 'spent';
    if (this.#size >= most && !this.#makeRoom(now)) return 'full';
    if ((shard.used + 1) * WORDS > shard.slots.length * FULLEST) this.#rebuild(shard, now);
    place(shard, candidate, 0, hash, Math.ceil(expires / 1000));
    this.#size += 1;
    return 'claimed';
  }

  #read(digest: Uint8Array): Uint32Array {
    for (let word = 0; word < 4; word += 1) {
      const first = word * 4;
      this.#candidate[word] =
        (byteAt(digest, first) << 24) |
        (byteAt(digest, first + 1) << 16) |
        (byteAt(digest, first + 2) << 8) |
        byteAt(digest, first + 3);
    }
    return this.#candidate;
  }

  #hash(words: Uint32Array, offset: number): number {
    const first = Math.imul(at(words, offset) ^ this.#seeds[0], 0x9e3779b1);
    const second = Math.imul(at(words, offset + 1) ^ this.#seeds[1] ^ (first >>> 15), 0x85ebca77);
    return (second ^ (second >>> 16) ^ first) >>> 0;
  }

  #sweepInPassing(now: number): void {
    if (Math.abs(now - this.#sweptAt) < SWEEP_EVERY) return;
    this.#sweptAt = now;
    this.#sweep(this.#nextShard, now);
    this.#nextShard = (this.#nextShard + 1) % SHARDS;
  }

  /** Forgets all that has expired, which costs too much to be tried for every refused request. */
  #makeRoom(now: number): boolean {
    if (Math.abs(now - this.#emptiedAt) >= SWEEP_EVERY) {
      this.#emptiedAt = now;
      for (let shard = 0; shard < SHARDS; shard += 1) this.#sweep(shard, now);
    }
    return this.#size < this.#most;
  }

  #sweep(index: number, now: number): void {
    const shard = this.#shards[index];
    if (shard !== undefined && liveIn(shard, now) < shard.used) this.#rebuild(shard, now);
  }

  /** Gives a shard the room that its living nonces need, and forgets the others. */
  #rebuild(shard: Shard, now: number): void {
    const { slots, used } = shard;
    const live = liveIn(shard, now);
    if (live < used) this.#horizon = Math.max(this.#horizon, now);
    shard.slots = new Uint32Array(WORDS * Math.max(SMALLEST, Math.ceil(live * 1.5)));
    shard.used = 0;
    for (let slot = 0; slot < slots.length; slot += WORDS) {
      const expires = at(slots, slot + 4);
      if (isLive(expires, now)) place(shard, slots, slot, this.#hash(slots, slot), expires);
    }
    this.#size -= used - live;
  }
}

function holds(shard: Shard, words: Uint32Array, hash: number): boolean {
  const { slots, used } = shard;
  if (used === 0) return false;
  let slot = firstSlot(slots, hash);
  while (at(slots, slot + 4) !== 0) {
    if (isSame(slots, slot, words)) return true;
    slot = nextSlot(slots, slot);
  }
  return false;
}

function place(shard: Shard, words: Uint32Array, offset: number, hash: number, expires: number): void {
  const { slots } = shard;
  let slot = firstSlot(slots, hash);
  while (at(slots, slot + 4) !== 0) slot = nextSlot(slots, slot);
  for (let word = 0; word < 4; word += 1) slots[slot + word] = at(words, offset + word);
  slots[slot + 4] = expires;
  shard.used += 1;
}

function firstSlot(slots: Uint32Array, hash: number): number {
  return Math.floor((hash / 2 ** 32) * (slots.length / WORDS)) * WORDS;
}

function nextSlot(slots: Uint32Array, slot: number): number {
  return slot + WORDS < slots.length ? slot + WORDS : 0;
}

function isSame(slots: Uint32Array, slot: number, words: Uint32Array): boolean {
  for (let word = 0; word < 4; word += 1) {
    if (at(slots, slot + word) !== at(words, word)) return false;
  }
  return true;
}

function liveIn({ slots }: Shard, now: number): number {
  let live = 0;
  for (let slot = 0; slot < slots.length; slot += WORDS) {
    if (isLive(at(slots, slot + 4), now)) live += 1;
  }
  return live;
}

function isLive(expiresSeconds: number, now: number): boolean {
  return expiresSeconds * 1000 > now;
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}
