/** The SQL of reports. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insert, type ReportsTable, remove, select } from '../../store/index.ts';
import {
  type Column,
  type Metric,
  type NewReport,
  type ReportKind,
  ROWS_OF_A_PART,
  type Row,
  type StoredReport,
} from './report.ts';

/**
 * A report as it was made last.
 *
 * @returns undefined when none was made
 */
export async function findReport(
  scope: Scope,
  kind: ReportKind,
  item = '',
): Promise<StoredReport | undefined> {
  const row = await select(scope, 'reports')
    .selectAll()
    .where('kind', '=', kind)
    .where('item', '=', item)
    .executeTakeFirst();
  return row && reportOf(row);
}

/** The reports of a kind in the order of what they are about; all were made at the same time. */
export async function reportsOf(scope: Scope, kind: ReportKind): Promise<readonly StoredReport[]> {
  const rows = await select(scope, 'reports').selectAll().where('kind', '=', kind).orderBy('item').execute();
  return rows.map(reportOf);
}

/**
 * Rows of a report.
 *
 * @param first how many rows to leave out
 * @param limit rows at most, at least 1
 */
export async function rowsOf(
  scope: Scope,
  { kind, item }: { readonly kind: ReportKind; readonly item: string },
  first: number,
  limit: number,
): Promise<readonly Row[]> {
  const parts = await select(scope, 'report_parts')
    .select(['first_row', 'rows'])
    .where('kind', '=', kind)
    .where('item', '=', item)
    .where('first_row', '>', first - ROWS_OF_A_PART)
    .where('first_row', '<', first + limit)
    .orderBy('first_row')
    .execute();
  const skipped = first - (parts[0]?.first_row ?? first);
  // A part holds what this file wrote.
  const rows = parts.flatMap(part => JSON.parse(part.rows) as readonly Row[]);
  return rows.slice(skipped, skipped + limit);
}

/** Stores the reports of a kind in place of those that were made before. */
export async function replaceReports(
  scope: ChangeScope,
  kind: ReportKind,
  reports: readonly NewReport[],
  generatedAt: number,
): Promise<void> {
  await remove(scope, 'report_parts').where('kind', '=', kind).execute();
  await remove(scope, 'reports').where('kind', '=', kind).execute();
  for (const report of reports) await insertReport(scope, kind, report, generatedAt);
}

async function insertReport(
  scope: ChangeScope,
  kind: ReportKind,
  { item, columns, metric, parts }: NewReport,
  generatedAt: number,
): Promise<void> {
  await insert(scope, 'reports', {
    kind,
    item,
    generated_at: generatedAt,
    columns: JSON.stringify(columns),
    metric: JSON.stringify(metric),
  });
  for (const { firstRow, rows } of parts) {
    await insert(scope, 'report_parts', { kind, item, first_row: firstRow, rows });
  }
}

function reportOf(row: ReportsTable): StoredReport {
  return {
    item: row.item,
    generatedAt: row.generated_at,
    columns: JSON.parse(row.columns) as readonly Column[],
    metric: JSON.parse(row.metric) as Metric,
  };
}
