/** AssumeRoleWithSAML with an identity provider that we did not write: the package samlp, in this process. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSigningKey, type SigningKey } from '../../apps/server/test/saml-keys.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import {
  AUDIENCE,
  attributes,
  callAs,
  exchangeByForm,
  exchangeBySdk,
  type Federation,
  federate,
  RECIPIENT,
} from './federation.ts';

const ISSUER = 'urn:example:samlp';

/** The parts of the package that are used here. */
interface Samlp {
  getSamlResponse(options: object, user: object, done: (error: Error | null, response: string) => void): void;
  metadata(options: object): (request: object, response: object) => void;
}

const require = createRequire(import.meta.url);
const samlp = require('samlp') as Samlp;

let server: ServerProcess;
let key: SigningKey;
let stranger: SigningKey;
let federation: Federation;

beforeAll(async () => {
  [server, key, stranger] = await Promise.all([startServer(), makeSigningKey('rsa'), makeSigningKey('rsa')]);
  federation = await federate(server, metadata());
}, 60_000);

afterAll(() => server?.remove());

function pemOf({ certificate, key: secret }: SigningKey) {
  const lines = certificate.replace(/(.{64})/g, '$1\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: secret.export({ format: 'pem', type: 'pkcs8' }),
  };
}

/** The provider's own metadata, as it serves it. */
function metadata(): string {
  let document = '';
  const response = {
    set: () => response,
    send: (text: string) => {
      document = text;
    },
  };
  const paths = { redirectEndpointPath: '/saml', postEndpointPath: '/saml' };
  samlp.metadata({ issuer: ISSUER, ...pemOf(key), ...paths })(
    { headers: { host: 'idp.example' }, protocol: 'https' },
    response,
  );
  return document;
}

/** A response of the provider for a person whose session is called so. */
function respond(options: object = {}, sessionName = 'alice@corp', signer = key): Promise<string> {
  const claims = { [attributes.role]: [federation.offer], [attributes.sessionName]: sessionName };
  const profileMapper = () => ({
    getClaims: () => claims,
    getNameIdentifier: () => ({ nameIdentifier: 'alice <a&b>' }),
  });
  const settings = {
    issuer: ISSUER,
    audience: AUDIENCE,
    recipient: RECIPIENT,
    destination: RECIPIENT,
    lifetimeInSeconds: 300,
    signatureAlgorithm: 'rsa-sha256',
    digestAlgorithm: 'sha256',
    profileMapper,
    ...pemOf(signer),
    ...options,
  };
  return new Promise((resolve, reject) => {
    samlp.getSamlResponse(settings, {}, (error, response) => {
      if (error === null) resolve(Buffer.from(response).toString('base64'));
      else reject(error);
    });
  });
}

describe('samlp', () => {
  test.each([
    ['an assertion', {}],
    ['a response', { signAssertion: false, signResponse: true }],
    ['both', { signResponse: true }],
    ['an assertion with a prefix of its own', { signatureNamespacePrefix: 'dsig' }],
    ['an assertion of plain attributes', { typedAttributes: false, includeAttributeNameFormat: false }],
  ])('signs %s, which is exchanged for a session', async (_title, options) => {
    const session = await exchangeBySdk(federation, await respond(options));
    expect(session.SAMLAssertionInfo).toMatchObject({ Issuer: ISSUER, Subject: 'alice <a&b>' });
    expect(await callAs(federation, session, 'Ram', 'ListUsers')).toHaveProperty('Users');
  });

  test.each([
    ['with SHA-1', { signatureAlgorithm: 'rsa-sha1' }],
    ['a digest of SHA-1', { digestAlgorithm: 'sha1' }],
    ['nothing', { signAssertion: false }],
    ['for another service', { audience: 'urn:other' }],
    ['for another place', { recipient: 'https://other.example/sso' }],
    ['as another provider', { issuer: 'urn:other' }],
    ['a refusal', { samlStatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }],
  ])('that signs %s lets nobody in', async (_title, options) => {
    const { status, members } = await exchangeByForm(federation, await respond(options));
    expect([status, members.Code]).toEqual([401, 'AuthenticationFail.SAMLAssertion.Invalid']);
  });

  test('of a stranger lets nobody in', async () => {
    const { status } = await exchangeByForm(federation, await respond({}, 'alice@corp', stranger));
    expect(status).toBe(401);
  });

  test('that encrypts is told not to', async () => {
    const { cert } = pemOf(key);
    const encryptionPublicKey = key.key.export({ format: 'pem', type: 'pkcs8' });
    const encrypted = await respond({ encryptionCert: cert, encryptionPublicKey });
    const { members } = await exchangeByForm(federation, encrypted);
    expect(members.Message).toContain('encryption is not supported');
  });
});
