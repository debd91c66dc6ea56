/** The SQL of passkeys. An owner is a user's id, or empty for the account itself. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { type PasskeysTable, remove, select, update } from '../../store/index.ts';
import type { Passkey } from './passkey.ts';

/** What is shown of a passkey. */
const shownColumns = ['passkey_id', 'name', 'created_at', 'last_used_at'] as const;

/** The passkeys of an owner, the oldest first. */
export async function passkeysOf(scope: Scope, ownerId: string): Promise<Passkey[]> {
  const rows = await select(scope, 'passkeys')
    .select(shownColumns)
    .where('user_id', '=', ownerId)
    .orderBy('created_at')
    .orderBy('passkey_id')
    .execute();
  return rows.map(passkeyOf);
}

/** @returns undefined when the owner has no such passkey, whoever else may have it */
export async function findPasskey(
  scope: Scope,
  ownerId: string,
  passkeyId: string,
): Promise<Passkey | undefined> {
  const row = await select(scope, 'passkeys')
    .select(shownColumns)
    .where('passkey_id', '=', passkeyId)
    .where('user_id', '=', ownerId)
    .executeTakeFirst();
  return row && passkeyOf(row);
}

/** Gives a passkey another name. */
export async function renamePasskey(scope: ChangeScope, passkeyId: string, name: string): Promise<void> {
  await update(scope, 'passkeys').set({ name }).where('passkey_id', '=', passkeyId).execute();
}

/** Removes a passkey, which opens nothing from then on. */
export async function removePasskey(scope: ChangeScope, passkeyId: string): Promise<void> {
  await remove(scope, 'passkeys').where('passkey_id', '=', passkeyId).execute();
}

/** Removes every passkey of an owner. */
export async function removePasskeysOf(scope: ChangeScope, ownerId: string): Promise<void> {
  await remove(scope, 'passkeys').where('user_id', '=', ownerId).execute();
}

function passkeyOf(row: Pick<PasskeysTable, (typeof shownColumns)[number]>): Passkey {
  return {
    passkeyId: row.passkey_id,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
  };
}
