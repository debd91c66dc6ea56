/** What the server measures of itself, gathered when somebody asks. Labels are bounded: never a user, a key or a path. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Page } from './health.ts';
import { type MetricFamily, OPEN_METRICS_TYPE, renderOpenMetrics, type Sample } from './open-metrics.ts';

/** Counts of one product, as the gateway keeps them. */
export interface ProductCounts {
  readonly success: number;
  readonly refused: number;
  readonly failed: number;
  /** One count per bound, and one for everything slower. */
  readonly durations: readonly number[];
  /** Milliseconds. */
  readonly durationSum: number;
}

/** Where the numbers are read. */
export interface MeasuredParts {
  readonly version: string;
  /** Counts by product. */
  products(): Iterable<readonly [string, ProductCounts]>;
  /** Upper bounds of the durations in milliseconds, ascending. */
  readonly durationBounds: readonly number[];
  /** How often each code was answered to callers whose identity was not proven. */
  strangers(): Iterable<readonly [string, number]>;
  /** Further values by name, each with its help: sizes of caches, nonces alive, batches. */
  readonly gauges: readonly { readonly name: string; readonly help: string; read(): number }[];
  readonly counters: readonly { readonly name: string; readonly help: string; read(): number }[];
  /** Resident memory of the process in bytes. */
  residentMemory(): number;
}

/** Milliseconds between two looks at the event loop. */
const LOOP_RESOLUTION = 20;

/**
 * Begins to watch the event loop and makes the page.
 *
 * @returns the page, and what ends the watching
 */
export function metricsPage(parts: MeasuredParts): { readonly page: () => Page; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION });
  delay.enable();
  const page = () => {
    const families = [...familiesOf(parts), loopFamily(delay)];
    delay.reset();
    return { status: 200, contentType: OPEN_METRICS_TYPE, body: renderOpenMetrics(families) };
  };
  return { page, stop: () => void delay.disable() };
}

function familiesOf(parts: MeasuredParts): MetricFamily[] {
  const products = [...parts.products()];
  return [
    {
      name: 'wardenry_build_info',
      help: 'The version that runs; the value is always 1.',
      type: 'gauge',
      samples: [{ labels: { version: parts.version }, value: 1 }],
    },
    {
      name: 'wardenry_requests',
      help: 'Requests answered, by product and by class of result.',
      type: 'counter',
      samples: products.flatMap(([product, counts]) => resultSamples(product, counts)),
    },
    {
      name: 'wardenry_request_duration_seconds',
      help: 'Time from the last byte of a request to its answer.',
      type: 'histogram',
      samples: products.map(([product, { durations, durationSum }]) => ({
        labels: { product },
        bounds: parts.durationBounds.map(bound => bound / 1000),
        counts: durations,
        sum: durationSum / 1000,
      })),
    },
    {
      name: 'wardenry_strangers_refused',
      help: 'Refusals of callers whose identity was not proven, by code.',
      type: 'counter',
      samples: [...parts.strangers()].map(([code, value]) => ({ labels: { code }, value })),
    },
    ...parts.counters.map(counter => single(counter, 'counter')),
    ...parts.gauges.map(gauge => single(gauge, 'gauge')),
    single(
      { name: 'process_resident_memory_bytes', help: 'Memory of the process.', read: parts.residentMemory },
      'gauge',
    ),
  ];
}

function resultSamples(product: string, { success, refused, failed }: ProductCounts): Sample[] {
  return Object.entries({ success, refused, failed }).map(([result, value]) => ({
    labels: { product, result },
    value,
  }));
}

function single(
  { name, help, read }: { readonly name: string; readonly help: string; read(): number },
  type: 'counter' | 'gauge',
): MetricFamily {
  return { name, help, type, samples: [{ value: read() }] };
}

/** Delay beyond the resolution since the last look, in seconds. */
function loopFamily(delay: { percentile(percent: number): number; readonly max: number }): MetricFamily {
  const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - LOOP_RESOLUTION / 1000);
  const samples = [
    { labels: { quantile: '0.5' }, value: seconds(delay.percentile(50)) },
    { labels: { quantile: '0.99' }, value: seconds(delay.percentile(99)) },
    { labels: { quantile: '1' }, value: seconds(delay.max) },
  ];
  return {
    name: 'wardenry_event_loop_delay_seconds',
    help: 'How late the event loop was since the metrics were read last.',
    type: 'gauge',
    samples,
  };
}
