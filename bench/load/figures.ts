/** Figures over rounds: the median is the result, minimum and maximum say how noisy the machine was. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** @param share 0 to 1 */
export function percentile(values: Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Rounded to three significant decimals for printing. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Prints a line of figures over rounds for people. */
export function printSpread(name: string, values: readonly number[], unit: string): void {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  console.log(
    `${name}: median ${rounded(median(values))}${unit} (min ${rounded(least)}, max ${rounded(most)})`,
  );
}
