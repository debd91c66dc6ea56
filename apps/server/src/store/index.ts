/** What the rest of the server may use of the store. */
export type { Installation, InstallationChange } from './installation.ts';
export type { Lease, Leases } from './leases.ts';
export { openStore, type Store } from './open.ts';
export type * from './schema/index.ts';
export { endSessionsOfAccount, nextEpoch } from './session-epochs.ts';
export type { StoreSettings } from './settings.ts';
export type { AccountSelect } from './tables.ts';
export { count, insert, insertAll, insertUnlessPresent, remove, removed, select, update } from './tables.ts';
