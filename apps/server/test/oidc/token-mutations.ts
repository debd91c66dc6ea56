/** Tokens that must not be accepted, each made from one that is (spec: security 1.3, JWT). */
import { createHmac, createPublicKey, sign } from 'node:crypto';
import { newSigningKey, part, publicJwk, type SigningKey, signature, signToken } from './signing.ts';
import { NOW, type TestIssuer } from './test-issuer.ts';

/** One way of bending what is accepted. */
export interface Mutation {
  /** The class, and what is done. */
  readonly name: string;
  /** The code that it is refused with, without what all have in common. */
  readonly code: string;
  token(issuer: TestIssuer): string;
}

const stranger = newSigningKey('RS256', 'one');
const weak = newSigningKey('RS256', 'weak', 1024);
const seconds = NOW / 1000;

function mutation(name: string, code: string, token: (issuer: TestIssuer) => string): Mutation {
  return { name, code, token };
}

/** A token whose header says more or other than the usual. */
function header(name: string, code: string, members: Readonly<Record<string, unknown>>): Mutation {
  return mutation(name, code, issuer => issuer.token({}, members));
}

/** A token whose claims say more or other than the usual, signed by the issuer itself. */
function claims(name: string, code: string, members: Readonly<Record<string, unknown>>): Mutation {
  return mutation(name, code, issuer => issuer.token(members));
}

/** A token of which one part is written anew, and signed by the issuer itself. */
function written(
  name: string,
  code: string,
  write: (usual: string) => string,
  at: 'header' | 'claims',
): Mutation {
  return mutation(name, code, issuer => {
    const usual = { alg: 'RS256', kid: 'one' };
    const head = JSON.stringify(usual);
    const body = JSON.stringify(issuer.claims());
    return at === 'header'
      ? signToken(issuer.key, body, write(head))
      : signToken(issuer.key, write(body), usual);
  });
}

/** A token whose text is bent after it was signed. */
function bent(name: string, code: string, bend: (token: string, issuer: TestIssuer) => string): Mutation {
  return mutation(name, code, issuer => bend(issuer.token(), issuer));
}

function parts(token: string): [string, string, string] {
  const [head = '', body = '', seal = ''] = token.split('.');
  return [head, body, seal];
}

