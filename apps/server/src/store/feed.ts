/**
 * The change feed of an account: what each of its revisions touched (design: state, revision, freshness). Every revision
 * has a line, so that a gap shows that the feed was pruned.
 */
import type { AccountId } from '../kernel/callers/identity.ts';
import type { AccountNews, Touched } from '../kernel/ledger.ts';
import type { ChangeKind } from '../kernel/scope.ts';
import { jsonRows } from './json-rows.ts';
import type { Dialect, Session } from './session.ts';

/** The line of a revision that touched nothing that decisions depend on. */
const NOTHING = 'nothing';
/** Revisions behind which reading the feed costs more than reading everything anew. */
const FARTHEST = 1000;

interface Line {
  readonly revision: number;
  readonly kind: ChangeKind | typeof NOTHING;
  readonly id: string;
}

const APPEND: Readonly<Record<Dialect, string>> = { sqlite: append('sqlite'), postgres: append('postgres') };

function append(dialect: Dialect): string {
  return `
    insert into changes (account_id, revision, kind, id, at)
    select $1, $2, value->>0, value->>1, $3 from ${jsonRows(dialect, '$4')}`;
}

/** Writes down what a revision touched. */
export async function appendToFeed(
  session: Session,
  { accountId, revision, touched }: AccountNews & { readonly touched: readonly Touched[] },
  at: number,
): Promise<void> {
  const lines = touched.length === 0 ? [[NOTHING, '']] : touched.map(({ kind, id }) => [kind, id]);
  await session.query(APPEND[session.dialect], [accountId, revision, at, JSON.stringify(lines)]);
}

/**
 * What changed after one revision, up to and with another.
 *
 * @returns `unknown` when the feed does not hold every revision between them
 */
export async function touchedBetween(
  session: Session,
  accountId: AccountId,
  after: number,
  through: number,
): Promise<readonly Touched[] | 'unknown'> {
  if (through < after || through - after > FARTHEST) return 'unknown';
  const lines = await session.query<Line>(
    `select revision, kind, id from changes
     where account_id = $1 and revision > $2 and revision <= $3 order by revision, kind, id`,
    [accountId, after, through],
  );
  const revisions = new Set(lines.map(line => line.revision));
  if (revisions.size !== through - after) return 'unknown';
  return lines.flatMap(({ kind, id }) => (kind === NOTHING ? [] : [{ kind, id }]));
}

const MOVED: Readonly<Record<Dialect, string>> = { sqlite: moved('sqlite'), postgres: moved('postgres') };

function moved(dialect: Dialect): string {
  return `
    select held.account_id, held.revision as since, coalesce(accounts.revision, 0) as revision
    from (select value->>0 as account_id, cast(value->>1 as bigint) as revision from ${jsonRows(dialect, '$1')}) as held
    left join accounts on accounts.account_id = held.account_id
    where coalesce(accounts.revision, 0) <> held.revision`;
}

/** The accounts that are not at the revision held of them, and what they touched since. */
export async function newsOf(
  session: Session,
  held: readonly { readonly accountId: AccountId; readonly revision: number }[],
): Promise<readonly AccountNews[]> {
  const asked = JSON.stringify(held.map(({ accountId, revision }) => [accountId, revision]));
  const accounts = await session.query<{ account_id: string; since: number; revision: number }>(
    MOVED[session.dialect],
    [asked],
  );
  const news: AccountNews[] = [];
  for (const { account_id: accountId, since, revision } of accounts) {
    const touched = await touchedBetween(session, accountId, since, revision);
    news.push({ accountId, since, revision, touched });
  }
  return news;
}

/**
 * Forgets old lines; whoever asks behind them is told `unknown`.
 *
 * @param before milliseconds since 1970
 * @param limit lines at most
 * @returns lines forgotten
 */
export async function pruneFeed(session: Session, before: number, limit: number): Promise<number> {
  const gone = await session.query(
    `delete from changes where (account_id, revision, kind, id) in
       (select account_id, revision, kind, id from changes where at < $1 limit $2)
     returning revision`,
    [before, limit],
  );
  return gone.length;
}
