// Preloaded into a server: while the file named by LIMIT_FILE exists, its database may not grow by a single page.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const requireFromServer = createRequire(new URL('../../apps/server/package.json', import.meta.url));
const Database = requireFromServer('better-sqlite3');
const databases = new Set();
const { pragma } = Database.prototype;
Database.prototype.pragma = function remembered(/** @type {unknown[]} */ ...args) {
  if (!this.readonly) databases.add(this);
  return pragma.apply(this, args);
};

let limited = false;
setInterval(() => {
  const limit = existsSync(process.env.LIMIT_FILE ?? '');
  if (limit === limited) return;
  limited = limit;
  for (const database of databases) {
    if (!database.open) continue;
    const pages = limit ? pragma.call(database, 'page_count', { simple: true }) : 1_000_000_000;
    pragma.call(database, `max_page_count = ${pages}`);
  }
}, 5).unref();
