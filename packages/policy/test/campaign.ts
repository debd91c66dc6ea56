import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type Comparison, compareAssumedRoles, compareDecisions } from './compared.ts';
import {
  type Questions,
  type RoleQuestions,
  someQuestions,
  someRoleQuestions,
} from './generated/questions.ts';
import type { Verdict } from './reference/plain.ts';

/** How far a comparison of the evaluators got. */
export interface Tally {
  /** Decisions that both evaluators made, alike. */
  cases: number;
  /** Different sets of documents among them. */
  documentSets: Set<string>;
  readonly effects: Record<Verdict['effect'], number>;
  readonly roleEffects: Record<Verdict['effect'], number>;
  /** Refusals by the step that ended the decision. */
  readonly steps: Map<string, number>;
}

/** Requests for each set of documents. */
const REQUESTS = 8;
/** How many sets of documents are generated: for usual requests, and for requests to assume a role. */
interface Extent {
  readonly questions: number;
  readonly roleQuestions: number;
}

const BATCH_EXTENT: Extent = { questions: 875, roleQuestions: 375 };

/** Cases in one batch. */
export const BATCH = (BATCH_EXTENT.questions + BATCH_EXTENT.roleQuestions) * REQUESTS;

export function newTally(): Tally {
  const none = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0 };
  return {
    cases: 0,
    documentSets: new Set(),
    effects: { ...none },
    roleEffects: { ...none },
    steps: new Map(),
  };
}

/** The share of each effect in all decisions, from 0 to 1. */
export function shares(effects: Tally['effects']): readonly number[] {
  const all = Object.values(effects).reduce((sum, count) => sum + count, 0);
  return Object.values(effects).map(count => count / all);
}

/** Compares the evaluators on one batch: {@link BATCH} cases. */
export function compareBatch(seed: number, tally: Tally): void {
  compareSets(seed, BATCH_EXTENT, tally);
}

/**
 * Compares the evaluators on generated questions. Throws the smallest question that it finds on which they differ,
 * and the seed that finds it again.
 */
export function compareSets(seed: number, extent: Extent, tally: Tally): void {
  const about = (questions: Questions | RoleQuestions) => {
    const { requests: _, ...documents } = questions;
    tally.documentSets.add(hash('sha1', JSON.stringify(documents), 'base64'));
  };
  fc.assert(
    fc.property(fc.noBias(someQuestions(REQUESTS)), questions => {
      const comparisons = compareDecisions(questions);
      about(questions);
      count(comparisons, tally, tally.effects);
    }),
    { seed, numRuns: extent.questions },
  );
  fc.assert(
    fc.property(fc.noBias(someRoleQuestions(REQUESTS)), questions => {
      const comparisons = compareAssumedRoles(questions);
      about(questions);
      count(comparisons, tally, tally.roleEffects);
    }),
    { seed, numRuns: extent.roleQuestions },
  );
}

function count(comparisons: readonly Comparison[], tally: Tally, effects: Tally['effects']): void {
  for (const { request, expected, given } of comparisons) {
    if (!isDeepStrictEqual(given, expected)) throw new Error(describe(request, expected, given));
    const { verdict } = given;
    tally.cases += 1;
    effects[verdict.effect] += 1;
    if (verdict.effect !== 'Allow') tally.steps.set(verdict.step, (tally.steps.get(verdict.step) ?? 0) + 1);
  }
}

function describe(...values: readonly unknown[]): string {
  const [request, expected, given] = values.map(value => JSON.stringify(value));
  return `The evaluators differ on ${request}:\n  by the specification ${expected}\n  by the engine        ${given}`;
}
