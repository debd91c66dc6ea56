/** Clock work: each job runs on one node at a time, in short steps, under a lease with a fencing token. */
import type { Lease, Leases } from './store/index.ts';

/** Something to be done again and again. */
export interface Job {
  readonly name: string;
  /** Milliseconds between the end of one run and the start of the next. */
  readonly every: number;
  /**
   * Does one short step.
   *
   * @param lease to be named by a write that must not be made by a node which has lost it
   * @returns whether there is more to do now
   */
  step(lease: Lease): Promise<boolean>;
}

/** What running jobs needs. */
export interface JobRunner {
  readonly leases: Pick<Leases, 'acquire' | 'release'>;
  /** Names this process; no other has the same name. */
  readonly holder: string;
  /** Takes what went wrong; the job is tried again at its next time. */
  report(error: unknown, job: string): void;
}

/** Milliseconds that a lease lasts beyond its job's next time: a node that died is replaced after that. */
const SLACK = 30_000;

/**
 * Starts jobs.
 *
 * @returns ends them: resolves when the step under way is done and the leases are given back
 */
export function startJobs(jobs: readonly Job[], runner: JobRunner): () => Promise<void> {
  const running = jobs.map(job => start(job, runner));
  return async () => {
    await Promise.all(running.map(stop => stop()));
  };
}

function start(job: Job, runner: JobRunner): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let lease: Lease | undefined;
  let run = Promise.resolve();

  async function once(): Promise<void> {
    for (let more = true; more && !stopped; ) {
      // Prolonged before each step, so that a node which was held up meets its loss here and not in the middle of work.
      lease = await runner.leases.acquire(job.name, runner.holder, job.every + SLACK);
      if (lease === undefined) return;
      more = await job.step(lease);
    }
  }

  function schedule(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      run = once()
        .catch(error => runner.report(error, job.name))
        .finally(schedule);
    }, job.every);
    timer.unref();
  }

  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await run;
    if (lease !== undefined)
      await runner.leases.release(lease).catch(error => runner.report(error, job.name));
  };
}
