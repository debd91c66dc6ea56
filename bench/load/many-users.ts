/** An account with many users, put into the database of a server that is not running. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSealing, type Sealer } from '../../apps/server/src/sealing/index.ts';
import type { BootstrapCredentials } from '../../e2e/server-process.ts';

/** An AccessKey. */
export interface Signer {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/**
 * Adds users to the first account, each with one AccessKey.
 *
 * @param dataDir folder of an embedded database whose first account exists
 * @returns their keys
 */
export async function addUsers(
  dataDir: string,
  { accountId }: BootstrapCredentials,
  count: number,
): Promise<Signer[]> {
  const database = new DatabaseSync(join(dataDir, 'wardenry.db'));
  try {
    const sealer = await sealerOf(database, dataDir);
    database.exec('begin');
    const insert = inserts(database, sealer, accountId);
    const signers = Array.from({ length: count }, (_, i) => insert(i));
    database.exec('commit');
    return signers;
  } finally {
    database.close();
  }
}

async function sealerOf(database: DatabaseSync, dataDir: string): Promise<Sealer> {
  const { sealer } = await openSealing(undefined, dataDir, {
    all: async () =>
      database
        .prepare('select data_key_id, wrapped from data_keys order by data_key_id')
        .all()
        .map(row => ({ dataKeyId: Number(row.data_key_id), wrapped: String(row.wrapped) })),
    addUnlessPresent: () => Promise.reject(new Error('the database has no data key')),
  });
  return sealer;
}

function inserts(database: DatabaseSync, sealer: Sealer, accountId: string): (i: number) => Signer {
  const now = Date.now();
  const user = database.prepare(
    `insert into users (account_id, user_id, user_name, user_name_key, display_name, comments, mobile_phone, email,
                        created_at, updated_at)
     values (?, ?, ?, ?, ?, '', '', '', ${now}, ${now})`,
  );
  const key = database.prepare(
    `insert into access_keys (account_id, access_key_id, user_id, status, sealed_secret, created_at, updated_at)
     values (?, ?, ?, 'Active', ?, ${now}, ${now})`,
  );
  return i => {
    const userId = String(200_000_000_000_000_000n + BigInt(i));
    const accessKeyId = `WDNKbench${String(i).padStart(11, '0')}`;
    const accessKeySecret = randomBytes(15).toString('hex');
    user.run(accountId, userId, `user-${i}`, `user-${i}`, `User number ${i}`);
    key.run(
      accountId,
      accessKeyId,
      userId,
      sealer.seal(accessKeySecret, { table: 'access_keys', row: accessKeyId, accountId }),
    );
    return { accessKeyId, accessKeySecret };
  };
}
