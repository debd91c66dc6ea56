import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import { type Page, type PageRequest, readPage } from '../../kernel/pages/page.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { ReportKind, Row, StoredReport } from './report.ts';
import { rowsOf } from './store.ts';

/** A row, and where the next page starts if it is the last of its own. */
interface PlacedRow {
  readonly row: Row;
  /** Names the report too: a page of one that was made anew since is none of the report that its reader began with. */
  readonly place: string;
}

/**
 * One page of the rows of a report.
 *
 * @param malformed what a marker is answered with that was not given out for this report
 * @throws ApiError `malformed`
 */
export function reportPage(
  scope: Scope,
  kind: ReportKind,
  report: StoredReport,
  request: PageRequest,
  malformed: ErrorKind,
): Promise<Page<PlacedRow>> {
  const made = `${kind}/${report.item}/${report.generatedAt}/`;
  return readPage(
    request,
    async (after, limit) => {
      if (after !== undefined && !after.startsWith(made)) throw apiError(malformed);
      const first = after === undefined ? 0 : Number(after.slice(made.length));
      const rows = await rowsOf(scope, { kind, item: report.item }, first, limit);
      return rows.map((row, index) => ({ row, place: `${made}${first + index + 1}` }));
    },
    ({ place }) => place,
    malformed,
  );
}
