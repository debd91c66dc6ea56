/** What belongs to the installation and to no account: its facts, its data keys, its accounts as a whole, its writers. */

import type { AccountId } from '../kernel/callers/identity.ts';
import type { RequestContext } from '../kernel/context.ts';
import type { LedgerEntry } from '../kernel/ledger.ts';
import type { ChangeScope } from '../kernel/scope.ts';
import { AccountChangeScope } from './account-scope.ts';
import type { Engine, Transaction } from './engine.ts';
import { AccountExists } from './errors.ts';
import { appendToFeed } from './feed.ts';
import { accountExists, countAccounts, isAccessKeyIdTaken, listAccountIds } from './global.ts';
import type { DataKeysTable, SessionKeysTable } from './schema/index.ts';
import type { Session } from './session.ts';

const BOOTSTRAPPED = 'bootstrapped_at';

/** The installation inside a transaction that no other process can have open at the same time. */
export interface InstallationChange {
  /** @returns undefined when the fact is not known */
  fact(name: string): Promise<string | undefined>;
  setFact(name: string, value: string): Promise<void>;
  countAccounts(): Promise<number>;
  /**
   * Creates an account at revision 1.
   *
   * @param context names the new account, who creates it and when
   * @param fill writes the account's first rows
   * @throws AccountExists
   */
  createAccount<Result>(
    context: RequestContext,
    fill: (scope: ChangeScope) => Promise<Result>,
  ): Promise<Result>;
  /** Stores a journal row in the same transaction. */
  store(entry: LedgerEntry): Promise<void>;
}

/** Reads and changes of what belongs to no account. All of them throw StorageUnavailable when the database cannot be used. */
export class Installation {
  readonly #engine: Engine;
  readonly #clock: () => number;

  constructor(engine: Engine, clock: () => number) {
    this.#engine = engine;
    this.#clock = clock;
  }

