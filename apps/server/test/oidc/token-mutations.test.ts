import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestIssuer } from './test-issuer.ts';
import { type Mutation, tokenMutations } from './token-mutations.ts';

let issuer: TestIssuer;
let tried = 0;
const accepted: string[] = [];

beforeAll(async () => {
  issuer = await TestIssuer.start();
});
beforeEach(() => issuer.unbend());
afterAll(async () => {
  process.stdout.write(
    `OIDC tokens: ${tried} mutations tried, ${accepted.length} accepted ${accepted.join(', ')}\n`,
  );
  await issuer.stop();
});

describe.each(Object.entries(tokenMutations))('a token with a bent %s is refused:', (_what, mutations) => {
  it.each(mutations.map(mutation => [mutation.name, mutation] as const))(
    '%s',
    async (_name, mutation: Mutation) => {
      expect(await issuer.judge(issuer.token())).toBe('accepted');
      issuer.asked.length = 0;
      tried += 1;
      const judged = await issuer.judge(mutation.token(issuer));
      if (judged === 'accepted') accepted.push(mutation.name);
      expect(judged).toBe(mutation.code);
      // Nobody is asked for keys because of a token that no key could save.
      if (mutation.code !== 'InvalidSignature') expect(issuer.asked).toEqual([]);
    },
  );
});

describe('the corpus', () => {
  it('is large, and nothing of it is accepted', () => {
    expect(tried).toBeGreaterThanOrEqual(100);
    expect(accepted).toEqual([]);
  });
});
