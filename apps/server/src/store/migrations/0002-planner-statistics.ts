import type { SchemaMaker } from './schema-maker.ts';

/**
 * SQLite plans by guesses about tables that nobody has counted: an index that begins with the account looks as selective
 * as one that leads to a single row, so that a look-up in a large account reads all that the account has.
 */
export async function plannerStatistics(schema: SchemaMaker): Promise<void> {
  await schema.assumeLargeAccounts();
}
