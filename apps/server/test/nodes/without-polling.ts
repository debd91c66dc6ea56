/** Preloaded into a node to show that the tests of freshness can fail: its polls ask nobody. */
const program = new URL('../../dist/pipeline/caller/held-accounts.js', import.meta.url);
const { HeldAccounts } = await import(program.href);
HeldAccounts.prototype.poll = async () => {};
