/**
 * Seals secrets for storage and opens them again. A seal is bound to the table, the row, the account and the data key:
 * moved anywhere else it does not open.
 */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { SealedPlace } from '../kernel/preparation.ts';
import { decrypt, derivedFrom, encrypt, KEY_BYTES, type KeyWrapper } from './key-wrapper.ts';

/** A wrapped data key as the database holds it. */
export interface StoredDataKey {
  /** Counts up from 1. */
  readonly dataKeyId: number;
  readonly wrapped: string;
}

/** Where data keys are kept. */
export interface DataKeyStore {
  /** Every data key, in the order of their numbers. */
  all(): Promise<readonly StoredDataKey[]>;
  /** Stores a data key unless there is one of that number, which then stays. */
  addUnlessPresent(key: StoredDataKey): Promise<void>;
}

/** What was stored does not open where it stands: it was altered, moved, or sealed by a key that is gone. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

export interface Sealer {
  /** Seals a secret: a versioned text, different every time. */
  seal(plain: string, place: SealedPlace): string;
  /** @throws SealBroken */
  open(sealed: string, place: SealedPlace): string;
  /**
   * Derives a key for a purpose outside of the database. Every node of an installation derives the same, for as long as
   * the installation lives.
   *
   * @param purpose distinct for every use, e.g. `journal`
   * @returns 32 bytes
   */
  derive(purpose: string): Uint8Array;
}

const FORMAT = 's1';
/** The data key that derived keys come from; it is never retired. */
const FIRST = 1;

/**
 * Opens the data keys, and makes the first one in an empty database. Every node of an installation may do so at once.
 *
 * @throws KeyNotOpened when the master key is not the one that the database was made with
 */
export async function openSealer(wrapper: KeyWrapper, store: DataKeyStore): Promise<Sealer> {
  let stored = await store.all();
  if (stored.length === 0) {
    const wrapped = await wrapper.wrap(randomBytes(KEY_BYTES), FIRST);
    await store.addUnlessPresent({ dataKeyId: FIRST, wrapped });
    stored = await store.all();
  }
  const dataKeys = new Map<number, Uint8Array>();
  for (const { dataKeyId, wrapped } of stored) {
    dataKeys.set(dataKeyId, await wrapper.unwrap(wrapped, dataKeyId));
  }
  return sealerOf(dataKeys);
}

function sealerOf(dataKeys: ReadonlyMap<number, Uint8Array>): Sealer {
  const first = dataKeys.get(FIRST);
  if (first === undefined) throw new SealBroken(`data key ${FIRST} is missing in the database`);
  const sealing = new Map<number, KeyObject>();
  for (const [id, key] of dataKeys) sealing.set(id, createSecretKey(derivedFrom(key, 'seal')));
  const current = Math.max(...dataKeys.keys());
  return {
    seal(plain, place) {
      const text = encrypt(keyOf(sealing, current), Buffer.from(plain, 'utf8'), associated(place, current));
      return `${FORMAT}.${current}.${text}`;
    },
    open(sealed, place) {
      const [format, id, text] = sealed.split('.');
      if (format !== FORMAT || text === undefined) throw new SealBroken(`${named(place)} is not sealed text`);
      const dataKeyId = Number(id);
      const plain = decrypt(keyOf(sealing, dataKeyId), text, associated(place, dataKeyId));
      if (plain === undefined) throw new SealBroken(`${named(place)} was altered or moved`);
      return Buffer.from(plain).toString('utf8');
    },
    derive: purpose => derivedFrom(first, `derive ${purpose}`),
  };
}

function keyOf(keys: ReadonlyMap<number, KeyObject>, dataKeyId: number): KeyObject {
  const key = keys.get(dataKeyId);
  if (key === undefined) throw new SealBroken(`there is no data key ${dataKeyId}`);
  return key;
}

/** JSON keeps the parts apart whatever characters they hold. */
function associated({ table, row, accountId }: SealedPlace, dataKeyId: number): string {
  return JSON.stringify([table, row, accountId, dataKeyId]);
}

function named({ table, row }: SealedPlace): string {
  return `the secret of ${table} ${row}`;
}
