import { StorageUnavailable } from '../../kernel/ledger.ts';
import { systemReason } from '../../kernel/system-reason.ts';

/** The database gave a transaction up for the sake of another; running it again is safe. */
export class TransactionGivenUp extends StorageUnavailable {
  override readonly name = 'TransactionGivenUp';
}

/** Classes of SQLSTATE after which trying again makes sense: connection, resources, operator, system error. */
const UNAVAILABLE_CLASSES = new Set(['08', '53', '57', '58']);
/** Classes of SQLSTATE with which no connection is made: invalid authorization, invalid catalog name. */
const REFUSED_CLASSES = new Set(['28', '3D']);
/** lock_not_available, read_only_sql_transaction (the primary has become a standby), idle_in_transaction_session_timeout. */
const UNAVAILABLE_STATES = new Set(['55P03', '25006', '25P03', '25P04']);
/** serialization_failure, deadlock_detected. */
const GIVEN_UP_STATES = new Set(['40001', '40P01']);

/** Five characters of PostgreSQL's answer; undefined when it was not PostgreSQL that answered. */
function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.length === 5 ? error.code : undefined;
}

/** Whether the connection is of no more use: PostgreSQL said so, or it did not answer at all. */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined)
    return state.startsWith('08') || state.startsWith('57P') || state.startsWith('25P');
  return !(error instanceof TypeError || error instanceof RangeError);
}

/** The error as the store's callers see it: StorageUnavailable for what the network or the server caused. */
export function postgresFailure(error: unknown): unknown {
  if (error instanceof StorageUnavailable) return error;
  const state = sqlState(error);
  const why = error instanceof Error ? error.message : String(error);
  if (state === undefined) {
    return isConnectionLost(error)
      ? new StorageUnavailable(`PostgreSQL cannot be reached: ${systemReason(error)}`, { cause: error })
      : error;
  }
  if (REFUSED_CLASSES.has(state.slice(0, 2))) {
    return new StorageUnavailable(
      `PostgreSQL refuses the connection (${why}): look at the user, the password and the database in database-url`,
      { cause: error },
    );
  }
  if (GIVEN_UP_STATES.has(state)) return new TransactionGivenUp(why, { cause: error });
  const unavailable = UNAVAILABLE_CLASSES.has(state.slice(0, 2)) || UNAVAILABLE_STATES.has(state);
  return unavailable
    ? new StorageUnavailable(`PostgreSQL cannot serve now (${state}: ${why})`, { cause: error })
    : error;
}
