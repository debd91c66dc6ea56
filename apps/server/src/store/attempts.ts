import type { AttemptLimit, Attempts } from '../kernel/attempts.ts';
import type { AccountId } from '../kernel/callers/identity.ts';
import type { Engine } from './engine.ts';
import type { Session, Value } from './session.ts';

// One statement, so that of any number of attempts at the same time no more than the limit allows get through.
const RESERVE = `
  insert into password_attempts (account_id, user_id, failures, last_at) values ($1, $2, 1, $3)
  on conflict (account_id, user_id) do update set
    failures = case when password_attempts.last_at <= $4 then 1 else password_attempts.failures + 1 end,
    last_at = excluded.last_at
  where password_attempts.failures < $5 or password_attempts.last_at <= $4
  returning failures`;

const FORGET = 'delete from password_attempts where account_id = $1 and user_id = $2';

/** Counts attempts in transactions of their own, which neither take the account's lock nor raise its revision (design: state). */
export class AttemptCounts {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** @param now milliseconds since 1970 */
  of(accountId: AccountId, now: number): Attempts {
    return {
      reserve: async (userId, { failures, lockedFor }: AttemptLimit) => {
        const reserved = await this.#write(accountId, RESERVE, [userId, now, now - lockedFor, failures]);
        return reserved.length === 1;
      },
      forget: async userId => {
        await this.#write(accountId, FORGET, [userId]);
      },
    };
  }

  #write(accountId: AccountId, statement: string, values: readonly Value[]): Promise<readonly unknown[]> {
    return this.#engine.transaction(transaction => transaction.query(statement, [accountId, ...values]), {
      queue: `attempts ${accountId}`,
    });
  }
}

/**
 * Forgets identities whose last failure is long ago.
 *
 * @param before milliseconds since 1970; long enough ago that no lock lasts till now
 * @param limit identities at most
 * @returns identities forgotten
 */
export async function pruneAttempts(session: Session, before: number, limit: number): Promise<number> {
  const gone = await session.query(
    `delete from password_attempts where (account_id, user_id) in
       (select account_id, user_id from password_attempts where last_at < $1 limit $2) and last_at < $1
     returning failures`,
    [before, limit],
  );
  return gone.length;
}
