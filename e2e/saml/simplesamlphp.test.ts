/** AssumeRoleWithSAML with SimpleSAMLphp: a person logs on at its pages, and what it posts is exchanged for a session. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { ENTITY_ID, type Provider, startProvider } from './simplesamlphp.ts';

/** Services that the provider knows: this one, as it signs for it in two ways, and others. */
const services = {
  signsAssertions: AUDIENCE,
  signsBoth: 'urn:alibaba:cloudcomputing:international',
  encrypts: 'urn:encrypted',
  other: 'urn:other',
} as const;

let server: ServerProcess;
let provider: Provider;
let federation: Federation;

beforeAll(async () => {
  server = await startServer();
  const { accountId } = server.credentials;
  const offer = `acs:ram::${accountId}:role/dev,acs:ram::${accountId}:saml-provider/corp`;
  const service = {
    AssertionConsumerService: RECIPIENT,
    NameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    'simplesaml.nameidattribute': 'uid',
  };
  const people = {
    alice: {
      uid: ['alice'],
      [attributes.role]: [offer, offer.replace('/dev,', '/ops,')],
      [attributes.sessionName]: ['alice@corp'],
    },
    bob: { uid: ['bob'], [attributes.sessionName]: ['bob@corp'] },
  };
  provider = await startProvider(people, certData => ({
    [services.signsAssertions]: { ...service, 'saml20.sign.response': false },
    [services.signsBoth]: service,
    [services.encrypts]: { ...service, 'assertion.encryption': true, certData },
    [services.other]: service,
  }));
  federation = await federate(server, await provider.metadata());
}, 180_000);

afterAll(async () => {
  await provider?.stop();
  await server?.remove();
});

describe('a person who logs on at SimpleSAMLphp', () => {
  test.each(['signsAssertions', 'signsBoth'] as const)('gets a session, where it %s', async which => {
    const session = await exchangeBySdk(federation, await provider.logOn('alice', services[which]));
    expect(session.SAMLAssertionInfo).toEqual({
      Issuer: ENTITY_ID,
      Recipient: RECIPIENT,
      Subject: 'alice',
      SubjectType: 'persistent',
    });
    expect(await callAs(federation, session, 'Ram', 'ListUsers')).toHaveProperty('Users');
  });

  test('gets one session for one log-on', async () => {
    const response = await provider.logOn('alice', services.signsAssertions);
    expect((await exchangeByForm(federation, response)).status).toBe(200);
    expect((await exchangeByForm(federation, response)).status).toBe(401);
  });

  test.each([
    ['without a role', 'bob', services.signsAssertions, 'it has no attribute'],
    ['for another service', 'alice', services.other, 'its Audience is not this service'],
    ['for a service that it encrypts for', 'alice', services.encrypts, 'encryption is not supported'],
  ])('gets none %s', async (_title, person, service, reason) => {
    const { status, members } = await exchangeByForm(federation, await provider.logOn(person, service));
    expect([status, members.Code]).toEqual([401, 'AuthenticationFail.SAMLAssertion.Invalid']);
    expect(members.Message).toContain(reason);
  });

  test('gets none when a word of the response was changed', async () => {
    const response = Buffer.from(await provider.logOn('alice', services.signsBoth), 'base64').toString();
    for (const [from, to] of [
      ['>alice<', '>admin<'],
      [':role/dev,', ':role/ops,'],
      ['alice@corp', 'admin@corp'],
    ] as const) {
      expect(response).toContain(from);
      const changed = Buffer.from(response.replace(from, to)).toString('base64');
      expect((await exchangeByForm(federation, changed)).status).toBe(401);
    }
  });
});
