/** Two accounts made comparable: ids, times and secrets are replaced by what they are of. */
import { markerOf } from '../../src/kernel/pages/page.ts';
import type { Account } from '../contract/account.ts';

/** The tables that the story writes, and the column that names each row. */
const tables = {
  users: 'user_id',
  groups: 'group_id',
  access_keys: 'access_key_id',
  group_members: undefined,
  attachments: undefined,
  login_profiles: undefined,
  password_history: undefined,
  password_attempts: undefined,
  security_preferences: undefined,
  mfa_devices: undefined,
} as const;

/** Differ between any two accounts, and say nothing about the story. */
const incomparable = [
  'account_id',
  'sealed_secret',
  'sealed_seed',
  'password_hash',
  'last_step',
  'session_epoch',
  'mac',
  'at',
];

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** What one account was told, in words that fit any account. */
export class LookAlike {
  readonly #account: Account;
  readonly #labels = new Map<string, string>();
  readonly #firstRevision: number;

  /** @param account as it is made; what comes later is numbered in the order in which it comes */
  constructor(account: Account) {
    this.#account = account;
    this.#firstRevision = this.#revision();
    this.learn();
  }

  /** Gives labels to what is new in the account. Two new things of one table are told apart by their names. */
  learn(): void {
    for (const [table, idColumn] of Object.entries(tables)) {
      if (idColumn === undefined) continue;
      const ids = this.#rows(table)
        .toSorted((a, b) => (String(a.user_name) < String(b.user_name) ? -1 : 1))
        .map(row => String(row[idColumn]));
      for (const id of ids) this.label(id, table);
    }
  }

  /** Gives a label to a text that is random. */
  label(text: string, noun: string): void {
    if (!this.#labels.has(text)) this.#labels.set(text, `<${noun} ${this.#labels.size}>`);
  }

  /** Every row that the story could have written, and the account's change feed since it began. */
  rows(): unknown {
    const written = Object.keys(tables).map(table => [
      table,
      this.#rows(table)
        .map(row => JSON.stringify(this.#comparable(row)))
        .sort(),
    ]);
    const feed = this.#rows('changes')
      .filter(({ revision }) => Number(revision) > this.#firstRevision)
      .map(row => ({ ...this.#comparable(row), revision: Number(row.revision) - this.#firstRevision }));
    return { written, feed: feed.map(line => JSON.stringify(line)).sort() };
  }

  /** A reply, or any part of one. */
  reply(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(item => this.reply(item));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.reply(member)]));
    }
    return typeof value === 'string' ? this.#text(value) : value;
  }

  #text(text: string): string {
    if (time.test(text)) return '<time>';
    const known = [...this.#labels].reduce(
      (told, [id, label]) => told.replaceAll(id, label).replaceAll(markerOf(id), `<marker of ${label}>`),
      text,
    );
    return known.replaceAll(this.#account.id, '<account>');
  }

  #comparable(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const columns = Object.entries(row).filter(([column]) => !incomparable.includes(column));
    return Object.fromEntries(
      columns.map(([column, value]) => [column, column.endsWith('_at') ? value !== null : this.reply(value)]),
    );
  }

  #revision(): number {
    return Number(this.#rows('accounts')[0]?.revision);
  }

  #rows(table: string) {
    return this.#account.contract.server.database.rows(table, this.#account.id);
  }
}
