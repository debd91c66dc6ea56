/**
 * The keys that tokens of sessions are sealed with: shared by all nodes by way of the database, where they stand sealed.
 * The newest that all nodes have had time to read seals; the older ones open what they sealed until it has expired. A node
 * that meets the number of a key which it does not know reads them anew; as long as it may not, it cannot know.
 */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { StorageUnavailable } from '../../kernel/ledger.ts';
import type { Soon } from '../../kernel/soon.ts';
import { derivedFrom, KEY_BYTES } from '../key-wrapper.ts';
import type { Sealer } from '../sealer.ts';
import { hmacSha512 } from './hmac-sha512.ts';

/** One key, ready to use. */
export interface SessionKey {
  readonly keyId: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly seal: KeyObject;
  /** HMAC-SHA512 of a text. */
  readonly derive: (text: string) => Uint8Array;
}

/** A key as the database holds it. */
export interface StoredSessionKey {
  /** Counts up from 1. */
  readonly keyId: number;
  readonly sealedKey: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Where the keys are kept. All of it throws StorageUnavailable. */
export interface SessionKeyStore {
  /** Every key, the oldest first. */
  all(): Promise<readonly StoredSessionKey[]>;
  /** Stores a key unless there is one of that number, which then stays. */
  addUnlessPresent(key: StoredSessionKey): Promise<void>;
  /** Forgets the keys before one. */
  removeBefore(keyId: number): Promise<void>;
}

/** The keys of a node. */
export interface SessionKeys {
  /** The key to seal with now. */
  current(): SessionKey;
  /**
   * The key of a number; undefined when there is none, or none any more.
   *
   * @throws StorageUnavailable when it is not known, and was asked for too soon after the last reading
   */
  find(keyId: number): Soon<SessionKey | undefined>;
  /** Reads what other nodes made and forgot. */
  refresh(): Promise<void>;
  /**
   * Makes a key that seals as soon as all nodes have read it; those before it go on opening.
   *
   * @returns its number
   */
  rotate(): Promise<number>;
  /**
   * Makes a key when the newest is older than `every`, and forgets those that sealed nothing within `kept`.
   *
   * @param every milliseconds
   * @param kept milliseconds: more than any session lasts
   */
  maintain(every: number, kept: number): Promise<void>;
}

/** Milliseconds after which a reading that a stranger's number of a key asks for may be followed by another. */
const READ_AGAIN_AFTER = 1000;
/** Keys that may have been made by other nodes since the last reading. */
const MADE_MEANWHILE = 8;
/** Milliseconds from the making of a key to the moment when it seals: by then every node has read it, once a minute. */
const PUBLISHED_AFTER = 90_000;

/**
 * Opens the keys, and makes the first one in an empty database.
 *
 * @param clock milliseconds since 1970
 * @param monotonic milliseconds that no setting of the clock moves
 */
export async function openSessionKeys(
  store: SessionKeyStore,
  sealer: Pick<Sealer, 'seal' | 'open'>,
  clock: () => number,
  monotonic: () => number,
): Promise<SessionKeys> {
  let keys: ReadonlyMap<number, SessionKey> = new Map();
  let askedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<readonly StoredSessionKey[]> | undefined;

  function refresh(): Promise<readonly StoredSessionKey[]> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function read(): Promise<readonly StoredSessionKey[]> {
    const stored = await store.all();
    keys = new Map(stored.map(row => [row.keyId, keys.get(row.keyId) ?? ready(row)]));
    return stored;
  }

  function ready({ keyId, sealedKey, createdAt }: StoredSessionKey): SessionKey {
    const key = Buffer.from(sealer.open(sealedKey, placeOf(keyId)), 'base64');
    return {
      keyId,
      createdAt,
      seal: createSecretKey(derivedFrom(key, 'session tokens')),
      derive: hmacSha512(derivedFrom(key, 'session credentials')),
    };
  }

  /** Two nodes that make the same number at once agree on whichever came first. */
  async function make(keyId: number): Promise<void> {
    const sealedKey = sealer.seal(randomBytes(KEY_BYTES).toString('base64'), placeOf(keyId));
    await store.addUnlessPresent({ keyId, sealedKey, createdAt: clock() });
    await refresh();
  }

  async function rotate(): Promise<number> {
    const keyId = ((await refresh()).at(-1)?.keyId ?? 0) + 1;
    await make(keyId);
    return keyId;
  }

  /**
   * What is answered about a number that is not known while the keys may not be read again. One behind all others that was
   * made since is followed by the next number: what lies beyond is nobody's, and what lies before was forgotten.
   */
  function beyond(keyId: number): undefined {
    const newest = [...keys.keys()].at(-1) ?? 0;
    if (keyId > newest && keyId <= newest + MADE_MEANWHILE) {
      throw new StorageUnavailable('the key of a session could not be read yet');
    }
    return undefined;
  }

  if ((await refresh()).length === 0) await make(1);

  return {
    current() {
      const published = clock() - PUBLISHED_AFTER;
      let sealing: SessionKey | undefined;
      // The first seals from the beginning: there is none that could seal in its place.
      for (const key of keys.values()) {
        if (sealing === undefined || key.createdAt <= published) sealing = key;
      }
      if (sealing === undefined) throw new TypeError('there is no key to seal sessions with');
      return sealing;
    },
    find(keyId) {
      const known = keys.get(keyId);
      if (known !== undefined) return known;
      const now = monotonic();
      if (reading === undefined && now - askedAt < READ_AGAIN_AFTER) return beyond(keyId);
      askedAt = now;
      return refresh().then(() => keys.get(keyId));
    },
    refresh: async () => void (await refresh()),
    rotate,
    async maintain(every, kept) {
      const now = clock();
      const stored = await refresh();
      if ((stored.at(-1)?.createdAt ?? 0) + every <= now) await rotate();
      // A key sealed until the next one was made; the one after that is the first which may still be needed.
      const needed = stored.findLast(({ createdAt }) => createdAt + kept <= now);
      if (needed !== undefined) await store.removeBefore(needed.keyId);
    },
  };
}

function placeOf(keyId: number) {
  return { table: 'session_keys', row: String(keyId), accountId: 'system' };
}
