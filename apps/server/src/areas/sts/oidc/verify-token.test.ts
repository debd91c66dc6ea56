import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSigningKey, publicJwk, signToken } from '../../../../test/oidc/signing.ts';
import { NOW, TestIssuer } from '../../../../test/oidc/test-issuer.ts';
import { ApiError } from '../../../kernel/errors.ts';
import { type Outbound, OutboundFailure } from '../../../kernel/outbound.ts';
import { ISSUER_BOUNDS, Issuers } from './issuers.ts';
import { verifyToken } from './verify-token.ts';

const accountId = '1234567890123456';
const seconds = NOW / 1000;
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await TestIssuer.start();
});
beforeEach(() => issuer.unbend());
afterAll(() => issuer.stop());

async function refusal(token: string): Promise<ApiError> {
  const expectation = { provider: issuer.rules(), accountId, now: NOW };
  const error = await verifyToken(token, expectation, issuer.issuers()).catch((thrown: unknown) => thrown);
  if (error instanceof ApiError) return error;
  throw new Error('the token was not refused');
}

describe('a token of the registered issuer', () => {
  it('proves what it says', async () => {
    const expectation = { provider: issuer.rules(), accountId, now: NOW };
    expect((await verifyToken(issuer.token(), expectation, issuer.issuers())).claims).toEqual({
      issuer: issuer.url,
      subject: 'system:serviceaccount:shop:web',
      audiences: ['sts.aliyuncs.com'],
      issuedAt: NOW - 60_000,
      expiresAt: NOW + 600_000,
      notBefore: undefined,
    });
  });

  it('is accepted as programs read it from a file', async () => {
    expect(await issuer.judge(`${issuer.token()}\n`)).toBe('accepted');
    expect(await issuer.judge(`${issuer.token()}\r\n`)).toBe('accepted');
  });

  it.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'])(
    'may be signed with %s',
    async algorithm => {
      const key = newSigningKey(algorithm, 'another');
      issuer.keys = [publicJwk(issuer.key), publicJwk(key)];
      expect(await issuer.judge(signToken(key, issuer.claims()))).toBe('accepted');
    },
  );

  it.each([
    [{ aud: ['other', 'second'] }],
    [{ aud: 'second', azp: 'other' }],
    [{ nbf: seconds + 60 }],
    [{ iat: seconds + 60 }],
    [{ iat: seconds - 12 * 3600 }],
    [{ exp: seconds + 1 }],
    [{ exp: seconds + 0.5, iat: seconds - 0.5 }],
    [{ 'kubernetes.io': { namespace: 'shop', pod: { name: 'web-1' } }, jti: 'a', email_verified: true }],
  ])('may say %j', async claims => {
    expect(await issuer.judge(issuer.token(claims))).toBe('accepted');
  });

  it.each([
    [{ typ: undefined }],
    [{ typ: 'jwt' }],
    [{ typ: 'at+jwt' }],
    [{ x5t: 'abc' }],
    [{ kid: undefined }],
    [{ jku: 'https://evil.test/jwks', x5u: 'https://evil.test/x5u', jwk: { kty: 'oct' }, x5c: ['MIIB'] }],
  ])('may have the header %j, of which nothing is followed', async header => {
    expect(await issuer.judge(issuer.token({}, header))).toBe('accepted');
    expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
  });

  it('may be signed with a key of which more is published than its public half; the rest is not read', async () => {
    const { privateKey } = issuer.key;
    issuer.keys = [{ ...privateKey.export({ format: 'jwk' }), kid: 'one' }];
    expect(await issuer.judge(issuer.token())).toBe('accepted');
  });

  it('may have a key beside others that nobody can use', async () => {
    issuer.keys = [null, { kty: 'new' }, { kty: 'oct', k: 'AA', kid: 'one' }, publicJwk(issuer.key)];
    expect(await issuer.judge(issuer.token())).toBe('accepted');
  });

  it('names its key when the issuer has several', async () => {
    const other = newSigningKey('RS256', 'two');
    issuer.keys = [publicJwk(issuer.key), publicJwk(other)];
    expect(await issuer.judge(issuer.token())).toBe('accepted');
    expect(await issuer.judge(issuer.token({}, { kid: undefined }))).toBe('InvalidSignature');
  });
});

