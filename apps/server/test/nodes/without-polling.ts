/** Preloaded into a node to show that the tests of freshness can fail: its polls ask nobody. */
const { Principals } = await import(new URL('../../dist/pipeline/principals.js', import.meta.url).href);
Principals.prototype.poll = async () => {};
