/** AssumeRoleWithSAML against a running server: from the assertion of a provider to signed calls of a role. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ISSUER, type ResponseParts, responseXml } from '../../apps/server/test/saml-idp.ts';
import { makeSigningKey, type SigningKey } from '../../apps/server/test/saml-keys.ts';
import { outcomeOf } from '../doors/door.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import {
  callAs,
  exchangeByForm,
  exchangeBySdk,
  type Federation,
  federate,
  metadataOf,
  RECIPIENT,
  type SamlSession,
  trustIn,
} from './federation.ts';

let server: ServerProcess;
let key: SigningKey;
let federation: Federation;

beforeAll(async () => {
  [server, key] = await Promise.all([startServer(), makeSigningKey('rsa')]);
  federation = await federate(server, metadataOf(ISSUER, key.certificate));
}, 60_000);

afterAll(() => server?.remove());

/** A response as the provider would post it; each is another one. */
function assertion(parts: Partial<ResponseParts> = {}): string {
  const response = responseXml({
    now: Date.now(),
    id: `_${randomUUID()}`,
    roles: [federation.offer],
    ...parts,
    signing: { key, ...parts.signing },
  });
  return Buffer.from(response).toString('base64');
}

const code = async (text: string, more: Readonly<Record<string, string>> = {}) => {
  const { status, members } = await exchangeByForm(federation, text, more);
  return [status, members.Code ?? 'accepted'];
};
const invalid = [401, 'AuthenticationFail.SAMLAssertion.Invalid'];

