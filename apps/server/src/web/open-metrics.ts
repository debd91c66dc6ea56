/**
 * Metrics as text (OpenMetrics 1.0). Written here because everything measured is a plain number kept elsewhere: a client
 * library would hold a second copy of each and cost a third of a start to load.
 */

export type Labels = Readonly<Record<string, string>>;

/** One measured value. */
export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

/** Counts by duration; the sums are in the unit of the bounds. */
export interface HistogramSample {
  readonly labels?: Labels;
  /** Ascending upper bounds. */
  readonly bounds: readonly number[];
  /** One count per bound, and one for everything above. */
  readonly counts: readonly number[];
  readonly sum: number;
}

/** Everything measured of one kind. Names end in their unit; counters without `_total`, which is added. */
export type MetricFamily =
  | {
      readonly name: string;
      readonly help: string;
      readonly type: 'counter' | 'gauge';
      readonly samples: readonly Sample[];
    }
  | {
      readonly name: string;
      readonly help: string;
      readonly type: 'histogram';
      readonly samples: readonly HistogramSample[];
    };

export const OPEN_METRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** Renders families in their order. */
export function renderOpenMetrics(families: readonly MetricFamily[]): string {
  return `${families.map(familyText).join('')}# EOF\n`;
}

function familyText(family: MetricFamily): string {
  const head = `# TYPE ${family.name} ${family.type}\n# HELP ${family.name} ${escaped(family.help)}\n`;
  if (family.type === 'histogram')
    return head + family.samples.map(sample => histogramText(family.name, sample)).join('');
  const name = family.type === 'counter' ? `${family.name}_total` : family.name;
  return head + family.samples.map(({ labels, value }) => line(name, labels, value)).join('');
}

function histogramText(name: string, { labels, bounds, counts, sum }: HistogramSample): string {
  let text = '';
  let below = 0;
  for (const [i, count] of counts.entries()) {
    below += count;
    const bound = bounds[i];
    text += line(`${name}_bucket`, { ...labels, le: bound === undefined ? '+Inf' : canonical(bound) }, below);
  }
  return text + line(`${name}_count`, labels, below) + line(`${name}_sum`, labels, sum);
}

/** Bounds are floats for every reader, so that a whole one must show it. */
function canonical(bound: number): string {
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

function line(name: string, labels: Labels | undefined, value: number): string {
  const pairs = Object.entries(labels ?? {}).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
