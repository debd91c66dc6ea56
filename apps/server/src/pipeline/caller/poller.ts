import { StorageUnavailable } from '../../kernel/ledger.ts';
import type { Principals } from './principals.ts';

export interface Poller {
  stop(): void;
}

/**
 * Keeps what is held of accounts fresh.
 *
 * @param interval milliseconds between the end of one poll and the start of the next, 50 to 500
 * @param report takes unexpected errors; an unreachable database is none, the leases simply run out
 */
export function startPolling(
  principals: Principals,
  interval: number,
  report: (error: unknown) => void,
): Poller {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      principals
        .poll()
        .catch(error => {
          if (!(error instanceof StorageUnavailable)) report(error);
        })
        .finally(schedule);
    }, interval);
    timer.unref();
  };
  schedule();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
