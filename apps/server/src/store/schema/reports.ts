/** What reports found, as it was when they were made. */

/** One report, or one item of the governance report. */
export interface ReportsTable {
  account_id: string;
  kind: 'credential' | 'governance';
  /** Empty for a report that has no items. */
  item: string;
  generated_at: number;
  /** JSON: a list of names and types, in the order of the cells. */
  columns: string;
  /** JSON: the type and the value that sum the rows up. */
  metric: string;
}

/** Some of the rows of a report: several in one row of this table, since they are written and read by the hundred. */
export interface ReportPartsTable {
  account_id: string;
  kind: 'credential' | 'governance';
  item: string;
  /** How many rows of the report stand before. */
  first_row: number;
  /** JSON: a list of lists of cells. */
  rows: string;
}
