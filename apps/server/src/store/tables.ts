/**
 * The doors through which areas reach their tables. Every statement that starts here carries the account of its scope,
 * so that no rule can read or write another account's rows (design: storage is scoped by the authenticated context).
 *
 * A join brings in a second table without its account: join on `account_id` as well. `clearWhere` has no place in a rule.
 */
import type {
  ColumnType,
  DeleteQueryBuilder,
  DeleteResult,
  Kysely,
  SelectQueryBuilder,
  UpdateQueryBuilder,
  UpdateResult,
} from 'kysely';
import type { ChangeScope, Scope } from '../kernel/scope.ts';
import { AccountScope } from './account-scope.ts';
import type { Database } from './schema/index.ts';

type TablesOfAccounts = {
  [Table in keyof Database]: Database[Table] extends { account_id: string } ? Table : never;
}[keyof Database];

/** The tables whose rows belong to an account and that rules may read; feed and journal are written by the store alone. */
export type AccountTable = Exclude<TablesOfAccounts, 'changes' | 'journal'>;

/** The tables that rules may write; the account's own row is its lock, and counts are kept by the database itself. */
export type WritableTable = Exclude<AccountTable, 'accounts' | 'policy_holders' | 'attachment_counts'>;

/** A row as a rule writes it: the account comes from the scope. */
export type NewRow<Table extends WritableTable> = Omit<Database[Table], 'account_id'>;

type NoColumns = Record<never, never>;

/** A SELECT of one table, limited to one account. */
export type AccountSelect<Table extends AccountTable> = SelectQueryBuilder<Database, Table, NoColumns>;
/** The tables as an UPDATE sees them: a row never moves to another account. */
type Settled = {
  [Table in WritableTable]: Omit<Database[Table], 'account_id'> & {
    account_id: ColumnType<string, string, never>;
  };
};

/** An UPDATE of one table, limited to one account. */
export type AccountUpdate<Table extends WritableTable> = UpdateQueryBuilder<
  Settled,
  Table,
  Table,
  UpdateResult
>;
/** A DELETE from one table, limited to one account. */
export type AccountDelete<Table extends WritableTable> = DeleteQueryBuilder<Database, Table, DeleteResult>;

/** Some table with an account: Kysely cannot follow a table name that is a type parameter. */
interface Owned {
  owned: { account_id: string };
}

function owned(
  scope: Scope,
  table: AccountTable,
): { readonly builder: Kysely<Owned>; readonly name: 'owned' } {
  return {
    builder: AccountScope.sessionOf(scope).builder as unknown as Kysely<Owned>,
    name: table as unknown as 'owned',
  };
}

/**
 * Starts a SELECT over the scope's rows of a table; finish it with `.select(…)`, `.where(…)` and `.execute()`.
 *
 * @throws TypeError when the scope has ended
 */
export function select<Table extends AccountTable>(scope: Scope, table: Table): AccountSelect<Table> {
  const { builder, name } = owned(scope, table);
  return builder
    .selectFrom(name)
    .where(`${name}.account_id`, '=', scope.accountId) as unknown as AccountSelect<Table>;
}

/**
 * Inserts one row into the scope's account.
 *
 * @param row every column but account_id
 * @throws the database's error when a row with one of its keys is there already
 */
export async function insert<Table extends WritableTable>(
  scope: ChangeScope,
  table: Table,
  row: NewRow<Table>,
): Promise<void> {
  await insertion(scope, table, row).execute();
}

/**
 * Inserts several rows into the scope's account in one statement.
 *
 * @param rows as many as one call of an operation makes, at most a few thousand values
 * @throws the database's error when a row with one of its keys is there already
 */
export async function insertAll<Table extends WritableTable>(
  scope: ChangeScope,
  table: Table,
  rows: readonly NewRow<Table>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { builder, name } = owned(scope, table);
  await builder
    .insertInto(name)
    .values(rows.map(row => ({ ...row, account_id: scope.accountId })))
    .execute();
}

/**
 * Inserts one row into the scope's account unless a row with one of its keys is there.
 *
 * @param row every column but account_id
 * @returns whether the row was inserted
 */
export async function insertUnlessPresent<Table extends WritableTable>(
  scope: ChangeScope,
  table: Table,
  row: NewRow<Table>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insertion(scope, table, row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

function insertion<Table extends WritableTable>(scope: ChangeScope, table: Table, row: NewRow<Table>) {
  const { builder, name } = owned(scope, table);
  return builder.insertInto(name).values({ ...row, account_id: scope.accountId });
}

/** Starts an UPDATE of the scope's rows of a table; finish it with `.set(…)`, `.where(…)` and `.execute()`. */
export function update<Table extends WritableTable>(scope: ChangeScope, table: Table): AccountUpdate<Table> {
  const { builder, name } = owned(scope, table);
  return builder
    .updateTable(name)
    .where(`${name}.account_id`, '=', scope.accountId) as unknown as AccountUpdate<Table>;
}

/** Starts a DELETE of the scope's rows of a table; finish it with `.where(…)` and `.execute()`. */
export function remove<Table extends WritableTable>(scope: ChangeScope, table: Table): AccountDelete<Table> {
  const { builder, name } = owned(scope, table);
  return builder
    .deleteFrom(name)
    .where(`${name}.account_id`, '=', scope.accountId) as unknown as AccountDelete<Table>;
}

/**
 * Runs a DELETE that {@link remove} has started.
 *
 * @returns whether there was anything to delete
 */
export async function removed(rows: { executeTakeFirstOrThrow(): Promise<DeleteResult> }): Promise<boolean> {
  const { numDeletedRows } = await rows.executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/**
 * Counts the scope's rows of a table.
 *
 * @param narrow adds conditions to the SELECT, e.g. `users => users.where('user_name_key', '=', 'alice')`
 */
export async function count<Table extends AccountTable>(
  scope: Scope,
  table: Table,
  narrow: (rows: AccountSelect<Table>) => AccountSelect<Table> = rows => rows,
): Promise<number> {
  const rows = narrow(select(scope, table)) as unknown as SelectQueryBuilder<Owned, 'owned', NoColumns>;
  const { total } = await rows
    .select(owned => owned.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