describe('the assertion of a provider', () => {
  test('is exchanged for a session by the official SDK, whose calls are then allowed what the role is', async () => {
    const session = await exchangeBySdk(federation, assertion(), { durationSeconds: 900 });
    expect(session.AssumedRoleUser.Arn).toBe(`${federation.roleArn}/alice@corp`);
    expect(session.SAMLAssertionInfo).toEqual({
      Issuer: ISSUER,
      Recipient: RECIPIENT,
      Subject: 'alice',
      SubjectType: 'persistent',
    });
    const left = Date.parse(session.Credentials.Expiration) - Date.now();
    expect(left).toBeGreaterThan(800_000);
    expect(left).toBeLessThanOrEqual(900_000);
    expect(await callAs(federation, session, 'Ram', 'ListUsers')).toHaveProperty('Users');
    expect(await outcomeOf(callAs(federation, session, 'Ram', 'CreateUser', { UserName: 'x' }))).toBe(
      'NoPermission',
    );
    expect(await callAs(federation, session, 'Sts', 'GetCallerIdentity')).toMatchObject({
      Arn: `acs:ram::${federation.accountId}:assumed-role/dev/alice@corp`,
      IdentityType: 'AssumedRoleUser',
    });
  });

  test('is exchanged by a form too, for an hour where nothing is asked', async () => {
    const { status, members } = await exchangeByForm(federation, assertion());
    expect(status).toBe(200);
    const session = members as unknown as SamlSession;
    expect(Date.parse(session.Credentials.Expiration) - Date.now()).toBeGreaterThan(3_500_000);
    expect(await callAs(federation, session, 'Ram', 'ListUsers')).toHaveProperty('Users');
  });

  test('is taken when it is as long as it may be, in the query of the SDK as well', async () => {
    const long = assertion({ rest: `<x>${'x'.repeat(70_000)}</x>` });
    expect(long.length).toBeGreaterThan(95_000);
    expect(long.length).toBeLessThanOrEqual(100_000);
    expect(await exchangeBySdk(federation, long)).toHaveProperty('Credentials');
  });

  test('is taken once by twenty callers at the same moment', async () => {
    const once = assertion();
    const codes = await Promise.all(Array.from({ length: 20 }, () => code(once)));
    expect(codes.filter(([status]) => status === 200)).toHaveLength(1);
    expect(codes.filter(([status]) => status === 401)).toHaveLength(19);
  });

  test('is not spent by a call that is refused', async () => {
    const once = assertion();
    expect(await code(once, { DurationSeconds: '43200' })).toEqual([400, 'InvalidParameter.DurationSeconds']);
    expect(await code(once, { Policy: '{}' })).toEqual([400, 'InvalidParameter.PolicyGrammar']);
    expect(await code(once)).toEqual([200, 'accepted']);
  });

  test('is narrowed by a session policy, and never widened', async () => {
    const policy = (action: string) =>
      JSON.stringify({ Version: '1', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
    const narrow = await exchangeBySdk(federation, assertion(), { policy: policy('ram:GetUser') });
    expect(await outcomeOf(callAs(federation, narrow, 'Ram', 'ListUsers'))).toBe('NoPermission');
    const wide = await exchangeBySdk(federation, assertion(), { policy: policy('*') });
    expect(await outcomeOf(callAs(federation, wide, 'Ram', 'CreateUser', { UserName: 'x' }))).toBe(
      'NoPermission',
    );
  });

  test('gives no session beyond the end of the one at the provider', async () => {
    const end = Date.now() + 600_000;
    const authnStatement = `<saml:AuthnStatement SessionNotOnOrAfter="${new Date(end).toISOString()}"></saml:AuthnStatement>`;
    const session = await exchangeBySdk(federation, assertion({ authnStatement }));
    expect(Date.parse(session.Credentials.Expiration)).toBeLessThanOrEqual(end);
  });
});

describe('nobody gets a session', () => {
  test.each<[string, () => string, string]>([
    ['without a signature', () => assertion({ signs: [] }), 'AuthenticationFail.SAMLAssertion.Invalid'],
    ['by text', () => 'AAAA', 'AuthenticationFail.SAMLAssertion.Invalid'],
    [
      'by an assertion that was issued an hour ago',
      () => assertion({ now: Date.now() - 3_600_000 }),
      'AuthenticationFail.SAMLAssertion.Expired',
    ],
    [
      'by an assertion that offers another role',
      () => assertion({ roles: [federation.offer.replace('/dev,', '/ops,')] }),
      'AuthenticationFail.SAMLAssertion.Invalid',
    ],
    [
      'by an assertion that offers the role through another provider',
      () => assertion({ roles: [`${federation.offer}2`] }),
      'AuthenticationFail.SAMLAssertion.Invalid',
    ],
  ])('%s', async (_title, make, expected) => {
    expect(await code(make())).toEqual([401, expected]);
  });

  test('by an assertion of a provider that the role does not trust any more', async () => {
    const { call, providerArn } = federation;
    const trusting = (recipient: string) =>
      call('Ram', 'UpdateRole', {
        RoleName: 'dev',
        NewAssumeRolePolicyDocument: trustIn(providerArn, recipient),
      });
    await trusting('https://other.example/sso');
    expect(await code(assertion())).toEqual([403, 'NoPermission']);
    await trusting(RECIPIENT);
    expect(await code(assertion())).toEqual([200, 'accepted']);
  });

  test('by an assertion that was used through another provider with the same metadata', async () => {
    const { call, accountId, roleArn, providerArn, offer } = federation;
    const SAMLProviderArn = `acs:ram::${accountId}:saml-provider/twin`;
    await call('Ims', 'CreateSAMLProvider', {
      SAMLProviderName: 'twin',
      EncodedSAMLMetadataDocument: Buffer.from(metadataOf(ISSUER, key.certificate)).toString('base64'),
    });
    const trust = JSON.parse(trustIn(providerArn, RECIPIENT));
    trust.Statement[0].Principal.Federated.push(SAMLProviderArn);
    const document = (policy: unknown) => ({
      RoleName: 'dev',
      NewAssumeRolePolicyDocument: JSON.stringify(policy),
    });
    await call('Ram', 'UpdateRole', document(trust));
    const roles = [offer, `${roleArn},${SAMLProviderArn}`];
    const used = assertion({ roles });
    expect(await code(used)).toEqual([200, 'accepted']);
    expect(await code(used, { SAMLProviderArn })).toEqual(invalid);
    expect(await code(assertion({ roles }), { SAMLProviderArn })).toEqual([200, 'accepted']);
    await call('Ram', 'UpdateRole', document(JSON.parse(trustIn(providerArn, RECIPIENT))));
  });

  test('by an assertion that is older than its provider', async () => {
    expect(await code(assertion({ now: Date.now() - 200_000 }))).toEqual([
      401,
      'AuthenticationFail.SAMLAssertion.Expired',
    ]);
  });

  test('that would be over before it is used, or longer than the role allows', async () => {
    const endingIn = (milliseconds: number) =>
      assertion({
        authnStatement: `<saml:AuthnStatement SessionNotOnOrAfter="${new Date(Date.now() + milliseconds).toISOString()}"></saml:AuthnStatement>`,
      });
    expect(await code(endingIn(900))).toEqual([401, 'AuthenticationFail.SAMLAssertion.Expired']);
    expect(await code(endingIn(600_000), { DurationSeconds: '43200' })).toEqual([
      400,
      'InvalidParameter.DurationSeconds',
    ]);
  });

  test('of a role that is not there, or through a provider that is not', async () => {
    const { accountId, offer } = federation;
    const gone = { RoleArn: `acs:ram::${accountId}:role/gone` };
    const offering = assertion({ roles: [offer.replace('/dev,', '/gone,')] });
    expect(await code(offering, gone)).toEqual([404, 'EntityNotExist.RoleArn']);
    for (const account of [accountId, '9999999999999999']) {
      const SAMLProviderArn = `acs:ram::${account}:saml-provider/other`;
      expect(await code(assertion(), { SAMLProviderArn })).toEqual([404, 'EntityNotExist.SAMLProvider']);
    }
  });

  test('of a role of another account', async () => {
    const RoleArn = 'acs:ram::9999999999999999:role/dev';
    const roles = [`${RoleArn},${federation.providerArn}`];
    expect(await code(assertion({ roles }), { RoleArn })).toEqual([403, 'NoPermission']);
  });

  test('through a provider without metadata', async () => {
    await federation.call('Ims', 'CreateSAMLProvider', { SAMLProviderName: 'bare' });
    const SAMLProviderArn = `acs:ram::${federation.accountId}:saml-provider/bare`;
    expect(await code(assertion(), { SAMLProviderArn })).toEqual([
      401,
      'AuthenticationFail.IDPMetadata.Invalid',
    ]);
  });

  test.each([
    ['SAMLProviderArn', 'MissingParameter.SAMLProviderArn'],
    ['RoleArn', 'MissingParameter.RoleArn'],
    ['SAMLAssertion', 'MissingParameter.SAMLAssertion'],
  ])('without %s', async (parameter, expected) => {
    expect(await code(assertion(), { [parameter]: '' })).toEqual([400, expected]);
  });

  test('by a key that the provider does not sign with any more', async () => {
    const other = await makeSigningKey('rsa');
    await federation.register(metadataOf(ISSUER, other.certificate));
    expect(await code(assertion())).toEqual(invalid);
    expect(await code(assertion({ signing: { key: other } }))).toEqual([200, 'accepted']);
    await federation.register(metadataOf(ISSUER, key.certificate));
  });

  test('through a provider that was deleted and made again, whose sessions are over', async () => {
    const before = await exchangeBySdk(federation, assertion());
    await federation.call('Ims', 'DeleteSAMLProvider', { SAMLProviderName: 'corp' });
    expect(await code(assertion())).toEqual([404, 'EntityNotExist.SAMLProvider']);
    expect(await outcomeOf(callAs(federation, before, 'Ram', 'ListUsers'))).not.toBe('accepted');
    await federation.call('Ims', 'CreateSAMLProvider', {
      SAMLProviderName: 'corp',
      EncodedSAMLMetadataDocument: Buffer.from(metadataOf(ISSUER, key.certificate)).toString('base64'),
    });
    expect(await code(assertion())).toEqual([200, 'accepted']);
    expect(await outcomeOf(callAs(federation, before, 'Ram', 'ListUsers'))).not.toBe('accepted');
  });
});

describe('the metadata of this server', () => {
  const pageOf = (at: ServerProcess, init?: RequestInit) =>
    fetch(`http://${at.host}/saml-role/sp-metadata.xml`, init);

  test('is not there until it knows where it is, so that nobody takes its assertions elsewhere', async () => {
    const reply = await pageOf(server);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain('WARDENRY_PUBLIC_URL');
  });

  test('names it as providers know it already, at its own place', async () => {
    const placed = await startServer({ env: { WARDENRY_SAML_CONSUMER_URL: 'https://iam.example.com/acs' } });
    onTestFinished(() => placed.remove());
    const reply = await pageOf(placed);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      200,
      'application/samlmetadata+xml;charset=utf-8',
    ]);
    const document = await reply.text();
    expect(document).toContain('entityID="urn:alibaba:cloudcomputing"');
    expect(document).toContain('Location="https://iam.example.com/acs"');
    expect((await pageOf(placed, { method: 'POST' })).status).toBe(405);
  });
});

describe('an assertion that was used', () => {
  test('is not taken again after the server was killed', async () => {
    const first = await startServer();
    const own = await federate(first, metadataOf(ISSUER, key.certificate));
    const used = assertion({ roles: [own.offer] });
    expect((await exchangeByForm(own, used)).status).toBe(200);
    await first.stop('SIGKILL');
    const { dataDir, credentials } = first;
    const second = await startServer({ dataDir, credentials });
    onTestFinished(second.remove);
    const restarted: Federation = { ...own, address: { protocol: 'http', host: second.host } };
    expect((await exchangeByForm(restarted, used)).status).toBe(401);
    expect((await exchangeByForm(restarted, assertion({ roles: [own.offer] }))).status).toBe(200);
  });
});
