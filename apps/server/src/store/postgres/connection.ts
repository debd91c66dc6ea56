import type { ClientBase, QueryResult } from 'pg';
import { isConnectionLost, postgresFailure } from './failures.ts';

/** Names of the statements that every connection prepares once, by their text. */
const names = new Map<string, string>();

function nameOf(statement: string): string {
  const held = names.get(statement);
  if (held !== undefined) return held;
  const name = `wardenry_${names.size + 1}`;
  names.set(statement, name);
  return name;
}

/** One connection for as long as it is lent. */
export class PostgresConnection {
  readonly #client: ClientBase;
  #isLost = false;
  #failure: { readonly error: unknown } | undefined;

  constructor(client: ClientBase) {
    this.#client = client;
  }

  /** Whether the connection is of no more use. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Has the connection closed instead of used again. */
  markLost(): void {
    this.#isLost = true;
  }

  /** The first statement that failed, also when its caller caught the error. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /**
   * Runs a statement that has one constant text; the connection prepares it once.
   *
   * @throws StorageUnavailable, or PostgreSQL's error
   */
  runConstant(statement: string, values: readonly unknown[]): Promise<QueryResult> {
    return this.#attempt(() =>
      this.#client.query({ name: nameOf(statement), text: statement, values: [...values] }),
    );
  }

  /** Runs any statement. */
  run(statement: string, values: readonly unknown[] = []): Promise<QueryResult> {
    return this.#attempt(() => this.#client.query(statement, [...values]));
  }

  async #attempt(work: () => Promise<QueryResult>): Promise<QueryResult> {
    try {
      return await work();
    } catch (error) {
      if (isConnectionLost(error)) this.#isLost = true;
      const failure = postgresFailure(error);
      this.#failure ??= { error: failure };
      throw failure;
    }
  }
}
