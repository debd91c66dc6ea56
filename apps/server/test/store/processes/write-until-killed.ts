/** Records and changes without end, and writes a line for everything that was acknowledged: `<url>`. */
import { openStore } from '../../../src/store/index.ts';
import {
  ALICE,
  anyway,
  changeOf,
  createAccounts,
  entryOf,
  freshNonce,
  insertUser,
  settingsOf,
} from '../fixtures.ts';

const [url = ''] = process.argv.slice(2);
const store = await openStore(settingsOf(url));
await createAccounts(store, ALICE);

async function record(): Promise<void> {
  for (;;) {
    const nonce = freshNonce();
    const entry = entryOf('system', { nonce });
    await store.ledger.record(entry);
    process.stdout.write(`row ${entry.row.sequence} ${Buffer.from(nonce.digest).toString('hex')}\n`);
  }
}

async function change(writer: number): Promise<void> {
  for (let count = 0; ; count += 1) {
    const name = `user-${writer}-${count}`;
    await store.ledger.change(changeOf(ALICE, scope => insertUser(scope, name), anyway));
    process.stdout.write(`user ${name}\n`);
  }
}

await Promise.all([record(), record(), record(), record(), change(1), change(2)]);
