import { expect, test } from 'vitest';
import { type AccountNews, type SnapshotSource, StorageUnavailable } from '../../kernel/ledger.ts';
import { instantOf, systemClock } from './freshness.ts';
import { HeldAccounts } from './held-accounts.ts';

const ALICE = '1000000000000001';
const BOB = '1000000000000002';
const CAROL = '1000000000000003';

/** A question about accounts that waits for its answer. */
interface Question {
  readonly accountIds: readonly string[];
  answer(news: readonly AccountNews[]): void;
  fail(error: Error): void;
}

/** Holds three accounts at revision 1, with a key of each. */
function held() {
  const questions: Question[] = [];
  const dropped: string[] = [];
  const source: Pick<SnapshotSource, 'newsOf' | 'onCommit'> = {
    newsOf: asked =>
      new Promise((answer, fail) => {
        questions.push({ accountIds: asked.map(({ accountId }) => accountId), answer, fail });
      }),
    onCommit: () => {},
  };
  const accounts = new HeldAccounts({
    source,
    clock: systemClock,
    freshness: { lease: 60_000, idle: 60_000 },
    capacity: 10,
    drop: name => dropped.push(name),
  });
  for (const accountId of [ALICE, BOB, CAROL]) {
    accounts.hold(accountId, 1, instantOf(systemClock));
    const dependsOn = [{ kind: 'access-key', id: 'key' }] as const;
    accounts.link({ name: `key of ${accountId}`, accountId, dependsOn });
  }
  return { accounts, questions, dropped };
}

/** Lets everything go on that waits for nothing but its turn. */
const turn = () => new Promise(resolve => setImmediate(resolve));

const keyTouched = (accountId: string): AccountNews => ({
  accountId,
  since: 1,
  revision: 2,
  touched: [{ kind: 'access-key', id: 'key' }],
});

test('confirming asks for the accounts that are named, and drops what their news touch before it is done', async () => {
  const { accounts, questions, dropped } = held();
  const confirmed = accounts.confirm([ALICE, BOB]).then(() => [...dropped]);
  await turn();
  expect(questions.map(({ accountIds }) => accountIds)).toEqual([[ALICE, BOB]]);
  questions[0]?.answer([keyTouched(BOB)]);
  expect(await confirmed).toEqual([`key of ${BOB}`]);
});

test('who asks while a question is under way has a question of its own, shared with whoever asks meanwhile', async () => {
  const { accounts, questions } = held();
  const done: string[] = [];
  const first = accounts.confirm([ALICE]).then(() => done.push('first'));
  await turn();
  const others = [accounts.confirm([BOB]), accounts.confirm([ALICE, BOB])].map(each =>
    each.then(() => done.push('other')),
  );
  await turn();
  expect(questions).toHaveLength(1);
  questions[0]?.answer([]);
  await first;
  await turn();
  expect(done).toEqual(['first']);
  expect(questions.map(({ accountIds }) => accountIds)).toEqual([[ALICE], [BOB, ALICE]]);
  questions[1]?.answer([]);
  await Promise.all(others);
});

test('a question that fails is the failure of who asked it, and of nobody later', async () => {
  const { accounts, questions } = held();
  const failing = accounts.confirm([ALICE]);
  const later = turn().then(() => accounts.confirm([ALICE]));
  await turn();
  questions[0]?.fail(new StorageUnavailable('unreachable'));
  await expect(failing).rejects.toThrow(StorageUnavailable);
  await turn();
  questions[1]?.answer([]);
  await later;
});

test('an answer that a later one has overtaken says nothing newer', async () => {
  const { accounts, questions, dropped } = held();
  const poll = accounts.poll();
  const confirmed = accounts.confirm([ALICE]);
  await turn();
  questions[1]?.answer([keyTouched(ALICE)]);
  await confirmed;
  expect(accounts.revisionOf(ALICE)).toBe(2);
  questions[0]?.answer([]);
  await poll;
  expect(accounts.revisionOf(ALICE)).toBe(2);
  expect(dropped).toEqual([`key of ${ALICE}`]);
});

test('an account of which nothing is held needs no confirming: whatever is found there is read', async () => {
  const { accounts, questions } = held();
  await accounts.confirm(['1000000000000009']);
  expect(questions).toEqual([]);
});
