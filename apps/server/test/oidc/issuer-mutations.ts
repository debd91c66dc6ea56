/** Issuers whose tokens must not be accepted, though their signatures are right (spec: security 1.3, Q23). */
import type { ServerResponse } from 'node:http';
import type { TokenRules } from '../../src/areas/sts/oidc/verify-token.ts';
import type { OutboundOptions } from '../../src/outbound/index.ts';
import { newSigningKey, publicJwk, type SigningKey, signToken } from './signing.ts';
import { type Bend, sendJson, type TestIssuer } from './test-issuer.ts';

/** What differs from an issuer whose token is accepted. */
export interface Scene {
  readonly rules?: Partial<TokenRules>;
  readonly outbound?: Partial<OutboundOptions>;
  /** When the token differs too. */
  readonly token?: string;
}

/** One way of bending an issuer, or the way to it. */
export interface IssuerMutation {
  readonly name: string;
  readonly code: string;
  /** Connections that may be made; undefined for any number. */
  readonly connections?: number;
  bend(issuer: TestIssuer): Scene | undefined;
}

const DISCOVERY = '/.well-known/openid-configuration';
const JWKS = '/jwks';
const broken = 'IssuerConfigurationBroken';
const impatient = { bounds: { timeLimit: 150 } };

function configuration(
  name: string,
  code: string,
  members: Readonly<Record<string, unknown>>,
): IssuerMutation {
  return {
    name: `a discovery document with ${name}`,
    code,
    bend(issuer) {
      issuer.configuration = members;
      return undefined;
    },
  };
}

/** One of the two documents, answered otherwise. */
function answer(
  name: string,
  respond: (response: ServerResponse, issuer: TestIssuer) => unknown,
  outbound: Partial<OutboundOptions> = {},
): IssuerMutation[] {
  return [DISCOVERY, JWKS].map(document => ({
    name: `${document === JWKS ? 'a key set' : 'a discovery document'} that ${name}`,
    code: broken,
    bend(issuer) {
      const bend: Bend = (path, response) => {
        if (path !== document) return undefined;
        respond(response, issuer);
        return true;
      };
      issuer.bend = bend;
      return { outbound };
    },
  }));
}

/** A key set that holds something else. */
function keySet(name: string, code: string, keys: (issuer: TestIssuer) => unknown): IssuerMutation {
  return {
    name: `a key set with ${name}`,
    code,
    bend(issuer) {
      issuer.keys = keys(issuer);
      return undefined;
    },
  };
}

/** A token that is signed with a key that must not be used, although the issuer publishes it. */
function unusableKey(
  name: string,
  key: SigningKey,
  bend: Readonly<Record<string, unknown>> = {},
): IssuerMutation {
  return {
    name: `a published key that ${name}`,
    code: 'InvalidSignature',
    bend(issuer) {
      issuer.keys = [publicJwk(issuer.key), { ...publicJwk(key), ...bend }];
      return { token: signToken(key, issuer.claims()) };
    },
  };
}

/** Names that lead where nobody opened anything. */
function address(found: string): IssuerMutation {
  return {
    name: `a host that leads to ${found}`,
    code: broken,
    connections: 0,
    bend: () => ({ outbound: { allow: [], resolve: async () => [found] } }),
  };
}

const weak = newSigningKey('RS256', 'weak', 1024);
const curve = newSigningKey('ES256', 'curve');
const other = newSigningKey('RS256', 'other');

