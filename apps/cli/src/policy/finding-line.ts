/** A finding as a line of text needs it. */
export interface FindingOfFile {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly level: string;
  readonly code: string;
  readonly message: string;
}

/** A finding in the form that editors and CI systems recognise: `file:line:column level code message`. */
export function findingLine(file: string, { line, column, level, code, message }: FindingOfFile): string {
  return `${file}:${line}:${column} ${level} ${code} ${message}`;
}
