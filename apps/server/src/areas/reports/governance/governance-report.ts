import { apiError } from '../../../kernel/errors.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { governanceReportNotExist } from '../errors.ts';
import type { StoredReport } from '../report.ts';
import { reportsOf } from '../store.ts';

/** The state of a report that is there: it is never seen half made. */
export const COMPLETED = 'Completed';

/** A governance report as it was made last. */
export interface GovernanceReport {
  /** Milliseconds since 1970. */
  readonly generatedAt: number;
  /** In the order of the names. */
  readonly items: readonly StoredReport[];
}

/**
 * The governance report that was made last.
 *
 * @throws ApiError `EntityNotExist.GovernanceReport`
 */
export async function governanceReport(scope: Scope): Promise<GovernanceReport> {
  const items = await reportsOf(scope, 'governance');
  const [first] = items;
  if (first === undefined) throw apiError(governanceReportNotExist);
  return { generatedAt: first.generatedAt, items };
}
