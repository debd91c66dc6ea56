import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IssuerMutation, issuerMutations } from './issuer-mutations.ts';
import { TestIssuer } from './test-issuer.ts';

let issuer: TestIssuer;
let tried = 0;
const accepted: string[] = [];

beforeAll(async () => {
  issuer = await TestIssuer.start();
});
afterAll(async () => {
  process.stdout.write(
    `OIDC issuers: ${tried} mutations tried, ${accepted.length} accepted ${accepted.join(', ')}\n`,
  );
  await issuer.stop();
});

describe('a token is refused that comes from', () => {
  it.each(issuerMutations.map(mutation => [mutation.name, mutation] as const))(
    '%s',
    async (_name, mutation: IssuerMutation) => {
      issuer.unbend();
      expect(await issuer.judge(issuer.token())).toBe('accepted');
      tried += 1;
      const { rules, outbound = {}, token = issuer.token() } = mutation.bend(issuer) ?? {};
      const before = issuer.connections();
      const judged = await issuer.judge(token, {
        rules: issuer.rules(rules),
        issuers: issuer.issuers(outbound),
      });
      if (judged === 'accepted') accepted.push(mutation.name);
      expect(judged).toBe(mutation.code);
      const { connections } = mutation;
      if (connections !== undefined) expect(issuer.connections() - before).toBe(connections);
      expect(issuer.asked).not.toContain('/elsewhere');
    },
  );
});

describe('the corpus', () => {
  it('is large, and nothing of it is accepted', () => {
    expect(tried).toBeGreaterThanOrEqual(60);
    expect(accepted).toEqual([]);
  });
});
