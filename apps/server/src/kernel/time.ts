/** `2026-01-02T03:04:05Z`: UTC without fraction, as every reply writes time (spec: domain 1.1). */
export function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Milliseconds of an hour. */
export const HOUR = 3_600_000;

/** Milliseconds of a day. */
export const DAY = 86_400_000;
