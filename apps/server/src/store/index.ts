/** What the rest of the server may use of the store. */
export { AccountExists, NonceStoreFull, SchemaTooNew, StoreInUse } from './errors.ts';
export type { Installation, InstallationChange } from './installation.ts';
export type { Lease, Leases } from './leases.ts';
export { FEED_KEPT, type Maintenance } from './maintenance.ts';
export { openStore, type Store } from './open.ts';
export type * from './schema.ts';
export type { StoreSettings } from './settings.ts';
export type { OpenSealed } from './snapshots.ts';
export {
  type AccountDelete,
  type AccountSelect,
  type AccountTable,
  type AccountUpdate,
  count,
  insert,
  insertUnlessPresent,
  type NewRow,
  remove,
  select,
  update,
  type WritableTable,
} from './tables.ts';
