/**
 * The processor's time that one call takes. Policies and names can be written so that matching them is slow, and whoever may
 * ask decides how much of it is asked for: so a call is done in slices, with everybody else's turn in between, and it ends
 * when it has taken more than its share.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { apiError } from '../../kernel/errors.ts';
import { decisionTooCostly } from './errors.ts';

/** Where time comes from. */
export interface Turns {
  /** Monotonic milliseconds. */
  now(): number;
  /** Lets everything else that waits have its turn. */
  next(): Promise<unknown>;
}

const turnsOfNode: Turns = { now: () => performance.now(), next: () => turn() };

/** Milliseconds of computing after which others have their turn. */
const SLICE = 5;

export class ComputingTime {
  readonly #limit: number;
  readonly #turns: Turns;
  #spent = 0;
  #slice = 0;

  /** @param limit milliseconds of computing in all */
  constructor(limit: number, turns: Turns = turnsOfNode) {
    this.#limit = limit;
    this.#turns = turns;
  }

  /**
   * Does a piece of work.
   *
   * @throws ApiError `DecisionTooCostly` when the pieces before it have taken too long
   */
  spend<Result>(work: () => Result): Result {
    if (this.#spent > this.#limit) throw apiError(decisionTooCostly, { limit: this.#limit });
    const begun = this.#turns.now();
    const result = work();
    const taken = this.#turns.now() - begun;
    this.#spent += taken;
    this.#slice += taken;
    return result;
  }

  /** To be awaited between pieces of work; undefined as long as nobody has to be let in. */
  pause(): Promise<unknown> | undefined {
    if (this.#slice < SLICE) return undefined;
    this.#slice = 0;
    return this.#turns.next();
  }
}
