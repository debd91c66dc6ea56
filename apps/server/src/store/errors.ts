import { StorageUnavailable } from '../kernel/ledger.ts';

/** Another server process holds this SQLite database; only one may serve it. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

/** A newer version of the program has migrated this database; this version does not understand it. */
export class SchemaTooNew extends Error {
  override readonly name = 'SchemaTooNew';
}

/** An account of this id is there already. */
export class AccountExists extends Error {
  override readonly name = 'AccountExists';
}

/**
 * As many nonces are alive as the store may hold. Signed requests are refused until some expire; a nonce that is alive
 * is never dropped to make room, since the request that it belongs to could then be replayed.
 */
export class NonceStoreFull extends StorageUnavailable {
  override readonly name = 'NonceStoreFull';
}
