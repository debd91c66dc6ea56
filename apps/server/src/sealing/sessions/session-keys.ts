/**
 * The keys that tokens of sessions are sealed with: shared by all nodes by way of the database, where they stand sealed.
 * The newest seals; the others open what they sealed until it has expired. A node that meets the number of a key which it
 * does not know reads them anew, so that no token has to wait until a key has come around.
 */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Soon } from '../../kernel/soon.ts';
import { derivedFrom, KEY_BYTES } from '../key-wrapper.ts';
import type { Sealer } from '../sealer.ts';
import { hmacSha512 } from './hmac-sha512.ts';

/** One key, ready to use. */
export interface SessionKey {
  readonly keyId: number;
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
  /** The key of a number; undefined when there is none, or none any more. */
  find(keyId: number): Soon<SessionKey | undefined>;
  /** Reads what other nodes made and forgot. */
  refresh(): Promise<void>;
  /** Makes a key that seals from now on; those before it go on opening. */
  rotate(): Promise<void>;
  /**
   * Makes a key when the newest is older than `every`, and forgets those that sealed nothing within `kept`.
   *
   * @param every milliseconds
   * @param kept milliseconds: more than any session lasts
   */
  maintain(every: number, kept: number): Promise<void>;
}

/** Milliseconds in which strangers' numbers of keys make a node read them once. */
const READ_AGAIN_AFTER = 1000;

/**
 * Opens the keys, and makes the first one in an empty database.
 *
 * @param clock milliseconds since 1970
 */
export async function openSessionKeys(
  store: SessionKeyStore,
  sealer: Pick<Sealer, 'seal' | 'open'>,
  clock: () => number,
): Promise<SessionKeys> {
  let keys: ReadonlyMap<number, SessionKey> = new Map();
  let newest: SessionKey | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<readonly StoredSessionKey[]> | undefined;

  function refresh(): Promise<readonly StoredSessionKey[]> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function read(): Promise<readonly StoredSessionKey[]> {
    const stored = await store.all();
    readAt = clock();
    keys = new Map(stored.map(({ keyId, sealedKey }) => [keyId, keys.get(keyId) ?? ready(keyId, sealedKey)]));
    newest = [...keys.values()].at(-1);
    return stored;
  }

  function ready(keyId: number, sealedKey: string): SessionKey {
    const key = Buffer.from(sealer.open(sealedKey, placeOf(keyId)), 'base64');
    return {
      keyId,
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

  async function rotate(): Promise<void> {
    const stored = await refresh();
    await make((stored.at(-1)?.keyId ?? 0) + 1);
  }

  if ((await refresh()).length === 0) await make(1);

  return {
    current() {
      if (newest === undefined) throw new TypeError('there is no key to seal sessions with');
      return newest;
    },
    find(keyId) {
      const known = keys.get(keyId);
      if (known !== undefined || clock() - readAt < READ_AGAIN_AFTER) return known;
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
