import type { Engine } from './engine.ts';
import type { Dialect } from './session.ts';

/** The right to run a job, until it expires. */
export interface Lease {
  readonly job: string;
  readonly holder: string;
  /** Higher than that of every earlier holder. */
  readonly token: number;
}

/** Milliseconds since 1970 by the database's own clock: the nodes' clocks may differ. */
const NOW: Readonly<Record<Dialect, string>> = {
  sqlite: "cast(unixepoch('subsec') * 1000 as bigint)",
  postgres: 'cast(extract(epoch from clock_timestamp()) * 1000 as bigint)',
};

/** Leases with fencing tokens, so that of all processes one runs a job (design: leased jobs). */
export class Leases {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * Takes a job's lease, or prolongs it for the one that holds it.
   *
   * @param holder names the process; no two processes may use the same
   * @param duration milliseconds
   * @returns undefined while another one holds it
   */
  async acquire(job: string, holder: string, duration: number): Promise<Lease | undefined> {
    const now = NOW[this.#engine.reader.dialect];
    const [lease] = await this.#write<{ readonly token: number }>(
      `insert into job_leases (job, holder, token, expires_at) values ($1, $2, 1, ${now} + $3)
       on conflict (job) do update set
         holder = excluded.holder,
         token = job_leases.token + case when job_leases.holder = excluded.holder then 0 else 1 end,
         expires_at = excluded.expires_at
       where job_leases.holder = excluded.holder or job_leases.expires_at <= ${now}
       returning token`,
      [job, holder, duration],
    );
    return lease && { job, holder, token: lease.token };
  }

  /** Whether the lease is still this holder's: to be asked right before a step that must not be done twice. */
  async isHeld(lease: Lease): Promise<boolean> {
    const found = await this.#engine.reader.query(
      `select token from job_leases
       where job = $1 and holder = $2 and token = $3 and expires_at > ${NOW[this.#engine.reader.dialect]}`,
      [lease.job, lease.holder, lease.token],
    );
    return found.length === 1;
  }

  /** Gives the lease back, so that another process need not wait for its end. */
  async release(lease: Lease): Promise<void> {
    await this.#write('update job_leases set expires_at = 0 where job = $1 and holder = $2 and token = $3', [
      lease.job,
      lease.holder,
      lease.token,
    ]);
  }

  #write<Row>(statement: string, values: readonly (string | number)[]): Promise<readonly Row[]> {
    return this.#engine.transaction(transaction => transaction.query<Row>(statement, values), {
      queue: 'leases',
    });
  }
}