describe('the fingerprint of a provider', () => {
  it('may be that of any certificate that vouches for the issuer, in any letter case', async () => {
    const { fingerprint } = issuer.authority;
    for (const fingerprints of [[fingerprint], [fingerprint.toUpperCase()], ['00'.repeat(20), fingerprint]]) {
      expect(await issuer.judge(issuer.token(), { rules: issuer.rules({ fingerprints }) })).toBe('accepted');
    }
  });

  it('may be absent: then the certificate authorities of the server decide alone', async () => {
    expect(await issuer.judge(issuer.token(), { rules: issuer.rules({ fingerprints: [] }) })).toBe(
      'accepted',
    );
  });

  it.each([
    ['both documents of one host', [], 'https://idp.test', 'accepted'],
    ['its discovery document alone', ['keys'], 'https://idp.test', 'PublicKeyFingerprintMismatch'],
    ['its key set alone', ['configuration'], 'https://idp.test', 'PublicKeyFingerprintMismatch'],
    ['its discovery document, with the key set at another host', ['keys'], 'https://cdn.test', 'accepted'],
    [
      'its key set at another host alone',
      ['configuration'],
      'https://cdn.test',
      'PublicKeyFingerprintMismatch',
    ],
  ])('vouches for an issuer when it is of %s', async (_what, strange, keysAt, judged) => {
    const outbound: Outbound = {
      async fetchJson(url) {
        const isKeys = url.endsWith('/jwks');
        const isStrange = strange.includes(isKeys ? 'keys' : 'configuration');
        return {
          value: isKeys
            ? { keys: [publicJwk(issuer.key)] }
            : { issuer: 'https://idp.test', jwks_uri: `${keysAt}/jwks` },
          fingerprints: [isStrange ? '11'.repeat(20) : '22'.repeat(20)],
        };
      },
    };
    const rules = issuer.rules({ issuerUrl: 'https://idp.test', fingerprints: ['22'.repeat(20)] });
    const token = issuer.token({ iss: 'https://idp.test' });
    expect(await issuer.judge(token, { rules, issuers: new Issuers(outbound) })).toBe(judged);
  });

  it('that was corrected is held against the issuer anew, when the pause is over', async () => {
    const issuers = issuer.issuers();
    const wrong = issuer.rules({ fingerprints: ['00'.repeat(20)] });
    expect(await issuer.judge(issuer.token(), { issuers, rules: wrong })).toBe(
      'PublicKeyFingerprintMismatch',
    );
    expect(await issuer.judge(issuer.token(), { issuers })).toBe('accepted');
    expect(await issuer.judge(issuer.token(), { issuers, rules: wrong })).toBe(
      'PublicKeyFingerprintMismatch',
    );
    expect(issuer.asked).toHaveLength(2);
    issuer.elapsed = ISSUER_BOUNDS.pause;
    expect(await issuer.judge(issuer.token(), { issuers, rules: wrong })).toBe(
      'PublicKeyFingerprintMismatch',
    );
    expect(issuer.asked).toHaveLength(4);
  });
});

