/**
 * A time as both schemes write it: `yyyy-MM-ddTHH:mm:ssZ` in UTC, without a fraction (spec: wire 1.1).
 *
 * @throws RangeError when the date is invalid.
 */
export function formatTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
