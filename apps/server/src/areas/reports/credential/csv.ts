/**
 * Writes one line of comma-separated values, its line feed included. Cells that would be read in another way stand in
 * quotes (RFC 4180).
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

function quoted(cell: string): string {
  const needsQuotes = [',', '"', '\n', '\r'].some(mark => cell.includes(mark));
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