  /** @returns undefined when the fact is not known */
  fact(name: string): Promise<string | undefined> {
    return readFact(this.#engine.reader, name);
  }

  countAccounts(): Promise<number> {
    return countAccounts(this.#engine.reader);
  }

  accountExists(accountId: AccountId): Promise<boolean> {
    return accountExists(this.#engine.reader, accountId);
  }

  /** Ids of accounts in their order, those behind `after`, `limit` at most. */
  listAccountIds(after: string, limit: number): Promise<readonly AccountId[]> {
    return listAccountIds(this.#engine.reader, after, limit);
  }

  /** Whether any account has an AccessKey of this id, or has it in its recycle bin. */
  isAccessKeyIdTaken(accessKeyId: string): Promise<boolean> {
    return isAccessKeyIdTaken(this.#engine.reader, accessKeyId);
  }

  /**
   * Changes the installation; one process at a time. The rows of `run` become visible all together.
   *
   * @param run awaits the database and nothing else, since every other writer of a SQLite file waits for it
   * @throws whatever `run` throws; nothing is stored then
   */
  change<Result>(run: (change: InstallationChange) => Promise<Result>): Promise<Result> {
    return this.#engine.transaction(
      async transaction => {
        await this.#engine.lockInstallation(transaction);
        return run(this.#handle(transaction));
      },
      { queue: 'installation' },
    );
  }

  /**
   * Runs the first start's change unless it was made before, by this process or another.
   *
   * @returns undefined when it was made before
   */
  bootstrapOnce<Result>(
    run: (change: InstallationChange) => Promise<Result>,
  ): Promise<{ readonly result: Result } | undefined> {
    return this.change(async change => {
      if ((await change.fact(BOOTSTRAPPED)) !== undefined) return undefined;
      const result = await run(change);
      await change.setFact(BOOTSTRAPPED, String(this.#clock()));
      return { result };
    });
  }

  /** Whether `bootstrapOnce` has been through. */
  async isBootstrapped(): Promise<boolean> {
    return (await this.fact(BOOTSTRAPPED)) !== undefined;
  }

  /** The wrapped data keys, the oldest first. */
  dataKeys(): Promise<readonly DataKeysTable[]> {
    return this.#engine.reader.query(
      'select data_key_id, wrapped, created_at from data_keys order by data_key_id',
      [],
    );
  }

  /**
   * Adds a data key.
   *
   * @returns false when there is one of this id already, made by another process: read the keys again
   */
  async insertDataKey(key: DataKeysTable): Promise<boolean> {
    const inserted = await this.#write(
      `insert into data_keys (data_key_id, wrapped, created_at) values ($1, $2, $3)
       on conflict do nothing returning data_key_id`,
      [key.data_key_id, key.wrapped, key.created_at],
    );
    return inserted.length === 1;
  }

  /** The sealed keys of sessions, the oldest first. */
  sessionKeys(): Promise<readonly SessionKeysTable[]> {
    return this.#engine.reader.query(
      'select key_id, sealed_key, created_at from session_keys order by key_id',
      [],
    );
  }

  /** Adds a key of sessions unless there is one of this id already, made by another process. */
  async insertSessionKey(key: SessionKeysTable): Promise<void> {
    await this.#write(
      `insert into session_keys (key_id, sealed_key, created_at) values ($1, $2, $3)
       on conflict do nothing returning key_id`,
      [key.key_id, key.sealed_key, key.created_at],
    );
  }

  /** Forgets the keys of sessions before one. */
  async removeSessionKeysBefore(keyId: number): Promise<void> {
    await this.#write('delete from session_keys where key_id < $1 returning key_id', [keyId]);
  }

  /**
   * Allocates the number under which this process writes its journal rows.
   *
   * @param node the node's name
   * @returns a number that no process had before
   */
  async allocateWriter(node: string): Promise<number> {
    for (;;) {
      const [allocated] = await this.#write<{ readonly writer: number }>(
        `insert into journal_writers (writer, node, started_at)
         select coalesce(max(writer), 0) + 1, cast($1 as text), cast($2 as bigint) from journal_writers where true
         on conflict do nothing returning writer`,
        [node, this.#clock()],
      );
      // No row: another process took the number first.
      if (allocated !== undefined) return allocated.writer;
    }
  }

  #write<Row>(statement: string, values: Parameters<Session['query']>[1]): Promise<readonly Row[]> {
    return this.#engine.transaction(transaction => transaction.query<Row>(statement, values), {
      queue: 'installation',
    });
  }

  #handle(transaction: Transaction): InstallationChange {
    return {
      fact: name => readFact(transaction, name),
      setFact: (name, value) => writeFact(transaction, name, value),
      countAccounts: () => countAccounts(transaction),
      createAccount: (context, fill) => this.#createAccount(transaction, context, fill),
      store: entry => transaction.store(entry),
    };
  }

  async #createAccount<Result>(
    transaction: Transaction,
    context: RequestContext,
    fill: (scope: ChangeScope) => Promise<Result>,
  ): Promise<Result> {
    const { accountId, now } = context;
    const created = await transaction.query(
      `insert into accounts (account_id, revision, created_at) values ($1, 1, $2)
       on conflict do nothing returning account_id`,
      [accountId, now],
    );
    if (created.length === 0) throw new AccountExists(`there is an account ${accountId} already`);
    const scope = new AccountChangeScope(context, transaction);
    const result = await fill(scope);
    scope.close();
    const news = { accountId, since: 0, revision: 1, touched: scope.touched };
    await appendToFeed(transaction, news, this.#clock());
    return result;
  }
}

async function readFact(session: Session, name: string): Promise<string | undefined> {
  const [fact] = await session.query<{ readonly value: string }>(
    'select value from installation where name = $1',
    [name],
  );
  return fact?.value;
}

async function writeFact(session: Session, name: string, value: string): Promise<void> {
  await session.query(
    `insert into installation (name, value) values ($1, $2)
     on conflict (name) do update set value = excluded.value`,
    [name, value],
  );
}
