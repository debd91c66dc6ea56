/**
 * What an account with many users costs beside one with few: the first page of every list, and a signed request. Both
 * servers run at once and are asked in turns, on the embedded database and on PostgreSQL.
 */
import { type AccountSize, fillWithCallers, fillWithEverything } from './growth/account.ts';
import {
  type FilledAccount,
  type Installation,
  type Origin,
  postgresOrigin,
  sqliteOrigin,
} from './growth/installation.ts';
import { listCalls } from './growth/list-calls.ts';
import { type ListFigures, measureLists } from './growth/lists.ts';
import { each, type Pair, withServers } from './growth/pair.ts';
import { measureRequests, spreads } from './growth/requests.ts';
import { median, rounded } from './load/figures.ts';
import { option, textOption } from './load/options.ts';
import type { StateTables } from './load/state-tables.ts';

export const summary =
  'first page of every list at 100,000 users, a signed request at 1,000,000: ratios to 1,000 users';

/** Ratios that must not be exceeded. */
const MOST = 1.3;
/** Milliseconds that a list should stay below; printed, not held. */
const LIST_MILLISECONDS = 20;

/** Enough of everything to fill a first page. */
const small: AccountSize = {
  users: 1000,
  memberships: 1000,
  policies: 250,
  groups: 150,
  roles: 250,
  recycledUsers: 150,
};
/** As many as the quotas allow by default, and nobody twice in the same group. */
const large = (users: number): AccountSize => ({
  users,
  memberships: Math.min(users, 10_000),
  policies: 1500,
  groups: 300,
  roles: 1000,
  recycledUsers: 1000,
});

const origins = { sqlite: sqliteOrigin, postgres: postgresOrigin } as const;

/**
 * @param args `--users=N` (1,000,000) for signed requests, `--listed=N` (100,000, no more than users) for lists,
 *   `--rounds=N` (15), `--requests=N` of a round (5,000); `--database=sqlite` or `postgres` and `--only=lists` or
 *   `requests` leave the others out
 */
export async function run(args: readonly string[]): Promise<void> {
  const [database, only] = [textOption(args, 'database'), textOption(args, 'only')];
  const results: Comparison[] = [];
  for (const [name, makeOrigin] of Object.entries(origins)) {
    if (database !== undefined && database !== name) continue;
    const origin = await makeOrigin();
    try {
      if (only !== 'requests') results.push(...(await compareLists(origin, args)));
      if (only !== 'lists') results.push(...(await compareRequests(origin, args)));
    } finally {
      await origin.remove();
    }
  }
  report(results);
}

async function compareLists(origin: Origin, args: readonly string[]): Promise<Comparison[]> {
  const users = option(args, 'listed', Math.min(option(args, 'users', 1_000_000), 100_000));
  const now = Date.now();
  const installations = await installed(origin, large(users), (tables, account, size) =>
    fillWithEverything(tables, { ...account, now }, size),
  );
  const figures: ListFigures[] = [];
  await withServers(installations, {}, async servers => {
    figures.push(...(await measureLists(servers, listCalls(origin.accountId), option(args, 'rounds', 15))));
  });
  return figures.map(({ title, ...times }) => printed(origin, title, 'ms', times));
}

async function compareRequests(origin: Origin, args: readonly string[]): Promise<Comparison[]> {
  const users = option(args, 'users', 1_000_000);
  const amount = { rounds: option(args, 'rounds', 15), requests: option(args, 'requests', 5000) };
  const installations = await installed(origin, large(users), fillWithCallers);
  const results: Comparison[] = [];
  for (const spread of spreads) {
    const counts = { small: small.users, large: users };
    const { title, cpu, wall } = await measureRequests(installations, counts, spread, amount);
    const figures = [
      printed(origin, `${title}: CPU`, 'us', cpu),
      printed(origin, `${title}: wall`, 'us', wall),
    ];
    results.push(...figures.map(figure => ({ ...figure, held: spread.alike })));
  }
  return results;
}

async function installed(
  origin: Origin,
  many: AccountSize,
  fill: (tables: StateTables, account: FilledAccount, size: AccountSize) => Promise<void>,
): Promise<Pair<Installation>> {
  const started = performance.now();
  const installations = await each({ small, large: many }, size =>
    origin.copy((tables, account) => fill(tables, account, size)),
  );
  const seconds = rounded((performance.now() - started) / 1000);
  console.log(`\n${origin.database}: ${small.users} and ${many.users} users, put in within ${seconds} s`);
  return installations;
}

/** How a cost grew. */
interface Comparison {
  readonly database: string;
  readonly title: string;
  /** Medians of the rounds. */
  readonly cost: Pair<number>;
  readonly unit: string;
  /** Large to small: the median of the rounds. */
  readonly ratio: number;
  /** Whether the ratio must keep to its limit. */
  readonly held: boolean;
}

/** Compares the costs of rounds, and prints the result for people. */
function printed(
  { database }: Origin,
  title: string,
  unit: string,
  { small: before, large: after }: Pair<readonly number[]>,
): Comparison {
  const ratios = after.map((cost, round) => cost / (before[round] ?? Number.NaN));
  const cost = { small: rounded(median(before)), large: rounded(median(after)) };
  const ratio = rounded(median(ratios));
  const [least, most] = [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))];
  const remarks = [
    ratio > MOST ? `more than ${MOST} times` : '',
    unit === 'ms' && cost.large > LIST_MILLISECONDS ? `longer than ${LIST_MILLISECONDS} ms` : '',
  ].filter(remark => remark !== '');
  console.log(
    `${title}: ${cost.small} ${unit}, ${cost.large} ${unit}, ratio ${ratio} (min ${least}, max ${most})${remarks.map(remark => `, ${remark}`).join('')}`,
  );
  return { database, title, cost, unit, ratio, held: true };
}

function report(results: readonly Comparison[]): void {
  const missed = results.filter(({ ratio, held }) => held && !(ratio <= MOST));
  const lists = results.filter(({ unit }) => unit === 'ms');
  const requests = results.filter(({ unit, held }) => unit !== 'ms' && held);
  console.log(
    JSON.stringify({
      name: 'growth',
      listRatio: greatest(lists.map(({ ratio }) => ratio)),
      slowestListMs: greatest(lists.map(({ cost }) => cost.large)),
      requestRatio: greatest(requests.map(({ ratio }) => ratio)),
      missed: missed.map(({ database, title, ratio }) => `${database}: ${title}: ${ratio}`),
    }),
  );
  if (missed.length > 0) process.exitCode = 1;
}

/** @returns undefined where nothing was measured */
function greatest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}
