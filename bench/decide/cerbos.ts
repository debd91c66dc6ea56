/** The Cerbos server, which its npm package brings, with the statements of a workload as one resource policy. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePorts } from '../../e2e/server-process.ts';
import { pinned } from '../load/process.ts';
import { locate } from './peers.ts';
import type { WorkCondition, WorkRequest, WorkResource, WorkStatement } from './workload.ts';

export interface CerbosServer {
  readonly process: ChildProcess;
  readonly port: number;
  /** Ends the process and removes what it was started on. */
  remove(): Promise<void>;
}

const PROGRAM = `cerbos-${process.platform}-${process.arch}`;

/** What the comparison over HTTP needs: the program for this system stands beside the file. */
export const CERBOS_PEER = `@cerbos/${PROGRAM}/package.json`;

/** Checks of one request; more than Cerbos allows unless told otherwise. */
const MOST_CHECKS = 100;
const KIND = 'thing';
const READY_WITHIN = 60_000;

/**
 * Starts the server and waits until it answers.
 *
 * @param from folder with node_modules; the clone's when left out
 * @throws Error with what it printed, when it ends before it is ready
 */
export async function startCerbos(
  statements: readonly WorkStatement[],
  from: string | undefined,
): Promise<CerbosServer> {
  const program = cerbosProgram(from);
  const folder = await mkdtemp(join(tmpdir(), 'wardenry-cerbos-'));
  const [port = 0, grpcPort = 0] = await freePorts(2);
  await mkdir(join(folder, 'policies'));
  await writeFile(join(folder, 'policies', 'thing.json'), JSON.stringify(resourcePolicy(statements)));
  await writeFile(join(folder, 'config.json'), JSON.stringify(settings(folder, port, grpcPort)));
  const [file, ...args] = pinned([program, 'server', `--config=${join(folder, 'config.json')}`]);
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GOMAXPROCS: '1', CERBOS_NO_TELEMETRY: '1' },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      printed += chunk;
    });
  }
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const remove = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(port, child, () => printed);
    return { process: child, port, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The body of a request for checks, in the order of the workload's requests. */
export function cerbosBody(requests: readonly WorkRequest[]): string {
  return JSON.stringify({
    principal: { id: 'bench', roles: ['user'] },
    resources: requests.map(({ action, resource, context }, index) => ({
      resource: {
        kind: KIND,
        id: String(index),
        attr: {
          ...resource,
          ip: context['acs:SourceIp'],
          secure: context['acs:SecureTransport'],
          agent: context['acs:UserAgent'],
        },
      },
      actions: [action],
    })),
  });
}

/** Reads which of the checks are allowed. */
export function cerbosAnswers(reply: string): boolean[] {
  const { results } = JSON.parse(reply) as { results: { actions: Record<string, string> }[] };
  return results.map(({ actions }) => Object.values(actions)[0] === 'EFFECT_ALLOW');
}

function cerbosProgram(from: string | undefined): string {
  return join(dirname(locate(CERBOS_PEER, from)), PROGRAM);
}

function settings(folder: string, port: number, grpcPort: number): object {
  return {
    server: {
      httpListenAddr: `127.0.0.1:${port}`,
      grpcListenAddr: `127.0.0.1:${grpcPort}`,
      requestLimits: { maxActionsPerResource: 1, maxResourcesPerRequest: MOST_CHECKS },
      logRequestPayloads: false,
    },
    storage: { driver: 'disk', disk: { directory: join(folder, 'policies'), watchForChanges: false } },
    telemetry: { disabled: true },
  };
}

async function ready(port: number, child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/_cerbos/health`).catch(() => undefined);
    if (answer?.ok === true) return;
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`Cerbos is not ready:\n${printed()}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function resourcePolicy(statements: readonly WorkStatement[]): object {
  return {
    apiVersion: 'api.cerbos.dev/v1',
    resourcePolicy: { version: 'default', resource: KIND, rules: statements.map(rule) },
  };
}

function rule({ effect, actions, resource, condition }: WorkStatement): object {
  const tests = [...resourceTests(resource), ...(condition === undefined ? [] : [conditionTest(condition)])];
  return {
    actions: [...new Set(actions)],
    effect: effect === 'Allow' ? 'EFFECT_ALLOW' : 'EFFECT_DENY',
    roles: ['*'],
    condition: { match: { expr: tests.join(' && ') } },
  };
}

/** What tells most requests apart comes first. */
function resourceTests({ service, region, relativeId }: WorkResource): string[] {
  return [
    `R.attr.service == "${service}"`,
    like('relativeId', relativeId),
    ...(region === '*' ? [] : [like('region', region)]),
  ];
}

function conditionTest({ operator, value }: WorkCondition): string {
  switch (operator) {
    case 'IpAddress':
      return `R.attr.ip.inIPAddrRange("${value}")`;
    case 'Bool':
      return `R.attr.secure == "${value}"`;
    case 'StringLike':
      return like('agent', value);
  }
}

/** A glob in CEL: by the cheapest functions that can say it, and by a regular expression when it must be. */
function like(name: string, glob: string): string {
  const attribute = `R.attr.${name}`;
  const [first = '', second, ...more] = glob.split('*');
  if (glob.includes('?') || more.length > 1 || (more.length === 1 && (first !== '' || more[0] !== ''))) {
    return `${attribute}.matches("^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$")`;
  }
  if (second === undefined) return `${attribute} == "${glob}"`;
  if (more.length === 1) return `${attribute}.contains("${second}")`;
  const tests = [
    ...(first === '' ? [] : [`${attribute}.startsWith("${first}")`]),
    ...(second === '' ? [] : [`${attribute}.endsWith("${second}")`]),
  ];
  return tests.join(' && ');
}
