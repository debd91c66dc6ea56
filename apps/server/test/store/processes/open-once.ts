/** Opens a store, takes part in the bootstrap, and says what happened: `<url>`. */
import { openStore } from '../../../src/store/index.ts';
import { ALICE, contextOf, settingsOf } from '../fixtures.ts';

const [url = ''] = process.argv.slice(2);
try {
  const store = await openStore(settingsOf(url, { role: url.startsWith('sqlite') ? 'operator' : 'server' }));
  const bootstrapped = await store.installation.bootstrapOnce(change =>
    change.createAccount(contextOf(ALICE), async () => 'done'),
  );
  const writer = await store.installation.allocateWriter('test');
  await store.close();
  process.stdout.write(`${JSON.stringify({ bootstrapped: bootstrapped !== undefined, writer })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
}
