/** What is secret at rest, and what is drawn by chance: sealed texts, derived keys, ids and secrets. */

export { diagnosisSeal } from './diagnosis-seal.ts';
export { draw, isAccessKeySecret, type NewIds, randomIds } from './ids.ts';
export { openSealing } from './open-sealing.ts';
export { hashPassword, passwordHashing } from './passwords.ts';
export { preparations } from './preparation.ts';
export type { Sealer } from './sealer.ts';
export { openSessionKeys, type SessionKeyStore, type SessionKeys } from './sessions/session-keys.ts';
export { sessionTokens } from './sessions/session-tokens.ts';
