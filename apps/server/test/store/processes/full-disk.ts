/**
 * Fills the file system below a store, makes room again, and says what every step met: `<folder>`. The folder lies on a
 * small file system of its own.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { openStore } from '../../../src/store/index.ts';
import {
  ALICE,
  changeOf,
  contextOf,
  createAccounts,
  entryOf,
  insertUser,
  rowOf,
  settingsOf,
} from '../fixtures.ts';

const [folder = ''] = process.argv.slice(2);
const ballast = `${folder}/ballast`;
writeFileSync(ballast, Buffer.alloc(2 ** 20));
const warnings: string[] = [];
const store = await openStore(
  settingsOf(`sqlite:${folder}/state.db`, { onWarning: message => warnings.push(message) }),
);
await createAccounts(store, ALICE);

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'stored',
    error => error.name as string,
  );

let stored = 0;
let met = 'stored';
while (met === 'stored') {
  const large = Array.from({ length: 4 }, () => ({
    row: rowOf('system', JSON.stringify('x'.repeat(20_000))),
  }));
  const outcomes = await Promise.all(large.map(entry => outcome(store.ledger.record(entry))));
  stored += outcomes.filter(each => each === 'stored').length;
  met = outcomes.find(each => each !== 'stored') ?? 'stored';
}
const whenFull = {
  record: met,
  change: await outcome(store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'x'.repeat(50_000))))),
  read: await outcome(
    Promise.resolve(store.ledger.read(contextOf(ALICE), () => store.installation.countAccounts())),
  ),
};
rmSync(ballast);
const afterwards = {
  change: await outcome(store.ledger.change(changeOf(ALICE, scope => insertUser(scope, 'ann')))),
  record: await outcome(store.ledger.record(entryOf('system'))),
};
await store.close();
process.stdout.write(`${JSON.stringify({ whenFull, afterwards, stored })}\n`);
