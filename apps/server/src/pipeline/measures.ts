/** Plain counters of the gateway; whoever serves metrics reads them when asked. */
import type { AnyOperation } from '../kernel/operation.ts';

/** Upper bounds of the duration buckets, in milliseconds. */
export const DURATION_BOUNDS: readonly number[] = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

/** Counts of one product. */
export interface ProductMeasures {
  success: number;
  refused: number;
  failed: number;
  /** One count per bound of DURATION_BOUNDS, and one for everything slower. */
  readonly durations: number[];
  durationSum: number;
}

export class Measures {
  readonly products = new Map<string, ProductMeasures>();

  /**
   * Notes one answered request.
   *
   * @param operation undefined when the request named none
   * @param status HTTP status of the answer
   * @param milliseconds from the last byte of the request to the answer
   */
  note(operation: AnyOperation | undefined, status: number, milliseconds: number): void {
    const measures = this.#of(operation?.api.product ?? 'none');
    if (status < 400) measures.success += 1;
    else if (status < 500) measures.refused += 1;
    else measures.failed += 1;
    measures.durationSum += milliseconds;
    let bucket = 0;
    while (bucket < DURATION_BOUNDS.length && milliseconds > (DURATION_BOUNDS[bucket] ?? 0)) bucket += 1;
    measures.durations[bucket] = (measures.durations[bucket] ?? 0) + 1;
  }

  #of(product: string): ProductMeasures {
    const held = this.products.get(product);
    if (held !== undefined) return held;
    const durations = new Array<number>(DURATION_BOUNDS.length + 1).fill(0);
    const measures = { success: 0, refused: 0, failed: 0, durations, durationSum: 0 };
    this.products.set(product, measures);
    return measures;
  }
}
