/** One value of a report. */
export type Cell = string | number | boolean;

/** The values of one line of a report, in the order of its columns. */
export type Row = readonly Cell[];

/** What kind of value a cell or a metric is, as replies name it. */
export type CellType = 'String' | 'Number' | 'Boolean';

/** A column of a report. */
export interface Column {
  readonly name: string;
  readonly type: CellType;
}

/** What sums a report up. */
export interface Metric {
  readonly type: CellType;
  readonly value: Cell;
}

/** Reports that replace each other: each is there once, as it was made last. */
export type ReportKind = 'credential' | 'governance';

/** What a report says of itself. */
export interface ReportHead {
  /** What of its kind it is about; empty for a kind that has one report. */
  readonly item: string;
  readonly columns: readonly Column[];
  readonly metric: Metric;
}

/** A report that is about to be stored. */
export interface NewReport extends ReportHead {
  readonly parts: readonly ReportPart[];
}

/** A report that is stored. */
export interface StoredReport extends ReportHead {
  /** Milliseconds since 1970. */
  readonly generatedAt: number;
}

/** Rows that are stored as one. */
export interface ReportPart {
  /** How many rows of the report stand before. */
  readonly firstRow: number;
  /** JSON text of the rows. */
  readonly rows: string;
}

/** The most rows of one part. It may grow, but stored reports are found by it: it never shrinks. */
export const ROWS_OF_A_PART = 500;

/** Gathers rows that come one after another, and packs them as they come, so that a large report stays small in memory. */
export class ReportRows {
  #waiting: Row[] = [];
  #packed = 0;
  readonly #parts: ReportPart[] = [];

  /** How many rows there are. */
  get count(): number {
    return this.#packed + this.#waiting.length;
  }

  add(...rows: readonly Row[]): void {
    for (const row of rows) {
      this.#waiting.push(row);
      if (this.#waiting.length === ROWS_OF_A_PART) this.#pack();
    }
  }

  /** Everything that was added. */
  parts(): readonly ReportPart[] {
    if (this.#waiting.length > 0) this.#pack();
    return this.#parts;
  }

  #pack(): void {
    this.#parts.push({ firstRow: this.#packed, rows: JSON.stringify(this.#waiting) });
    this.#packed += this.#waiting.length;
    this.#waiting = [];
  }
}
