/**
 * Decisions over HTTP: POST /v1/authorize of our server against the Cerbos server, both on one core, with the same 1,000
 * statements. Ours verifies a signature and records every call before it answers; Cerbos does neither. One check in each
 * request, and then a hundred. Both must answer alike.
 */
import { CERBOS_PEER, cerbosAnswers, cerbosBody, startCerbos } from './decide/cerbos.ts';
import { missingPeer } from './decide/peers.ts';
import { wardenryEngine } from './decide/wardenry.ts';
import { authorizeAnswers, authorizeRequest, postBytes, startWardenry } from './decide/wardenry-server.ts';
import { makeWorkload, type WorkRequest } from './decide/workload.ts';
import { answersOf, drive } from './load/client.ts';
import { median, printSpread, rounded } from './load/figures.ts';
import { option, textOption } from './load/options.ts';
import { cpuSeconds } from './load/process.ts';

export const summary =
  'POST /v1/authorize at 1,000 statements against the Cerbos server: one check and a hundred';

const LEAST = 15;
const STATEMENTS = 1000;
const REQUESTS = 1000;
const BATCH = 100;
const CONNECTIONS = 64;
/** Rounds before the first: a server compiles what it runs often. */
const WARM_UP = 4;

/** A server under measure. */
interface Side {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  /** A request that asks for these decisions. */
  readonly request: (checks: readonly WorkRequest[]) => Buffer;
  readonly answers: (reply: string) => boolean[];
  /** Decisions of one round, one or a hundred in a request: enough for the system's clock of CPU time. */
  readonly decisions: { readonly single: number; readonly batch: number };
}

interface Measured {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

/** @param args `--rounds=N` (9), `--seed=N` (1), `--peers=FOLDER` whose node_modules has the cerbos package */
export async function run(args: readonly string[]): Promise<void> {
  const rounds = option(args, 'rounds', 9);
  const peers = textOption(args, 'peers');
  const missing = missingPeer([CERBOS_PEER], peers);
  if (missing !== undefined) {
    console.error(missing);
    process.exitCode = 1;
    return;
  }
  const workload = makeWorkload({
    seed: option(args, 'seed', 1),
    statements: STATEMENTS,
    requests: REQUESTS,
  });
  const cerbos = await startCerbos(workload.statements, peers);
  try {
    const server = await startWardenry(workload.statements);
    try {
      const ours: Side = {
        name: 'wardenry',
        port: Number(server.host.split(':')[1]),
        pid: server.process.pid ?? 0,
        request: checks => authorizeRequest(server, checks),
        answers: authorizeAnswers,
        decisions: { single: 10_000, batch: 40_000 },
      };
      const theirs: Side = {
        name: 'cerbos',
        port: cerbos.port,
        pid: cerbos.process.pid ?? 0,
        request: checks =>
          postBytes(
            '/api/check/resources',
            { host: `127.0.0.1:${cerbos.port}`, 'content-type': 'application/json' },
            Buffer.from(cerbosBody(checks)),
          ),
        answers: cerbosAnswers,
        decisions: { single: 500, batch: 2000 },
      };
      const expected = wardenryEngine(workload);
      for (const size of [1, BATCH]) {
        for (const side of [ours, theirs]) await checkAnswers(side, workload.requests, size, expected.allows);
      }
      const single = await compare(ours, theirs, workload.requests, 1, rounds);
      const batch = await compare(ours, theirs, workload.requests, BATCH, rounds);
      report(single, batch);
    } finally {
      await server.remove();
    }
  } finally {
    await cerbos.remove();
  }
}

/** @throws Error that names a request whose answer is not the expected one */
async function checkAnswers(
  side: Side,
  requests: readonly WorkRequest[],
  size: number,
  expected: (request: number) => boolean,
): Promise<void> {
  const batches = batchesOf(requests, size, requests.length);
  const replies = await answersOf(side.port, batches.map(side.request));
  for (const [place, allowed] of replies.flatMap(side.answers).entries()) {
    if (allowed !== expected(place)) throw new Error(`${side.name} is wrong on request ${place}`);
  }
}

interface Ratios {
  readonly wall: readonly number[];
  readonly cpu: readonly number[];
}

async function compare(
  ours: Side,
  theirs: Side,
  requests: readonly WorkRequest[],
  size: number,
  rounds: number,
): Promise<Ratios> {
  const pairs: { ours: Measured; theirs: Measured }[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const pair = {
      ours: await measure(ours, requests, size),
      theirs: await measure(theirs, requests, size),
    };
    if (round >= 0) pairs.push(pair);
  }
  console.log(`${size} in a request:`);
  for (const [name, rates] of [
    [ours.name, pairs.map(pair => pair.ours)],
    [theirs.name, pairs.map(pair => pair.theirs)],
  ] as const) {
    printSpread(
      `  ${name}`,
      rates.map(({ perCpuSecond }) => perCpuSecond),
      ' decisions per CPU second',
    );
    printSpread(
      `  ${name}`,
      rates.map(({ perSecond }) => perSecond),
      ' decisions per second',
    );
  }
  const wall = pairs.map(pair => pair.ours.perSecond / pair.theirs.perSecond);
  const cpu = pairs.map(pair => pair.ours.perCpuSecond / pair.theirs.perCpuSecond);
  printSpread('  ratio by CPU time', cpu, '');
  printSpread('  ratio by time', wall, '');
  return { wall, cpu };
}

async function measure(side: Side, requests: readonly WorkRequest[], size: number): Promise<Measured> {
  const decisions = size === 1 ? side.decisions.single : side.decisions.batch;
  const sent = batchesOf(requests, size, decisions).map(side.request);
  const before = cpuSeconds(side.pid);
  const { seconds, failures } = await drive(side.port, sent, Math.min(CONNECTIONS, sent.length));
  const cpu = cpuSeconds(side.pid) - before;
  if (failures > 0) throw new Error(`${side.name} refused ${failures} of ${sent.length} requests`);
  return { perSecond: decisions / seconds, perCpuSecond: decisions / cpu };
}

/** So many of the requests, again from the first when they are over, in parts of one size. */
function batchesOf(requests: readonly WorkRequest[], size: number, count: number): WorkRequest[][] {
  return Array.from({ length: count / size }, (_, batch) => {
    const from = (batch * size) % requests.length;
    return requests.slice(from, from + size);
  });
}

function report(single: Ratios, batch: Ratios): void {
  const figures = {
    ratio: rounded(median(single.cpu)),
    min: rounded(Math.min(...single.cpu)),
    max: rounded(Math.max(...single.cpu)),
    wall: rounded(median(single.wall)),
    batch: rounded(median(batch.cpu)),
    batchWall: rounded(median(batch.wall)),
  };
  console.log(JSON.stringify({ name: 'decide-http', ...figures }));
  const { ratio, wall, batch: batchRatio, batchWall } = figures;
  if (Math.min(ratio, wall, batchRatio, batchWall) < LEAST) process.exitCode = 1;
}
