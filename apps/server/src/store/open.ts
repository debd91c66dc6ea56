import type { AccountNews, Ledger, SnapshotSource } from '../kernel/ledger.ts';
import { StorageUnavailable } from '../kernel/ledger.ts';
import { AttemptCounts } from './attempts.ts';
import type { Engine } from './engine.ts';
import { Installation } from './installation.ts';
import { Leases } from './leases.ts';
import { StoreLedger } from './ledger.ts';
import { Maintenance } from './maintenance/maintenance.ts';
import { Nonces } from './nonces/nonces.ts';
import { type CompleteSettings, completeSettings, type StoreSettings } from './settings.ts';
import { type OpenSealed, StoredSnapshots } from './snapshots.ts';

/** An open state database. */
export interface Store {
  readonly ledger: Ledger;
  readonly installation: Installation;
  readonly leases: Leases;
  readonly attempts: AttemptCounts;
  readonly maintenance: Maintenance;
  /** Where the decision path reads from; secrets are opened with `open`. */
  snapshots(open: OpenSealed): SnapshotSource;
  /** Nonces that this process holds, and the bytes they take. */
  nonceMeasure(): { readonly nonces: number; readonly bytes: number };
  /**
   * Asks the database whether it answers.
   *
   * @param within milliseconds
   * @throws StorageUnavailable when it does not answer in time
   */
  ping(within: number): Promise<void>;
  /** Refuses new work, finishes what is under way and closes the database; again does nothing more. */
  close(): Promise<void>;
}

/**
 * Opens the state database, creating and migrating it as needed. Only the driver of the database in the URL is loaded.
 *
 * @throws TypeError for a URL of another kind, StorageUnavailable when the database cannot be used, StoreInUse when another
 * server holds the file, SchemaTooNew when a newer program has been here
 */
export async function openStore(given: StoreSettings): Promise<Store> {
  const settings = completeSettings(given);
  const engine = await openEngine(settings);
  try {
    return storeOver(engine, Nonces.open(engine, settings), settings);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function openEngine(settings: CompleteSettings): Promise<Engine> {
  const { url } = settings;
  if (url.startsWith('sqlite:') && url.length > 'sqlite:'.length) {
    const { openSqlite } = await import('./sqlite/engine.ts');
    return openSqlite(url.slice('sqlite:'.length), settings);
  }
  if (url.startsWith('postgres://') || url.startsWith('postgresql://')) {
    const { openPostgres } = await import('./postgres/engine.ts');
    return openPostgres(url, settings);
  }
  throw new TypeError('a database URL begins with sqlite:<path> or postgres://');
}

function storeOver(engine: Engine, nonces: Nonces, settings: CompleteSettings): Store {
  const listeners: ((news: AccountNews) => void)[] = [];
  const announce = (news: AccountNews) => {
    for (const listener of listeners) listener(news);
  };
  let closing: Promise<void> | undefined;
  return {
    ledger: new StoreLedger({ engine, nonces, clock: settings.clock, announce }),
    installation: new Installation(engine, settings.clock),
    leases: new Leases(engine),
    attempts: new AttemptCounts(engine),
    maintenance: new Maintenance(engine, settings.clock),
    snapshots: open => new StoredSnapshots(engine.reader, open, listener => listeners.push(listener)),
    nonceMeasure: () => nonces.measure,
    ping: within => ping(engine, within),
    close: () => {
      closing ??= engine.close();
      return closing;
    },
  };
}

async function ping(engine: Engine, within: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new StorageUnavailable(`the database did not answer within ${within} ms`));
  }, within);
  try {
    await Promise.race([engine.reader.query('select 1 as answer', []), late]);
  } finally {
    clearTimeout(timer);
  }
}
