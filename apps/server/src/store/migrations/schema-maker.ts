import { type ColumnDataType, type CreateTableBuilder, type Expression, sql } from 'kysely';
import type { Dialect, Session } from '../session.ts';
import { countingTriggers, type KeptCount, presentCounts } from './kept-count.ts';

/** Types that both databases have; a `?` allows NULL. */
export type ColumnKind = 'text' | 'integer' | 'bytes' | 'text?' | 'integer?' | 'bytes?';

/** A table as a migration describes it. */
export interface TableDefinition {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly key: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  /** Tables referred to, by columns that have the same names there. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
  readonly indexes?: readonly (readonly string[])[];
  /** Rows are short and are read by their key: SQLite keeps them in the key's own tree. */
  readonly clustered?: boolean;
}

/** An index as SQLite lists it; the key's own tree of a clustered table among them. */
interface IndexColumn {
  readonly table: string;
  readonly index: string;
  readonly isUnique: number;
  readonly column: string;
}

/** What the planner of SQLite is told to expect: rows of a table, of one account, and of one value within an account. */
const EXPECTED = { table: 1_000_000, account: 100_000, value: 10 } as const;

type DataType = ColumnDataType | Expression<unknown>;

/** Creates tables; what the two databases call differently is told apart here and nowhere else. */
export class SchemaMaker {
  readonly dialect: Dialect;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    this.dialect = session.dialect;
  }

  /** Creates a table with its constraints and indexes. */
  async create(name: string, definition: TableDefinition): Promise<void> {
    const { columns, key, unique = [], references = {}, indexes = [] } = definition;
    let table: CreateTableBuilder<string, string> = this.#session.builder.schema.createTable(name);
    for (const [column, kind] of Object.entries(columns)) {
      table = table.addColumn(column, this.#typeOf(kind), made =>
        kind.endsWith('?') ? made : made.notNull(),
      );
    }
    table = table.addPrimaryKeyConstraint(`${name}_key`, [...key]);
    for (const names of unique) {
      table = table.addUniqueConstraint(`${name}_unique_${names.at(-1)}`, [...names]);
    }
    for (const [other, names] of Object.entries(references)) {
      table = table.addForeignKeyConstraint(`${name}_of_${other}`, [...names], other, [...names]);
    }
    if (this.dialect === 'sqlite') {
      table = table.modifyEnd(definition.clustered === true ? sql`strict, without rowid` : sql`strict`);
    }
    await table.execute();
    for (const names of indexes) await this.#index(name, names);
  }

  /**
   * Adds columns to a table that may hold rows.
   *
   * @param columns kinds that allow NULL, or a kind with the value that the rows there get
   */
  async extend(
    name: string,
    columns: Readonly<
      Record<string, 'text?' | 'integer?' | { readonly kind: ColumnKind; readonly value: string | number }>
    >,
  ): Promise<void> {
    for (const [column, given] of Object.entries(columns)) {
      const { schema } = this.#session.builder;
      const table = schema.alterTable(name);
      const altered =
        typeof given === 'string'
          ? table.addColumn(column, this.#typeOf(given))
          : table.addColumn(column, this.#typeOf(given.kind), made => made.notNull().defaultTo(given.value));
      await altered.execute();
    }
  }

  /** Creates a table of how much another one holds, which the database keeps from now on. */
  async createCount(name: string, count: KeptCount): Promise<void> {
    const { by, as } = count;
    const texts = by.map(column => [column, 'text'] as const);
    await this.create(name, {
      columns: { ...Object.fromEntries(texts), [as]: 'integer' },
      key: by,
      references: { accounts: ['account_id'] },
      clustered: true,
    });
    await this.run(`insert into ${name} ${presentCounts(count)}`);
    for (const trigger of countingTriggers(this.dialect, name, count)) await this.run(trigger);
  }

  /** Takes the rows of a clustered table of SQLite out of its key's tree; whatever is declared of it stays. */
  async moveApart(name: string): Promise<void> {
    const session = this.#session;
    const made = await session.query<{ readonly type: 'table' | 'index'; readonly sql: string }>(
      "select type, sql from sqlite_master where tbl_name = $1 and type in ('table', 'index') and sql is not null",
      [name],
    );
    for (const { type, sql } of made) {
      if (type !== 'table') continue;
      await this.run(sql.replace(name, `${name}_apart`).replace(/, without rowid$/i, ''));
      await this.run(`insert into ${name}_apart select * from ${name}`);
      await this.run(`drop table ${name}`);
      await this.run(`alter table ${name}_apart rename to ${name}`);
    }
    // They went with the table that they were of.
    for (const { type, sql } of made) if (type === 'index') await this.run(sql);
  }

  /** Runs one statement that both databases understand. */
  async run(statement: string): Promise<void> {
    await this.#session.query(statement, []);
  }

  /** Creates a view over a query. */
  async view(name: string, query: string): Promise<void> {
    await this.#session.query(`create view ${name} as ${query}`, []);
  }

  /**
   * Tells the planner of SQLite that accounts are large; PostgreSQL counts for itself. Covers every index that is there,
   * so that a migration which adds one calls it again at its end.
   */
  async assumeLargeAccounts(): Promise<void> {
    if (this.dialect === 'postgres') return;
    // Only this makes the table of statistics; of what it counts nothing is kept.
    await this.#session.query('analyze accounts', []);
    await this.#session.query('delete from sqlite_stat1', []);
    const indexes = await this.#accountIndexes();
    const keys = [...indexes.values()].filter(columns => columns[0]?.isUnique === 1);
    for (const [index, columns] of indexes) {
      const table = columns[0]?.table ?? '';
      const keysOfTable = keys.filter(key => key[0]?.table === table).map(namesOf);
      await this.#session.query('insert into sqlite_stat1 (tbl, idx, stat) values ($1, $2, $3)', [
        table,
        index,
        expectationOf(namesOf(columns), keysOfTable),
      ]);
    }
    await this.#session.query('analyze sqlite_schema', []);
  }

  /** Every index whose first column is the account, with its columns in their order. */
  async #accountIndexes(): Promise<ReadonlyMap<string, readonly IndexColumn[]>> {
    const rows = await this.#session.query<IndexColumn>(
      `select t.name as "table", i."unique" as "isUnique", c.name as "column",
         case when i.origin = 'pk' and t.sql like '%without rowid%' then t.name else i.name end as "index"
       from sqlite_master t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
       where t.type = 'table'
       order by t.name, i.name, c.seqno`,
      [],
    );
    const byIndex = Map.groupBy(rows, row => row.index);
    return new Map([...byIndex].filter(([, columns]) => columns[0]?.column === 'account_id'));
  }

  async #index(table: string, columns: readonly string[]): Promise<void> {
    const name = `${table}_by_${columns.filter(column => column !== 'account_id').join('_')}`;
    await this.#session.builder.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute();
  }

  #typeOf(kind: ColumnKind): DataType {
    switch (kind) {
      case 'text':
      case 'text?':
        // Order and comparison by code units in both databases, whatever the locale of the server is.
        return this.dialect === 'sqlite' ? 'text' : sql`text collate "C"`;
      case 'integer':
      case 'integer?':
        return this.dialect === 'sqlite' ? 'integer' : 'bigint';
      case 'bytes':
      case 'bytes?':
        return this.dialect === 'sqlite' ? 'blob' : 'bytea';
    }
  }
}

function namesOf(columns: readonly IndexColumn[]): readonly string[] {
  return columns.map(({ column }) => column);
}

/**
 * As SQLite writes its own statistics: the rows of the table, then those that share the first column, the first two …
 *
 * @param keys of the table: what shares all columns of one is a single row
 */
function expectationOf(columns: readonly string[], keys: readonly (readonly string[])[]): string {
  const shared = columns.map((_, position) => {
    const leading = columns.slice(0, position + 1);
    if (keys.some(key => key.every(column => leading.includes(column)))) return 1;
    return position === 0 ? EXPECTED.account : EXPECTED.value;
  });
  return [EXPECTED.table, ...shared].join(' ');
}
