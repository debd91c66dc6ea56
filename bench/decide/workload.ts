/**
 * What all engines of a comparison are asked: statements of one principal, and requests of which about half are
 * allowed. The same for the same seed.
 */
import type { Random } from './random.ts';
import { seededRandom } from './random.ts';

export const ACCOUNT = '1000000000000001';

/** A statement as all engines can say it. */
export interface WorkStatement {
  readonly effect: 'Allow' | 'Deny';
  /** One or two: `ecs:*`, `ecs:Describe*` or `ecs:DescribeDisk`. */
  readonly actions: readonly [string, ...string[]];
  readonly resource: WorkResource;
  readonly condition: WorkCondition | undefined;
}

/** The segments of an ARN, or patterns for them; the account is always ours. */
export interface WorkResource {
  readonly service: string;
  readonly region: string;
  readonly relativeId: string;
}

export type WorkCondition =
  | { readonly operator: 'IpAddress'; readonly key: 'acs:SourceIp'; readonly value: string }
  | { readonly operator: 'Bool'; readonly key: 'acs:SecureTransport'; readonly value: 'true' }
  | { readonly operator: 'StringLike'; readonly key: 'acs:UserAgent'; readonly value: string };

export interface WorkRequest {
  readonly action: string;
  readonly resource: WorkResource;
  readonly context: WorkContext;
}

/** What the request tells of its circumstances. */
export interface WorkContext {
  readonly 'acs:SourceIp': string;
  readonly 'acs:SecureTransport': 'true' | 'false';
  readonly 'acs:UserAgent': string;
}

export interface Workload {
  readonly statements: readonly WorkStatement[];
  readonly requests: readonly WorkRequest[];
}

export interface WorkloadOptions {
  readonly seed: number;
  readonly statements: number;
  readonly requests: number;
  /** How many services the statements are spread over. */
  readonly services?: number;
}

const SERVICES = 24;
const REGIONS = ['cn-hangzhou', 'cn-shanghai', 'cn-beijing', 'eu-central-1', 'us-west-1'] as const;
const VERBS = [
  'Describe',
  'List',
  'Get',
  'Create',
  'Delete',
  'Modify',
  'Start',
  'Stop',
  'Attach',
  'Detach',
] as const;
const NOUNS = ['Instance', 'Disk', 'Image', 'Snapshot', 'Bucket', 'Object', 'Rule', 'Group'] as const;
const COLLECTIONS = ['instance', 'disk', 'bucket', 'rule'] as const;
const NAMES = ['web', 'db', 'cache', 'queue', 'batch', 'report'] as const;
const BLOCKS = ['10.0.0.0/8', '192.168.0.0/16', '172.16.0.0/12'] as const;
const ADDRESSES = ['10.1.2.3', '192.168.7.8', '172.20.1.1'] as const;
const AGENTS = ['wardenry-cli/1.4 (linux)', 'console/7 (browser)', 'terraform/1.9 (linux)'] as const;
const AGENT_PATTERNS = ['*-cli/*', 'console/*', '*terraform*'] as const;

/** Ids of resources: as many digits for all, so that ids of one workload differ in their last digits too. */
const ID_DIGITS = 5;

/** Makes the workload of a seed. */
export function makeWorkload({ seed, statements, requests, services = SERVICES }: WorkloadOptions): Workload {
  const random = seededRandom(seed);
  const made = Array.from({ length: statements }, (_, index) => makeStatement(random, index, services));
  return {
    statements: made,
    requests: Array.from({ length: requests }, () => makeRequest(random, made)),
  };
}

function makeStatement(random: Random, index: number, services: number): WorkStatement {
  const service = `svc${random.below(services)}`;
  const action = makeAction(random, service);
  return {
    effect: random.chance(0.05) ? 'Deny' : 'Allow',
    actions: random.chance(0.3) ? [action, makeAction(random, service)] : [action],
    resource: {
      service,
      region: random.chance(0.6) ? '*' : random.pick([...REGIONS, 'cn-*', '*-1']),
      relativeId: makePattern(random, idOf(index)),
    },
    condition: random.chance(0.35) ? makeCondition(random) : undefined,
  };
}

function makeAction(random: Random, service: string): string {
  if (random.chance(0.05)) return `${service}:*`;
  const verb = random.pick(VERBS);
  return random.chance(0.53) ? `${service}:${verb}*` : `${service}:${verb}${random.pick(NOUNS)}`;
}

/** Wildcards stand at the end, in the middle, at the beginning, for one character, or nowhere. */
function makePattern(random: Random, id: string): string {
  const collection = random.pick(COLLECTIONS);
  const name = random.pick(NAMES);
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      return `${collection}/${name}-${id}*`;
    case 3:
    case 4:
      return `${collection}/${name}-${id}/*`;
    case 5:
    case 6:
      return `${collection}/${name}-${id}`;
    case 7:
      return `${collection}/${name}-${id.slice(0, 2)}?${id.slice(3)}`;
    case 8:
      return `${collection}/*-${id}`;
    default:
      return `${collection}/${name}*${id}/log`;
  }
}

function makeCondition(random: Random): WorkCondition {
  switch (random.below(3)) {
    case 0:
      return { operator: 'IpAddress', key: 'acs:SourceIp', value: random.pick(BLOCKS) };
    case 1:
      return { operator: 'Bool', key: 'acs:SecureTransport', value: 'true' };
    default:
      return { operator: 'StringLike', key: 'acs:UserAgent', value: random.pick(AGENT_PATTERNS) };
  }
}

/** Most requests are what some statement speaks of; of those some miss it by their action or by their resource. */
function makeRequest(random: Random, statements: readonly WorkStatement[]): WorkRequest {
  const [first] = statements;
  const meant = statements[random.below(statements.length)] ?? first;
  if (meant === undefined) throw new Error('a workload without statements');
  const missesAction = random.chance(0.15);
  const missesResource = random.chance(0.25);
  const action = fill(random.pick([...meant.actions]), random.pick(NOUNS));
  const { service } = meant.resource;
  const relativeId = fill(meant.resource.relativeId, random.pick(['', 'x7', '12']));
  return {
    action: missesAction ? `${service}:Release${random.pick(NOUNS)}` : action,
    resource: {
      service,
      region: fillRegion(random, meant.resource.region),
      relativeId: missesResource ? `${relativeId.slice(0, -1)}#` : relativeId,
    },
    context: {
      'acs:SourceIp': random.pick([...ADDRESSES, '203.0.113.9']),
      'acs:SecureTransport': random.chance(0.9) ? 'true' : 'false',
      'acs:UserAgent': random.pick(AGENTS),
    },
  };
}

/** Puts something in the place of wildcards. */
function fill(pattern: string, text: string): string {
  const service = pattern.endsWith(':*') ? `${pattern.slice(0, -1)}Get*` : pattern;
  return service.replaceAll('?', '5').replaceAll('*', text);
}

function fillRegion(random: Random, pattern: string): string {
  const fitting = REGIONS.filter(
    region =>
      pattern === '*' ||
      region === pattern ||
      (pattern === 'cn-*' && region.startsWith('cn-')) ||
      (pattern === '*-1' && region.endsWith('-1')),
  );
  return fitting[random.below(fitting.length)] ?? REGIONS[0];
}

function idOf(index: number): string {
  return String(index).padStart(ID_DIGITS, '0');
}

/** The ARN of a resource, or the pattern. */
export function arnOf({ service, region, relativeId }: WorkResource, account = ACCOUNT): string {
  return `acs:${service}:${region}:${account}:${relativeId}`;
}
