/** Reports as IMS shows them (spec: domain 9.3). */
import { object, type Rendered, scalarField, textField, wrappedList } from '../../kernel/response.ts';
import type { Column, Metric, Row } from './report.ts';

/** What sums a report up; the type says what the value is. */
export const metricFields = { MetricType: textField, MetricValue: scalarField } as const;

/** Fills `metricFields`. */
export function metricMembers({ type, value }: Metric): Rendered<typeof metricFields> {
  return { MetricType: type, MetricValue: value };
}

/** A report as a table. */
export const tableFields = {
  ColumnsSchema: wrappedList('ColumnSchema', { ColumnName: textField, ColumnType: textField }),
  ColumnsValue: object({
    ColumnRow: {
      kind: 'list',
      item: object({ ColumnValue: { kind: 'list', item: scalarField } }),
    },
  }),
} as const;

/** Fills `tableFields`. */
export function tableMembers(columns: readonly Column[], rows: readonly Row[]): Rendered<typeof tableFields> {
  return {
    ColumnsSchema: {
      ColumnSchema: columns.map(({ name, type }) => ({ ColumnName: name, ColumnType: type })),
    },
    ColumnsValue: {
      ColumnRow: rows.map(row => ({ ColumnValue: row })),
    },
  };
}
