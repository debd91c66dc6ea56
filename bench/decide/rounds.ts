/** Engines against each other, in turns. */
import type { Engine } from './engine.ts';

/** An engine, and how many decisions of it one round takes. */
export interface Contest {
  readonly engine: Engine;
  readonly decisions: number;
}

/** What an engine did, by rounds. */
export interface Rates {
  readonly engine: Engine;
  /** Decisions per CPU second. */
  readonly perSecond: readonly number[];
}

/** Measures engines in turns, so that what else the machine does meets all of them; a round before the first warms up. */
export function contest(entries: readonly Contest[], requests: number, rounds: number): readonly Rates[] {
  const rates = entries.map(({ engine }) => ({ engine, perSecond: [] as number[] }));
  for (let round = -1; round < rounds; round += 1) {
    for (const [place, { engine, decisions }] of entries.entries()) {
      // Each round of a slow engine goes on where the last one ended.
      const seconds = cpuSecondsOf(() => decideAll(engine, requests, decisions, (round + 1) * decisions));
      if (round >= 0) rates[place]?.perSecond.push(decisions / seconds);
    }
  }
  return rates;
}

/**
 * Compares the answers of engines.
 *
 * @throws Error that names a request on which they disagree
 */
export function checkAgreement([first, ...others]: readonly Engine[], requests: number): void {
  for (let request = 0; request < requests; request += 1) {
    for (const other of others) {
      if (first !== undefined && first.allows(request) !== other.allows(request)) {
        throw new Error(`${first.name} and ${other.name} disagree on request ${request}`);
      }
    }
  }
}

/** The share of the first numbers of which something holds. */
export function rateOf(count: number, holds: (index: number) => boolean): number {
  let held = 0;
  for (let index = 0; index < count; index += 1) held += holds(index) ? 1 : 0;
  return held / count;
}

/** CPU seconds of this process, all its threads. */
export function cpuSecondsOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** @returns how many are allowed, so that the calls cannot be left out */
function decideAll({ allows }: Engine, requests: number, decisions: number, from: number): number {
  let allowed = 0;
  for (let at = from; at < from + decisions; at += 1) allowed += allows(at % requests) ? 1 : 0;
  return allowed;
}
