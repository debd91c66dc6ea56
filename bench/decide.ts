/**
 * Decisions in the process: our engine against casbin and Cedar, against a plain loop for a few statements, and against
 * itself for many; what compiling costs; and the worst documents that can be written. All engines answer the same
 * requests, and must agree.
 */
import { compileFigures } from './decide/compiling.ts';
import type { Engine } from './decide/engine.ts';
import { casbinEngine, cedarEngine, ENGINE_PEERS, missingPeer } from './decide/peers.ts';
import { plainLoopEngine } from './decide/plain-loop.ts';
import { type Contest, checkAgreement, contest, rateOf } from './decide/rounds.ts';
import { wardenryEngine } from './decide/wardenry.ts';
import { makeWorkload, type Workload } from './decide/workload.ts';
import { worstFigures } from './decide/worst-documents.ts';
import { median, printSpread, rounded } from './load/figures.ts';
import { option, textOption } from './load/options.ts';

export const summary =
  'decisions per CPU second: casbin and Cedar, a plain loop, growth, compiling, worst documents';

/** What must be reached: ratios to the faster peer and to a plain loop. */
const LEAST = { peer: 1000, loop: 1 } as const;
/**
 * What must not be exceeded: 10,000 statements against 100; compiling against JSON.parse, where 20 is 100 ms on a quiet
 * machine; the worst document against looking once at each character of the value, where 400 is 5 ms.
 */
const MOST = { growth: 2, compile: 20, worst: 400 } as const;

const FEW = [1, 4, 8, 15] as const;
const REQUESTS = 4096;
/** Decisions of a slow engine in one round. */
const SLOW_DECISIONS = 12;

/** @param args `--rounds=N` (15), `--seed=N` (1), `--peers=FOLDER` whose node_modules has the packages compared with */
export async function run(args: readonly string[]): Promise<void> {
  const rounds = option(args, 'rounds', 15);
  const seed = option(args, 'seed', 1);
  const peers = textOption(args, 'peers');
  const missing = missingPeer(ENGINE_PEERS, peers);
  if (missing !== undefined) {
    console.error(missing);
    process.exitCode = 1;
    return;
  }
  const workload = (statements: number, services?: number) =>
    makeWorkload({ seed, statements, requests: REQUESTS, ...(services === undefined ? {} : { services }) });

  const hundred = workload(100);
  const many = workload(10_000);
  const oneService = workload(10_000, 1);
  const spread = await againstPeers('10,000 statements', many, peers, rounds);
  const dense = await againstPeers('10,000 statements of one service', oneService, peers, rounds);
  const growth = growthOf(hundred, many, rounds);
  const loop = FEW.map(statements => againstLoop(workload(statements), rounds));
  const compiling = compileFigures(many, rounds);
  const worst = worstFigures(rounds);

  const ratios = {
    ratio: Math.min(median(spread), median(dense)),
    growth: median(growth),
    loop: Math.min(...loop.map(median)),
    compile: compiling.ratio,
    worst: worst.ratio,
  };
  console.log(
    JSON.stringify({
      name: 'decide',
      ratio: rounded(ratios.ratio),
      min: rounded(Math.min(...spread, ...dense)),
      max: rounded(Math.max(...spread, ...dense)),
      growth: rounded(ratios.growth),
      loop: rounded(ratios.loop),
      compileMs: rounded(compiling.milliseconds),
      compile: rounded(ratios.compile),
      worstMs: rounded(worst.milliseconds),
      worst: rounded(ratios.worst),
    }),
  );
  const missed =
    ratios.ratio < LEAST.peer ||
    ratios.loop < LEAST.loop ||
    ratios.growth > MOST.growth ||
    ratios.compile > MOST.compile ||
    ratios.worst > MOST.worst;
  if (missed) process.exitCode = 1;
}

/** The rate of ours in that of the faster peer, by rounds. */
async function againstPeers(
  name: string,
  workload: Workload,
  from: string | undefined,
  rounds: number,
): Promise<readonly number[]> {
  const ours = wardenryEngine(workload);
  const slow: Engine[] = [await casbinEngine(workload, from), await cedarEngine(workload, from)];
  checkAgreement([ours, ...slow], 64);
  const entries: Contest[] = [
    { engine: ours, decisions: 5 * REQUESTS },
    ...slow.map(engine => ({ engine, decisions: SLOW_DECISIONS })),
  ];
  const rates = contest(entries, REQUESTS, rounds);
  console.log(`${name}, ${Math.round(allowedShare(ours) * 100)} % of the requests allowed:`);
  for (const { engine, perSecond } of rates)
    printSpread(`  ${engine.name}`, perSecond, ' decisions per CPU second');
  const [mine, ...theirs] = rates.map(({ perSecond }) => perSecond);
  const ratios = (mine ?? []).map((rate, round) => rate / Math.max(...theirs.map(each => each[round] ?? 0)));
  printSpread('  ratio to the faster peer', ratios, '');
  return ratios;
}

/** How much longer a decision takes among many statements. */
function growthOf(few: Workload, many: Workload, rounds: number): readonly number[] {
  const entries = [few, many].map(workload => ({
    engine: wardenryEngine(workload),
    decisions: 5 * REQUESTS,
  }));
  const [fast, slow] = contest(entries, REQUESTS, rounds).map(({ perSecond }) => perSecond);
  const ratios = (fast ?? []).map((rate, round) => rate / (slow?.[round] ?? Number.NaN));
  printSpread('10,000 statements take longer than 100 by', ratios, ' times');
  return ratios;
}

/** The rate of ours in that of a loop over all statements. */
function againstLoop(workload: Workload, rounds: number): readonly number[] {
  const ours = wardenryEngine(workload);
  const loop = plainLoopEngine(workload);
  checkAgreement([ours, loop], REQUESTS);
  const entries = [ours, loop].map(engine => ({ engine, decisions: 5 * REQUESTS }));
  const [mine, plain] = contest(entries, REQUESTS, rounds).map(({ perSecond }) => perSecond);
  const ratios = (mine ?? []).map((rate, round) => rate / (plain?.[round] ?? Number.NaN));
  printSpread(`${workload.statements.length} statements, ratio to a plain loop`, ratios, '');
  return ratios;
}

function allowedShare(engine: Engine): number {
  return rateOf(REQUESTS, index => engine.allows(index));
}
