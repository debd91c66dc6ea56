/** The SQL of account aliases. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insertUnlessPresent, remove, select } from '../../store/index.ts';

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
