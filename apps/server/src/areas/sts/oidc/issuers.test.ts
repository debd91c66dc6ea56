import { describe, expect, it } from 'vitest';
import { newSigningKey, publicJwk } from '../../../../test/oidc/signing.ts';
import { type Outbound, OutboundFailure } from '../../../kernel/outbound.ts';
import type { Publication } from './discovery.ts';
import { ISSUER_BOUNDS, type IssuerBounds, Issuers } from './issuers.ts';

const { freshFor, keptFor, pause } = ISSUER_BOUNDS;
const issuer = 'https://idp.test';
const accountId = '1234567890123456';
const keys = ['one', 'two'].map(keyId => publicJwk(newSigningKey('ES256', keyId)));

/** Issuers that publish what the test says, and a count of how often they were asked. */
class Web implements Outbound {
  published: readonly unknown[] = [keys[0]];
  /** Lets every fetch wait. */
  gate: Promise<void> = Promise.resolve();
  failure: Error | undefined;
  readonly asked: string[] = [];
  readonly accounts = new Set<string>();

  /** Who has no room to ask. */
  busy: string | undefined;

  async fetchJson(url: string, onBehalfOf: string) {
    this.asked.push(url);
    this.accounts.add(onBehalfOf);
    if (onBehalfOf === this.busy) throw new OutboundFailure('busy');
    await this.gate;
    if (this.failure !== undefined) throw this.failure;
    const named = url.replace(/\/(\.well-known\/openid-configuration|jwks)$/, '');
    const value = url.endsWith('/jwks')
      ? { keys: this.published }
      : { issuer: named, jwks_uri: `${named}/jwks` };
    return { value, fingerprints: ['aa'] };
  }

  /** How often an issuer was asked, which takes two fetches. */
  get times(): number {
    return this.asked.filter(url => url.endsWith('/openid-configuration')).length;
  }
}

function set(web: Web, bounds: Partial<IssuerBounds> = {}) {
  let clock = 0;
  const issuers = new Issuers(web, bounds, () => clock);
  const has = (keyId: string) => (publication: Publication) =>
    publication.keys.has({ algorithm: 'ES256', keyId });
  return {
    /** Whether the issuer is found to publish a key. */
    async publishes(keyId: string, now: number, of = issuer, by = accountId): Promise<boolean> {
      clock = now;
      return has(keyId)(await issuers.publicationOf({ issuer: of, accountId: by }, has(keyId)));
    },
    issuers,
  };
}

