/** The SQL of accounts, their root identities and their aliases. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insertUnlessPresent, remove, select } from '../../store/index.ts';

/** When the account was made, in milliseconds since 1970. */
export async function accountCreatedAt(scope: Scope): Promise<number> {
  const row = await select(scope, 'accounts').select('created_at').executeTakeFirstOrThrow();
  return row.created_at;
}

/**
 * When the password of the account itself was set, in milliseconds since 1970.
 *
 * @returns undefined for an account whose own identity has none
 */
export async function rootPasswordSetAt(scope: Scope): Promise<number | undefined> {
  const row = await select(scope, 'roots').select('created_at').executeTakeFirst();
  return row?.created_at;
}

/** @returns undefined for an account that goes by its id */
export async function findAlias(scope: Scope): Promise<string | undefined> {
  const row = await select(scope, 'account_aliases').select('alias').executeTakeFirst();
  return row?.alias;
}

/**
 * Gives the account another alias.
 *
 * @param alias in lower case
 * @returns false when another account of the installation has it; the change must then be given up
 */
export async function replaceAlias(scope: ChangeScope, alias: string): Promise<boolean> {
  await removeAlias(scope);
  return insertUnlessPresent(scope, 'account_aliases', { alias, set_at: scope.now });
}

/** Has the account go by its id again. */
export async function removeAlias(scope: ChangeScope): Promise<void> {
  await remove(scope, 'account_aliases').execute();
}
