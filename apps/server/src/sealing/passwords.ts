import { apiError } from '../kernel/errors.ts';
import { type PasswordHashing, tooManyPasswords } from '../kernel/preparation.ts';

/** What argon2id spends on one password. */
export interface HashingCost {
  /** KiB. */
  readonly memoryCost: number;
  /** Passes over the memory. */
  readonly timeCost: number;
}

/** How much may be hashed at the same time. */
export interface HashingBounds {
  readonly atOnce: number;
  /** Beyond those; whoever comes then is turned away. */
  readonly waiting: number;
}

/** 19 MiB and two passes, in one lane (spec: security Q12). */
const USUAL_COST: HashingCost = { memoryCost: 19_456, timeCost: 2 };

/** Milliseconds after which a place is likely to be free. */
const RETRY_AFTER = 1000;

/**
 * Hashes a password with argon2id.
 *
 * @returns PHC text, which holds the parameters and the salt
 */
export async function hashPassword(password: string, cost = USUAL_COST): Promise<string> {
  const { hash } = await import('@node-rs/argon2');
  return hash(composed(password), { ...cost, parallelism: 1 });
}

async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2');
  return verify(phc, composed(password));
}

/** Keyboards write the same letter in one or two characters (NIST SP 800-63B, 3.1.1.2). */
function composed(password: string): string {
  return password.normalize('NFKC');
}

/** Hashes passwords within bounds, first come, first served. */
export function passwordHashing({ atOnce, waiting }: HashingBounds, cost = USUAL_COST): PasswordHashing {
  const queue: (() => void)[] = [];
  let running = 0;

  async function turn(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw apiError(tooManyPasswords, {}, { retryAfter: RETRY_AFTER });
    // Whoever is done hands its place over, so that nobody who comes in between can take it.
    const { promise, resolve } = Promise.withResolvers<void>();
    queue.push(resolve);
    await promise;
  }

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    await turn();
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: password => inTurn(() => hashPassword(password, cost)),
    verify: async (password, phc) => phc !== '' && (await inTurn(() => verifyPassword(password, phc))),
  };
}
