import type { IdSource, Preparation } from '../kernel/preparation.ts';
import type { Sealer } from './sealer.ts';

/**
 * Makes the services of the step `prepare`.
 *
 * @returns for a request's time in milliseconds since 1970, the services of that request
 */
export function preparations(sealer: Sealer, ids: IdSource): (now: number) => Preparation {
  return now => ({ now, ids, seal: sealer.seal });
}
