import type { Attempts } from '../kernel/attempts.ts';
import type { RequestContext } from '../kernel/context.ts';
import type { Ledger } from '../kernel/ledger.ts';
import type { IdSource, PasswordHashing, Preparation } from '../kernel/preparation.ts';
import type { Sealer } from './sealer.ts';

/** What the services are made of. */
export interface PreparationParts {
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly ids: IdSource;
  readonly passwords: PasswordHashing;
  readonly ledger: Pick<Ledger, 'read'>;
  /** @param now milliseconds since 1970 */
  attemptsOf(accountId: string, now: number): Attempts;
}

/**
 * Makes the services of the step `prepare`.
 *
 * @returns for a request's context, the services of that request
 */
export function preparations(parts: PreparationParts): (context: RequestContext) => Preparation {
  const { sealer, ids, passwords, ledger } = parts;
  return context => ({
    now: context.now,
    ids,
    passwords,
    attempts: parts.attemptsOf(context.accountId, context.now),
    seal: sealer.seal,
    open: sealer.open,
    read: async run => ledger.read(context, run),
  });
}
