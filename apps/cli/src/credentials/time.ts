/** The only form that every SDK reads (spec: wire 3). */
export function withoutFraction(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