/** Every bent issuer. */
export const issuerMutations: readonly IssuerMutation[] = [
  configuration('the name of another issuer', broken, { issuer: 'https://evil.test' }),
  configuration('a slash behind the issuer', broken, { issuer: 'https://idp.test/' }),
  ...[undefined, null, '', 1, ['https://idp.test']].map(issuer =>
    configuration(`the issuer ${JSON.stringify(issuer)}`, broken, { issuer }),
  ),
  ...[
    undefined,
    null,
    '',
    1,
    'jwks',
    '/jwks',
    'http://idp.test/jwks',
    'https://u:p@idp.test/jwks',
    'file:///etc',
  ].map(uri => configuration(`the key set at ${JSON.stringify(uri)}`, broken, { jwks_uri: uri })),
  ...[
    'https://10.0.0.1/jwks',
    'https://169.254.169.254/jwks',
    'https://[::1]/jwks',
    'https://0x7f000001/jwks',
  ].map(uri => configuration(`the key set inside, at ${uri}`, broken, { jwks_uri: uri })),
  ...answer('redirects', (response, issuer) => {
    response.writeHead(302, { location: `${issuer.url}/elsewhere` }).end();
  }),
  ...answer('redirects for good', response =>
    response.writeHead(301, { location: 'http://127.0.0.1/' }).end(),
  ),
  ...answer('is not there', response => response.writeHead(404).end()),
  ...answer('failed', response => response.writeHead(500, { 'content-type': 'application/json' }).end('{}')),
  ...answer('is a page', response => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')),
  ...answer('is not JSON', response =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{'),
  ),
  ...answer('is empty', response => response.writeHead(200, { 'content-type': 'application/json' }).end()),
  ...answer('is null', response => sendJson(response, null)),
  ...answer('is a list', response => sendJson(response, [])),
  ...answer('is huge', response => sendJson(response, 'x'.repeat(1_048_577))),
  ...answer('never comes', () => {}, impatient),
  ...answer(
    'stops in the middle',
    response => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"issuer":');
    },
    impatient,
  ),
  ...answer('is cut off', response => response.destroy()),
  keySet('no keys', 'InvalidSignature', () => []),
  keySet('keys that are no list', broken, issuer => publicJwk(issuer.key)),
  keySet('keys that are no objects', 'InvalidSignature', () => [null, 'key', 1, []]),
  keySet('more keys than anybody needs', broken, issuer =>
    Array.from({ length: 101 }, () => publicJwk(issuer.key)),
  ),
  keySet('a key for encryption', 'InvalidSignature', issuer => [{ ...publicJwk(issuer.key), use: 'enc' }]),
  keySet('a key that must not verify', 'InvalidSignature', issuer => [
    { ...publicJwk(issuer.key), key_ops: ['encrypt'] },
  ]),
  keySet('a key for another algorithm', 'InvalidSignature', issuer => [
    { ...publicJwk(issuer.key), alg: 'RS512' },
  ]),
  keySet('another key of the same name', 'InvalidSignature', () => [{ ...publicJwk(other), kid: 'one' }]),
  keySet('a secret of the same name', 'InvalidSignature', () => [
    { kty: 'oct', kid: 'one', k: 'c2VjcmV0', alg: 'RS256', use: 'sig' },
  ]),
  keySet('a key of another kind by the same name', 'InvalidSignature', () => [
    { ...publicJwk(curve), kid: 'one' },
  ]),
  keySet('a key without its modulus', 'InvalidSignature', issuer => [
    { ...publicJwk(issuer.key), n: undefined },
  ]),
  keySet('a key whose modulus is no text', 'InvalidSignature', issuer => [
    { ...publicJwk(issuer.key), n: 1 },
  ]),
  unusableKey('is weak', weak),
  unusableKey('is weak, padded with zeroes', weak, {
    n: Buffer.concat([Buffer.alloc(128), Buffer.from(String(publicJwk(weak).n), 'base64url')]).toString(
      'base64url',
    ),
  }),
  unusableKey('has the exponent one', other, { e: 'AQ' }),
  unusableKey('has an even exponent', other, { e: 'AQAA' }),
  unusableKey('has a huge exponent', other, { e: Buffer.alloc(256, 0xff).toString('base64url') }),
  unusableKey('has a huge modulus', other, { n: Buffer.alloc(2048, 0xff).toString('base64url') }),
  unusableKey('is off its curve', curve, { y: publicJwk(curve).x }),
  unusableKey('is of another curve', curve, { crv: 'P-384' }),
  unusableKey('is of an unknown curve', curve, { crv: 'secp256k1' }),
  ...[
    '10.0.0.1',
    '127.0.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '::1',
    'fd00::1',
    'fe80::1',
  ].map(address),
  ...['::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::1', '0.0.0.0', '224.0.0.1', '100.64.0.1'].map(
    address,
  ),
  {
    name: 'a host that leads elsewhere when it is looked up again',
    code: broken,
    connections: 1,
    bend() {
      const answers = ['127.0.0.1', '169.254.169.254'];
      return { outbound: { resolve: async () => answers.splice(0, 1) } };
    },
  },
  {
    name: 'a host that is not known',
    code: broken,
    connections: 0,
    bend: () => ({ outbound: { resolve: () => Promise.reject(new Error('ENOTFOUND')) } }),
  },
  {
    name: 'an authority that is not trusted',
    code: 'HttpsUrlInvalid',
    bend: () => ({ outbound: { authorities: [] } }),
  },
  {
    name: 'a certificate of another name',
    code: 'HttpsUrlInvalid',
    bend(issuer) {
      const issuerUrl = `https://unnamed.test:${issuer.port}`;
      issuer.configuration = { issuer: issuerUrl };
      return {
        rules: { issuerUrl },
        token: issuer.token({ iss: issuerUrl }),
        outbound: { allow: [{ kind: 'host', host: 'unnamed.test' }] },
      };
    },
  },
  {
    name: 'the fingerprint of another authority',
    code: 'PublicKeyFingerprintMismatch',
    bend: () => ({ rules: { fingerprints: ['00'.repeat(20)] } }),
  },
  {
    name: 'half of the right fingerprint',
    code: 'PublicKeyFingerprintMismatch',
    bend: issuer => ({ rules: { fingerprints: [issuer.authority.fingerprint.slice(0, 20)] } }),
  },
  {
    name: 'an issuer that an account has registered otherwise',
    code: 'IssuerNotMatch',
    connections: 0,
    bend: () => ({ rules: { issuerUrl: 'https://idp.test' } }),
  },
  {
    name: 'no audience that is accepted',
    code: 'AudienceNotMatch',
    connections: 0,
    bend: () => ({ rules: { clientIds: [] } }),
  },
];
