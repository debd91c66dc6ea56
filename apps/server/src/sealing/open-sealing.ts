import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { localKeyWrapper } from './key-wrapper.ts';
import {
  MASTER_KEY_FILE,
  MasterKeyRefused,
  makeMasterKeyFile,
  masterKeyOf,
  readMasterKeyFile,
} from './master-key.ts';
import { type DataKeyStore, openSealer, type Sealer } from './sealer.ts';

/** A sealer, and what the operator should hear about its key. */
export interface OpenedSealing {
  readonly sealer: Sealer;
  /** Path of the master key's file when this start made it. */
  readonly madeMasterKey?: string;
}

/**
 * Finds the master key and opens the data keys with it. The key comes from the setting, else from the data folder. Only
 * where the database has nothing sealed yet is one made: a new key beside sealed secrets would open none of them.
 *
 * @param masterKey the setting, base64
 * @throws MasterKeyRefused, KeyNotOpened with one sentence for the operator
 */
export async function openSealing(
  masterKey: string | undefined,
  dataDir: string,
  store: DataKeyStore,
): Promise<OpenedSealing> {
  const path = join(dataDir, MASTER_KEY_FILE);
  const found = masterKey === undefined ? readMasterKeyFile(dataDir) : masterKeyOf(masterKey);
  if (found !== undefined) return { sealer: await openSealer(localKeyWrapper(found), store) };
  if ((await store.all()).length > 0) {
    throw new MasterKeyRefused(
      `The secrets in this database are sealed, and the master key is missing: set WARDENRY_MASTER_KEY_FILE or bring back ${path}.`,
    );
  }
  const { key, made } = makeMasterKeyFile(dataDir);
  try {
    const sealer = await openSealer(localKeyWrapper(key), store);
    return made ? { sealer, madeMasterKey: path } : { sealer };
  } catch (error) {
    // Another node was first and sealed with a key of its own: this one opens nothing and would only mislead.
    if (made) unlinkSync(path);
    throw error;
  }
}