describe('a refusal', () => {
  it.each([
    ['a.b', "The number of Jwt field should be divided into 3 parts with '.' ."],
    ['a.b.c', 'Cannot decode base64 encoded response(format invalided).'],
    [
      `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.e30.AA`,
      'The algorithm HS256 that be specified in Jwt header is unknown.',
    ],
    [
      `${Buffer.from('{"alg":"<b>"}').toString('base64url')}.e30.AA`,
      'The algorithm (not named) that be specified in Jwt header is unknown.',
    ],
  ])('of %s says it in the published words', async (token, message) => {
    expect((await refusal(token)).message).toBe(message);
  });

  it('says in the published words what is wrong with a token that can be read', async () => {
    const messages = await Promise.all(
      [{ aud: 'x' }, { exp: 1 }, { iss: 'https://x' }, { sub: '' }].map(async claims => {
        return (await refusal(issuer.token(claims))).message;
      }),
    );
    expect(messages).toEqual([
      'Invalid audience.',
      'This JsonWebToken is expired.',
      "The issuer in the OIDC Token doesn't match the OIDC Provider registered.",
      'The Jwt content is invalid that cannot be recognized. "sub" must be a text.',
    ]);
  });

  it('says why the issuer could not be asked', async () => {
    issuer.bend = (_path, response) => {
      response.writeHead(302, { location: '/' }).end();
      return true;
    };
    expect((await refusal(issuer.token())).message).toBe(
      `Get public keys from OIDC Provider failed, the issuer is ${issuer.url}. It answered with a redirect, which is not followed.`,
    );
  });

  it('does not say whether a name is known inside, nor whether its address is', async () => {
    const outcomes = [
      { resolve: async () => ['10.0.0.1'] },
      { resolve: async () => ['169.254.169.254'] },
      { resolve: async () => [] },
      { resolve: () => Promise.reject(new Error('ENOTFOUND')) },
    ].map(async options => {
      const expectation = { provider: issuer.rules(), accountId, now: NOW };
      const issuers = issuer.issuers({ allow: [], ...options });
      const error = await verifyToken(issuer.token(), expectation, issuers).catch(
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof ApiError)) throw new Error('the token was not refused');
      return [error.code, error.status, error.message];
    });
    const [first, ...others] = await Promise.all(outcomes);
    expect(first?.[0]).toBe('AuthenticationFail.OIDCToken.IssuerConfigurationBroken');
    for (const other of others) expect(other).toEqual(first);
  });

  it('names the header that is missing when an issuer publishes its documents as something else', async () => {
    issuer.bend = (_path, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('{}');
      return true;
    };
    expect((await refusal(issuer.token())).message).toContain('Content-Type');
  });

  it('says when there is no room to ask, and that trying again makes sense', async () => {
    const full = { fetchJson: () => Promise.reject(new OutboundFailure('busy')) };
    const expectation = { provider: issuer.rules(), accountId, now: NOW };
    const verified = verifyToken(issuer.token(), expectation, new Issuers(full));
    await expect(verified).rejects.toMatchObject({
      code: 'ServiceUnavailable',
      status: 503,
      retryAfter: 1000,
    });
  });

  it('of a token is always a 401, so that no client takes it for something to try again', async () => {
    for (const claims of [{ aud: 'x' }, { exp: 1 }, { iss: 'x' }, {}]) {
      const token = Object.keys(claims).length === 0 ? `${issuer.token()}AAAA` : issuer.token(claims);
      expect((await refusal(token)).status).toBe(401);
    }
  });
});

describe('when an issuer changes its key', () => {
  it('tokens of the new one are accepted as soon as the pause is over, and those of the old one no longer', async () => {
    const issuers = issuer.issuers();
    const old = issuer.token();
    expect(await issuer.judge(old, { issuers })).toBe('accepted');
    const key = newSigningKey('RS256', 'two');
    issuer.keys = [publicJwk(key)];
    const fresh = signToken(key, issuer.claims());
    expect(await issuer.judge(fresh, { issuers })).toBe('InvalidSignature');
    issuer.elapsed = ISSUER_BOUNDS.pause;
    expect(await issuer.judge(fresh, { issuers })).toBe('accepted');
    expect(await issuer.judge(old, { issuers })).toBe('InvalidSignature');
  });

  it('and keeps its name, tokens of the new one are accepted when the old one is no longer fresh', async () => {
    const issuers = issuer.issuers();
    expect(await issuer.judge(issuer.token(), { issuers })).toBe('accepted');
    const key = newSigningKey('RS256', 'one');
    issuer.keys = [publicJwk(key)];
    const fresh = signToken(key, issuer.claims());
    expect(await issuer.judge(fresh, { issuers })).toBe('InvalidSignature');
    issuer.elapsed = ISSUER_BOUNDS.freshFor;
    expect(await issuer.judge(fresh, { issuers })).toBe('accepted');
  });
});
