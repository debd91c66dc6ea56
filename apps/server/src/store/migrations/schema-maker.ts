import { type ColumnDataType, type CreateTableBuilder, type Expression, sql } from 'kysely';
import type { Dialect, Session } from '../session.ts';

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
