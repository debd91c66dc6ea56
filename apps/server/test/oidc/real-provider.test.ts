import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ISSUER_BOUNDS, type IssuerBounds, Issuers } from '../../src/areas/sts/oidc/issuers.ts';
import { verifyToken } from '../../src/areas/sts/oidc/verify-token.ts';
import { ApiError } from '../../src/kernel/errors.ts';
import { outboundOver } from '../../src/outbound/index.ts';
import { audience, person, RealProvider, workload } from './real-provider.ts';
import { newSigningKey } from './signing.ts';

const { pause } = ISSUER_BOUNDS;
let provider: RealProvider;
/** Milliseconds that have passed for those who remember what the provider publishes. */
let elapsed = 0;

beforeEach(async () => {
  provider = await RealProvider.start();
  elapsed = 0;
});
afterEach(() => provider.stop());

/** Somebody who has asked nobody yet. */
function issuers(bounds: Partial<IssuerBounds> = {}): Issuers {
  const outbound = outboundOver({
    allow: [{ kind: 'host', host: 'localhost' }],
    authorities: [provider.authority.pem],
    userAgent: 'wardenry/test',
    // However busy the machine is.
    bounds: { timeLimit: 25_000 },
  });
  return new Issuers(outbound, bounds, () => elapsed);
}

/** The subject of a token, or the code that it is refused with. */
async function judge(token: string, asked: Issuers): Promise<string> {
  const rules = {
    issuerUrl: provider.issuer,
    clientIds: [audience, workload],
    fingerprints: [provider.authority.fingerprint],
    issuanceLimitTime: 12,
  };
  try {
    const expectation = { provider: rules, accountId: '1234567890123456', now: Date.now() };
    return (await verifyToken(token, expectation, asked)).claims.subject;
  } catch (error) {
    if (error instanceof ApiError) return error.code.replace('AuthenticationFail.OIDCToken.', '');
    throw error;
  }
}

describe('tokens of a provider that others wrote', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])(
    'are accepted when they are signed with %s',
    async algorithm => {
      provider.signWith(newSigningKey(algorithm, `of ${algorithm}`));
      expect(await judge(await provider.token(), issuers())).toBe(workload);
      expect(await judge(await provider.identityToken(), issuers())).toBe(person);
    },
  );

  it('are accepted while its key rotates, and not any more under a key that it has withdrawn', async () => {
    const [first, second] = [newSigningKey('RS256', 'first'), newSigningKey('RS256', 'second')];
    const asked = issuers({ freshFor: 3 * pause });
    provider.signWith(first);
    const before = await provider.token();
    expect(await judge(before, asked)).toBe(workload);

    provider.signWith(second, first);
    const after = await provider.token();
    elapsed = pause;
    expect(await judge(after, asked)).toBe(workload);
    expect(await judge(before, asked)).toBe(workload);

    provider.signWith(second);
    elapsed = 4 * pause;
    expect(await judge(before, asked)).toBe('InvalidSignature');
    expect(await judge(after, asked)).toBe(workload);
  });

  it('are judged by the keys that are known while it cannot be reached, and by none when those are old', async () => {
    const asked = issuers({ freshFor: pause, keptFor: 4 * pause });
    const token = await provider.token();
    expect(await judge(token, asked)).toBe(workload);
    await provider.stop();
    elapsed = 2 * pause;
    expect(await judge(token, asked)).toBe(workload);
    elapsed = 4 * pause;
    expect(await judge(token, asked)).toBe('IssuerConfigurationBroken');
    expect(await judge(token, issuers())).toBe('IssuerConfigurationBroken');
    provider = await RealProvider.start();
  });
});
