/** Users by their numbers, each with one AccessKey: the same number is the same user in every account that is made here. */
import { hash } from 'node:crypto';
import type { Sealer } from '../../apps/server/src/sealing/index.ts';
import type { BootstrapCredentials } from '../../e2e/server-process.ts';
import { type Row, sealerFor, sqliteTables } from './state-tables.ts';

/** An AccessKey. */
export interface Signer {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** When everything that is put into accounts was made, in milliseconds. */
export const MADE_AT = Date.UTC(2026, 0, 1);

/** Ids of users are 18 digits long, in the order of the numbers. */
export function userId(user: number): string {
  return `2${digits(user, 17)}`;
}

/** Names are in the order of the numbers. */
export function userName(user: number): string {
  return `user-${digits(user, 7)}`;
}

/** The key of a user. */
export function signerOf(user: number): Signer {
  const accessKeyId = `WDNKbench${digits(user, 11)}`;
  return { accessKeyId, accessKeySecret: hash('sha256', accessKeyId).slice(0, 30) };
}

/** The number with zeros before it, so that texts sort like numbers. */
export function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** Rows of `users`. */
export function* userRows(accountId: string, users: number): Iterable<Row> {
  for (let user = 0; user < users; user += 1) {
    const name = userName(user);
    yield {
      account_id: accountId,
      user_id: userId(user),
      user_name: name,
      user_name_key: name,
      display_name: `User number ${user}`,
      comments: '',
      mobile_phone: '',
      email: '',
      created_at: MADE_AT,
      updated_at: MADE_AT,
      session_epoch: 0,
    };
  }
}

/** Rows of `access_keys`. */
export function* keyRows(accountId: string, users: number, sealer: Sealer): Iterable<Row> {
  for (let user = 0; user < users; user += 1) {
    const { accessKeyId, accessKeySecret } = signerOf(user);
    yield {
      account_id: accountId,
      access_key_id: accessKeyId,
      user_id: userId(user),
      status: 'Active',
      sealed_secret: sealer.seal(accessKeySecret, { table: 'access_keys', row: accessKeyId, accountId }),
      created_at: MADE_AT,
      updated_at: MADE_AT,
      session_epoch: 0,
    };
  }
}

/**
 * Adds users to the first account of an embedded database.
 *
 * @param dataDir its folder
 * @returns their keys
 */
export async function addUsers(
  dataDir: string,
  { accountId }: BootstrapCredentials,
  users: number,
): Promise<Signer[]> {
  const tables = sqliteTables(dataDir);
  try {
    const sealer = await sealerFor(dataDir, tables);
    await tables.insert('users', userRows(accountId, users));
    await tables.insert('access_keys', keyRows(accountId, users, sealer));
  } finally {
    await tables.close();
  }
  return Array.from({ length: users }, (_, user) => signerOf(user));
}
