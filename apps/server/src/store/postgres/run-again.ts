import { TransactionGivenUp } from './failures.ts';

const ATTEMPTS = 3;

/** Runs a transaction again when the database gave it up for the sake of another one. */
export async function runAgain<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof TransactionGivenUp) || attempt === ATTEMPTS) throw error;
    }
  }
}