describe('an issuer', () => {
  it('is asked once for as long as its keys are fresh', async () => {
    const web = new Web();
    const { publishes } = set(web);
    for (const now of [1, 2, freshFor]) expect(await publishes('one', now)).toBe(true);
    expect(web.asked).toEqual([`${issuer}/.well-known/openid-configuration`, `${issuer}/jwks`]);
    expect([...web.accounts]).toEqual([accountId]);
    await publishes('one', 1 + freshFor);
    expect(web.times).toBe(2);
  });

  it('is asked once however many wait for it', async () => {
    const web = new Web();
    const { promise, resolve } = Promise.withResolvers<void>();
    web.gate = promise;
    const { publishes } = set(web);
    const waiting = Array.from({ length: 100 }, () => publishes('one', 1));
    resolve();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([true]));
    expect(web.times).toBe(1);
  });

  it('is asked again for a key that is not known, and then not until the pause is over', async () => {
    const web = new Web();
    const { publishes } = set(web);
    await publishes('one', 1);
    web.published = keys;
    expect(await publishes('two', pause)).toBe(false);
    expect(web.times).toBe(1);
    expect(await publishes('two', 1 + pause)).toBe(true);
    for (let more = 0; more < 1000; more += 1) expect(await publishes('three', 2 + pause)).toBe(false);
    expect(web.times).toBe(2);
  });

  it('that withdraws a key has it out of use as soon as it is asked again', async () => {
    const web = new Web();
    const { publishes } = set(web);
    await publishes('one', 1);
    web.published = [keys[1]];
    expect(await publishes('one', 2)).toBe(true);
    expect(await publishes('one', 1 + freshFor)).toBe(false);
  });

  it('that cannot be reached has its keys in use for a while, and no longer', async () => {
    const web = new Web();
    const { publishes } = set(web);
    await publishes('one', 1);
    web.failure = new OutboundFailure('unreachable');
    expect(await publishes('one', 1 + freshFor)).toBe(true);
    expect(await publishes('one', keptFor)).toBe(true);
    await expect(publishes('one', 1 + keptFor)).rejects.toMatchObject({ problem: 'unreachable' });
    web.failure = undefined;
    expect(await publishes('one', 1 + keptFor + pause)).toBe(true);
  });

  it('that could not be reached is left alone until the pause is over', async () => {
    const web = new Web();
    web.failure = new OutboundFailure('too-slow');
    const { publishes } = set(web);
    const refused = { problem: 'too-slow' };
    await expect(publishes('one', 1)).rejects.toMatchObject(refused);
    web.failure = undefined;
    for (let more = 0; more < 1000; more += 1) {
      await expect(publishes('one', pause)).rejects.toMatchObject(refused);
    }
    expect(web.asked).toHaveLength(1);
    expect(await publishes('one', 1 + pause)).toBe(true);
  });

  it('that nobody had room to ask is asked by the next call', async () => {
    const web = new Web();
    web.failure = new OutboundFailure('busy');
    const { publishes } = set(web);
    await expect(publishes('one', 1)).rejects.toMatchObject({ problem: 'busy' });
    web.failure = undefined;
    expect(await publishes('one', 2)).toBe(true);
  });

  it('has its keys in use when nobody had room to ask again', async () => {
    const web = new Web();
    const { publishes } = set(web);
    await publishes('one', 1);
    web.failure = new OutboundFailure('busy');
    expect(await publishes('one', 1 + freshFor)).toBe(true);
  });

  it('is found for everybody who waited for it, however long it took to answer', async () => {
    const web = new Web();
    const { promise, resolve } = Promise.withResolvers<void>();
    web.gate = promise;
    const { publishes } = set(web);
    // Whoever joins has arrived after or before the one that asks; its own time is nobody's business.
    const waiting = [5, 4, 6, 1].map(now => publishes('one', now));
    resolve();
    expect(await Promise.all(waiting)).toEqual([true, true, true, true]);
    expect(web.times).toBe(1);
  });

  it('is asked for each account by itself, and one account that has no room is nothing to another', async () => {
    const web = new Web();
    const { promise, resolve } = Promise.withResolvers<void>();
    web.gate = promise;
    web.busy = '1000000000000002';
    const { publishes } = set(web);
    const [busy, found] = [publishes('one', 1, issuer, web.busy), publishes('one', 1)];
    await expect(busy).rejects.toMatchObject({ problem: 'busy' });
    resolve();
    expect(await found).toBe(true);
    expect(web.accounts.size).toBe(2);
  });

  it('is remembered without what caused that it could not be asked, which may be large', async () => {
    const web = new Web();
    web.failure = new OutboundFailure('untrusted-certificate', { cause: new Error('a chain') });
    const { publishes } = set(web);
    await expect(publishes('one', 1)).rejects.toThrow(OutboundFailure);
    const again = publishes('one', 2);
    await expect(again).rejects.toSatisfy((error: Error) => error.cause === undefined);
  });

  it('has nothing to do with another issuer', async () => {
    const web = new Web();
    const { publishes } = set(web);
    await publishes('one', 1);
    web.failure = new OutboundFailure('unreachable');
    await expect(publishes('one', 2, 'https://other.test')).rejects.toMatchObject({ problem: 'unreachable' });
    expect(await publishes('one', 3)).toBe(true);
  });

  it('is forgotten when its account has others remembered that take too much room', async () => {
    const web = new Web();
    const { publishes } = set(web, { capacity: 100_000 });
    const [large, small] = ['1000000000000002', '1000000000000003'];
    await publishes('one', 1, issuer, small);
    for (const of of [issuer, 'https://b.test', 'https://c.test', issuer])
      await publishes('one', 1, of, large);
    expect(web.times).toBe(5);
    await publishes('one', 2, issuer, small);
    expect(web.times).toBe(5);
  });
});

describe('the place of a discovery document', () => {
  it('does not change with a slash at the end of the issuer', async () => {
    const web = new Web();
    const { issuers } = set(web);
    const inquiry = { issuer: 'https://idp.test/realm/', accountId };
    await expect(issuers.publicationOf(inquiry, () => true)).rejects.toThrow('names another issuer');
    expect(web.asked).toEqual(['https://idp.test/realm/.well-known/openid-configuration']);
  });
});