function hmac(issuer: TestIssuer, algorithm: string, secret: string | Buffer): string {
  const input = `${part({ alg: algorithm, kid: 'one', typ: 'JWT' })}.${part(issuer.claims())}`;
  const hash = `sha${algorithm.slice(2)}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}

/** The public key, as a secret that everybody knows. */
function publicPem(key: SigningKey): string {
  return createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' }).toString();
}

/** No signature, or one that anybody can make. */
const algorithmMutations: readonly Mutation[] = [
  ...['none', 'None', 'NONE', 'nOnE', ''].map(alg =>
    mutation(`alg ${JSON.stringify(alg)} without a signature`, 'Invalid', issuer => {
      return `${part({ alg, typ: 'JWT' })}.${part(issuer.claims())}.`;
    }),
  ),
  mutation('alg none with a signature', 'Invalid', issuer => issuer.token({}, { alg: 'none' })),
  ...['HS256', 'HS384', 'HS512'].flatMap(alg => [
    mutation(`${alg} with the public key as PEM`, 'Invalid', issuer =>
      hmac(issuer, alg, publicPem(issuer.key)),
    ),
    mutation(`${alg} with the modulus`, 'Invalid', issuer => {
      return hmac(issuer, alg, Buffer.from(String(publicJwk(issuer.key).n), 'base64url'));
    }),
    mutation(`${alg} with an empty secret`, 'Invalid', issuer => hmac(issuer, alg, '')),
  ]),
  ...['rs256', 'RS1', 'RSA-OAEP', 'dir', 'ES256K', 'constructor', '__proto__'].map(alg =>
    header(`alg ${alg}`, 'Invalid', { alg }),
  ),
  ...[null, 256, ['RS256'], { name: 'RS256' }, true].map(alg =>
    header(`alg that is ${JSON.stringify(alg)}`, 'Invalid', { alg }),
  ),
  mutation('no alg', 'Invalid', issuer => {
    const input = `${part({ kid: 'one' })}.${part(issuer.claims())}`;
    return `${input}.${signature(input, issuer.key)}`;
  }),
  header('another algorithm of the same key', 'InvalidSignature', { alg: 'RS512' }),
  header('an algorithm of another kind of key', 'InvalidSignature', { alg: 'ES256' }),
  mutation('PSS where the key is for PKCS1', 'InvalidSignature', issuer =>
    signToken({ ...issuer.key, algorithm: 'PS256' }, issuer.claims(), { alg: 'PS256' }),
  ),
];

/** Keys that are not the issuer's. */
const keyMutations: readonly Mutation[] = [
  mutation('a stranger’s key under the issuer’s kid', 'InvalidSignature', issuer =>
    signToken(stranger, issuer.claims()),
  ),
  header('an unknown kid', 'InvalidSignature', { kid: 'two' }),
  ...['../../jwks', "one' OR '1'='1", 'one\u0000', 'ONE', ' one'].map(kid =>
    header(`kid ${JSON.stringify(kid)}`, 'InvalidSignature', { kid }),
  ),
  ...[null, 1, ['one'], ''].map(kid => header(`kid that is ${JSON.stringify(kid)}`, 'Invalid', { kid })),
  mutation('its own key in jwk', 'InvalidSignature', issuer =>
    signToken(stranger, issuer.claims(), { jwk: publicJwk(stranger) }),
  ),
  mutation('its own key in jwk and no kid', 'InvalidSignature', issuer =>
    signToken(stranger, issuer.claims(), { jwk: publicJwk(stranger), kid: undefined }),
  ),
  ...['jku', 'x5u'].map(name =>
    mutation(`a place of its own keys in ${name}`, 'InvalidSignature', issuer =>
      signToken(stranger, issuer.claims(), { [name]: 'https://evil.test/jwks' }),
    ),
  ),
  mutation('its own certificate in x5c', 'InvalidSignature', issuer =>
    signToken(stranger, issuer.claims(), { x5c: ['MIIB'], kid: undefined }),
  ),
  mutation('a weak key of a stranger', 'InvalidSignature', issuer => signToken(weak, issuer.claims())),
];

/** Headers that would have the rest read differently. */
const headerMutations: readonly Mutation[] = [
  header('crit of something unknown', 'Invalid', { crit: ['exp'], exp: seconds }),
  header('an empty crit', 'Invalid', { crit: [] }),
  header('b64 false', 'Invalid', { crit: ['b64'], b64: false }),
  header('b64 true', 'Invalid', { b64: true }),
  header('zip', 'Invalid', { zip: 'DEF' }),
  header('enc', 'Invalid', { enc: 'A128GCM' }),
  header('a token in a token', 'Invalid', { cty: 'JWT' }),
  header('a logout token', 'Invalid', { typ: 'logout+jwt' }),
  header('a security event', 'Invalid', { typ: 'secevent+jwt' }),
  header('typ that is no text', 'Invalid', { typ: 1 }),
  written('a name twice in the header', 'Invalid', head => `{"alg":"none",${head.slice(1)}`, 'header'),
  written('a header that is a list', 'Invalid', head => `[${head}]`, 'header'),
  written('a header that is no JSON', 'Invalid', head => head.slice(0, -1), 'header'),
  written('a header with a comment', 'Invalid', head => `${head}/**/`, 'header'),
  written('a header that begins with a byte order mark', 'Invalid', head => `\ufeff${head}`, 'header'),
];

/** What an issuer says of somebody else, or of another time. */
const claimMutations: readonly Mutation[] = [
  claims('another issuer', 'IssuerNotMatch', { iss: 'https://evil.test' }),
  mutation('the issuer with a slash', 'IssuerNotMatch', issuer => issuer.token({ iss: `${issuer.url}/` })),
  mutation('the issuer in capitals', 'IssuerNotMatch', issuer =>
    issuer.token({ iss: issuer.url.toUpperCase() }),
  ),
  ...[null, undefined, '', 1, ['https://idp.test']].map(iss =>
    claims(`iss that is ${JSON.stringify(iss)}`, 'Invalid', { iss }),
  ),
  claims('another audience', 'AudienceNotMatch', { aud: 'other' }),
  claims('other audiences', 'AudienceNotMatch', { aud: ['other', 'sts.aliyuncs.com.evil'] }),
  claims('an audience in capitals', 'AudienceNotMatch', { aud: 'STS.aliyuncs.com' }),
  claims('audiences in one text', 'AudienceNotMatch', { aud: 'sts.aliyuncs.com,second' }),
  ...[null, undefined, '', [], [''], 1, ['sts.aliyuncs.com', 1], { 0: 'sts.aliyuncs.com' }].map(aud =>
    claims(`aud that is ${JSON.stringify(aud)}`, 'Invalid', { aud }),
  ),
  claims('expired', 'Expired', { exp: seconds - 1 }),
  claims('expired this very second', 'Expired', { exp: seconds }),
  ...[null, undefined, '', String(seconds + 600), -1, 1e15, [seconds + 600]].map(exp =>
    claims(`exp that is ${JSON.stringify(exp)}`, 'Invalid', { exp }),
  ),
  claims('early', 'Invalid', { nbf: seconds + 61 }),
  ...[null, '', String(seconds), {}].map(nbf =>
    claims(`nbf that is ${JSON.stringify(nbf)}`, 'Invalid', { nbf }),
  ),
  claims('issued too long ago', 'Expired', { iat: seconds - 12 * 3600 - 1 }),
  claims('issued in the future', 'Invalid', { iat: seconds + 61 }),
  ...[null, undefined, '', String(seconds), 1e15].map(iat =>
    claims(`iat that is ${JSON.stringify(iat)}`, 'Invalid', { iat }),
  ),
  ...[null, undefined, '', 1, ['a']].map(sub =>
    claims(`sub that is ${JSON.stringify(sub)}`, 'Invalid', { sub }),
  ),
  claims('the events of a logout token', 'Invalid', {
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  }),
  ...['iss', 'sub', 'aud', 'exp', 'iat'].map(name =>
    written(`${name} twice`, 'Invalid', body => `{"${name}":1,${body.slice(1)}`, 'claims'),
  ),
  written('a claim twice, once escaped', 'Invalid', body => `{"\\u0073ub":"root",${body.slice(1)}`, 'claims'),
  written('claims in a list', 'Invalid', body => `[${body}]`, 'claims'),
  written('claims that are no JSON', 'Invalid', body => body.slice(0, -1), 'claims'),
  written('claims that are a text', 'Invalid', body => JSON.stringify(body), 'claims'),
  written(
    'claims deep in one another',
    'Invalid',
    () => `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`,
    'claims',
  ),
  written('exp beyond numbers', 'Invalid', body => body.replace(/"exp":\d+/, '"exp":1e999'), 'claims'),
  mutation('claims that are not UTF-8', 'Invalid', issuer => {
    const body = Buffer.from(JSON.stringify(issuer.claims({ sub: 'x' })));
    body[body.indexOf('"sub":"x') + '"sub":"'.length] = 0xff;
    const input = `${part({ alg: 'RS256', kid: 'one' })}.${body.toString('base64url')}`;
    return `${input}.${signature(input, issuer.key)}`;
  }),
];

/** Texts that are bent after the issuer signed them. */
const textMutations: readonly Mutation[] = [
  bent('another payload', 'InvalidSignature', (token, issuer) => {
    const [head, , seal] = parts(token);
    return `${head}.${part(issuer.claims({ sub: 'system:serviceaccount:kube-system:admin' }))}.${seal}`;
  }),
  bent('another header', 'InvalidSignature', token => {
    const [, body, seal] = parts(token);
    return `${part({ kid: 'one', typ: 'JWT', alg: 'RS256' })}.${body}.${seal}`;
  }),
  bent('one bit of the signature', 'InvalidSignature', token => {
    const [head, body, seal] = parts(token);
    const bytes = Buffer.from(seal, 'base64url');
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    return `${head}.${body}.${bytes.toString('base64url')}`;
  }),
  bent('a shorter signature', 'InvalidSignature', token => {
    const [head, body, seal] = parts(token);
    return `${head}.${body}.${seal.slice(0, 336)}`;
  }),
  bent('a longer signature', 'InvalidSignature', token => {
    const [head, body, seal] = parts(token);
    return `${head}.${body}.${Buffer.concat([Buffer.from(seal, 'base64url'), Buffer.alloc(8)]).toString('base64url')}`;
  }),
  bent('a signature of zeroes', 'InvalidSignature', token => {
    const [head, body] = parts(token);
    return `${head}.${body}.${Buffer.alloc(256).toString('base64url')}`;
  }),
  bent('the signature of another token', 'InvalidSignature', (token, issuer) => {
    const [head, body] = parts(token);
    return `${head}.${body}.${parts(issuer.token({ sub: 'another' }))[2]}`;
  }),
  bent('no signature', 'Invalid', token => token.slice(0, token.lastIndexOf('.') + 1)),
  bent('two segments', 'Invalid', token => token.slice(0, token.lastIndexOf('.'))),
  bent('one segment', 'Invalid', token => parts(token)[0]),
  bent('four segments', 'Invalid', token => `${token}.AAAA`),
  bent('five segments, as encrypted tokens have', 'Invalid', token => `${token}.AAAA.AAAA`),
  bent('an empty segment in front', 'Invalid', token => `.${token}`),
  bent('padded base64', 'Invalid', token => {
    return parts(token)
      .map(text => text + '='.repeat((4 - (text.length % 4)) % 4))
      .join('.');
  }),
  bent('padding behind the signature', 'Invalid', token => `${token}==`),
  bent('a line break inside', 'Invalid', token => `${token.slice(0, 40)}\n${token.slice(40)}`),
  bent('a space inside', 'Invalid', token => token.replace('.', '. ')),
  bent('stray bits behind the last byte', 'Invalid', token => {
    const [head, body, seal] = parts(token);
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const stray = last.charAt(last.indexOf(seal.slice(-1)) ^ 1);
    return `${head}.${body}.${seal.slice(0, -1)}${stray}`;
  }),
  bent('a Bearer scheme in front', 'Invalid', token => `Bearer ${token}`),
  bent('the JSON form of a signature', 'Invalid', token => {
    const [head, body, seal] = parts(token);
    return JSON.stringify({ payload: body, protected: head, signature: seal });
  }),
  bent('base64 around the token', 'Invalid', token => part(token)),
  bent('nothing', 'Invalid', () => '....'),
  bent('something huge', 'Invalid', () => 'A'.repeat(20_000)),
  bent('huge segments', 'Invalid', () => `${'A'.repeat(6000)}.${'A'.repeat(6000)}.${'A'.repeat(6000)}`),
  bent('a signature in the form of ASN.1 text', 'InvalidSignature', (token, issuer) => {
    const [head, body] = parts(token);
    return `${head}.${body}.${sign('sha512', Buffer.from(`${head}.${body}`), issuer.key.privateKey).toString('base64url')}`;
  }),
];

/** Every bent token, by what is bent. */
export const tokenMutations: Readonly<Record<string, readonly Mutation[]>> = {
  algorithm: algorithmMutations,
  key: keyMutations,
  header: headerMutations,
  claim: claimMutations,
  text: textMutations,
};
