// Preloaded into a server to show that counting syncs can fail: its database never syncs.
import { createRequire } from 'node:module';

const requireFromServer = createRequire(new URL('../../apps/server/package.json', import.meta.url));
const Database = requireFromServer('better-sqlite3');
const pragma = Database.prototype.pragma;
Database.prototype.pragma = function withoutSync(
  /** @type {string} */ text,
  /** @type {unknown[]} */ ...rest
) {
  return pragma.call(this, text.replace('synchronous = full', 'synchronous = off'), ...rest);
};
