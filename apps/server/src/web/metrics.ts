/** What the server measures of itself, gathered when somebody asks. Labels are bounded: never a user, a key or a path. */
import { collectDefaultMetrics, Registry } from '@prometheus-io/client';
import type { Page } from './health.ts';

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

/** A value by its name, such as the size of a cache. Names of counters come without `_total`. */
export interface NamedValue {
  readonly name: string;
  readonly help: string;
  read(): number;
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
  /** How often each decision was made for services. */
  decisions(): Iterable<readonly [string, number]>;
  readonly gauges: readonly NamedValue[];
  readonly counters: readonly NamedValue[];
}

/**
 * A family of values in the form in which the library takes those of other processes. Ours are plain numbers where they
 * are counted, on the way of every request; a second copy of each in the library would have to be kept as well.
 */
interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly aggregator: 'first';
  readonly values: readonly Value[];
}

interface Value {
  readonly value: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Of one series of a histogram. */
  readonly metricName?: string;
}

/**
 * Begins to watch memory, event loop and garbage collection of the process, and makes the page with those and our own
 * values (OpenMetrics 1.0).
 */
export function metricsPage(parts: MeasuredParts): () => Promise<Page> {
  const runtime = new Registry(Registry.OPENMETRICS_CONTENT_TYPE);
  collectDefaultMetrics({ register: runtime });
  return async () => {
    const own = Registry.aggregate([familiesOf(parts)]);
    own.setContentType(runtime.contentType);
    const body = await Registry.merge([own, runtime]).metrics();
    return { status: 200, contentType: runtime.contentType, body };
  };
}

function familiesOf(parts: MeasuredParts): readonly Family[] {
  const products = [...parts.products()];
  return [
    {
      name: 'wardenry_build_info',
      help: 'The version that runs; the value is always 1.',
      type: 'gauge',
      aggregator: 'first',
      values: [{ labels: { version: parts.version }, value: 1 }],
    },
    {
      name: 'wardenry_requests',
      help: 'Requests answered, by product and by class of result.',
      type: 'counter',
      aggregator: 'first',
      values: products.flatMap(([product, counts]) => resultsOf(product, counts)),
    },
    {
      name: DURATION,
      help: 'Time from the last byte of a request to its answer.',
      type: 'histogram',
      aggregator: 'first',
      values: products.flatMap(([product, counts]) => durationsOf(product, counts, parts.durationBounds)),
    },
    {
      name: 'wardenry_strangers_refused',
      help: 'Refusals of callers whose identity was not proven, by code.',
      type: 'counter',
      aggregator: 'first',
      values: [...parts.strangers()].map(([code, value]) => ({ labels: { code }, value })),
    },
    {
      name: 'wardenry_decisions',
      help: 'Decisions made for services that asked, by what was decided.',
      type: 'counter',
      aggregator: 'first',
      values: [...parts.decisions()].map(([decision, value]) => ({ labels: { decision }, value })),
    },
    ...parts.counters.map(counter => single(counter, 'counter')),
    ...parts.gauges.map(gauge => single(gauge, 'gauge')),
  ];
}

function single({ name, help, read }: NamedValue, type: 'counter' | 'gauge'): Family {
  return { name, help, type, aggregator: 'first', values: [{ labels: {}, value: read() }] };
}

function resultsOf(product: string, { success, refused, failed }: ProductCounts): Value[] {
  return Object.entries({ success, refused, failed }).map(([result, value]) => ({
    labels: { product, result },
    value,
  }));
}

const DURATION = 'wardenry_request_duration_seconds';

function durationsOf(product: string, counts: ProductCounts, bounds: readonly number[]): Value[] {
  let below = 0;
  const buckets = counts.durations.map((count, i) => {
    below += count;
    return { metricName: `${DURATION}_bucket`, labels: { product, le: boundText(bounds[i]) }, value: below };
  });
  const labels = { product };
  return [
    ...buckets,
    { metricName: `${DURATION}_count`, labels, value: below },
    { metricName: `${DURATION}_sum`, labels, value: counts.durationSum / 1000 },
  ];
}

/** A bound in seconds as OpenMetrics wants it: a float, also when it is whole. */
function boundText(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '+Inf';
  const seconds = milliseconds / 1000;
  return Number.isInteger(seconds) ? seconds.toFixed(1) : String(seconds);
}
