/** What is secret at rest, and what is drawn by chance: sealed texts, derived keys, ids and secrets. */
export { draw, type IdStyle, isAccessKeySecret, randomIds } from './ids.ts';
export { KeyNotOpened, type KeyWrapper } from './key-wrapper.ts';
export { MasterKeyRefused } from './master-key.ts';
export { type OpenedSealing, openSealing } from './open-sealing.ts';
export { preparations } from './preparation.ts';
export { type DataKeyStore, SealBroken, type Sealer, type StoredDataKey } from './sealer.ts';
