/** AssumeRoleWithOIDC against a running server: from the token of a real provider to signed calls of a role. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ServerInProcess, startInProcess } from '../../apps/server/test/contract/server.ts';
import { RealProvider, workload } from '../../apps/server/test/oidc/real-provider.ts';
import { newSigningKey, part, signToken } from '../../apps/server/test/oidc/signing.ts';
import { Refusal } from '../doors/door.ts';
import {
  callAs,
  exchangeByForm,
  exchangeBySdk,
  type Federation,
  federate,
  type OidcSession,
  usualTrust,
} from './federation.ts';

const folder = mkdtempSync(join(tmpdir(), 'wardenry-oidc-'));
let provider: RealProvider;
let server: ServerInProcess;
let federation: Federation;

beforeAll(async () => {
  provider = await RealProvider.start();
  const authorities = join(folder, 'ca.pem');
  writeFileSync(authorities, provider.authority.pem);
  server = await startInProcess({
    WARDENRY_OUTBOUND_ALLOW: 'localhost',
    WARDENRY_EXTRA_CA_FILE: authorities,
  });
  federation = await federate({ protocol: 'http', host: server.host }, server.accounts[0], provider);
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await federation.trust(usualTrust(provider));
});

/** What the exchange of a token is refused with. */
async function refusal(
  token: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ status: number; code: unknown; message: unknown; requestId: string }> {
  const { status, members } = await exchangeByForm(federation, token, more);
  return { status, code: members.Code, message: members.Message, requestId: String(members.RequestId) };
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'allowed';
}

describe('a workload with a token of its provider', () => {
  test('exchanges it by the official SDK for a session that calls as the role, within its policies', async () => {
    const session = await exchangeBySdk(federation, await provider.token());
    const { accountId } = federation;
    expect(session.AssumedRoleUser.Arn).toBe(`acs:ram::${accountId}:role/deployer/build-17`);
    expect(session.OIDCTokenInfo).toEqual({
      Issuer: provider.issuer,
      Subject: workload,
      ClientIds: 'sts.aliyuncs.com',
      IssuanceTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      ExpirationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      VerificationInfo: 'Success',
    });
    const identity = await callAs(federation, session, 'Sts', 'GetCallerIdentity');
    expect(identity).toMatchObject({
      AccountId: accountId,
      IdentityType: 'AssumedRoleUser',
      Arn: `acs:ram::${accountId}:assumed-role/deployer/build-17`,
    });
    expect(await codeOf(callAs(federation, session, 'Ram', 'ListUsers'))).toBe('allowed');
    expect(await codeOf(callAs(federation, session, 'Ram', 'ListGroups'))).toBe('NoPermission');
  });

  test('exchanges it by a form, as it stands in a file', async () => {
    const { status, members } = await exchangeByForm(federation, `${await provider.token()}\n`, {
      DurationSeconds: '900',
    });
    expect(status).toBe(200);
    const { Credentials } = members as unknown as OidcSession;
    const left = Date.parse(Credentials.Expiration) - Date.now();
    expect(left).toBeGreaterThan(800_000);
    expect(left).toBeLessThanOrEqual(900_000);
    expect(await codeOf(callAs(federation, members as unknown as OidcSession, 'Ram', 'ListUsers'))).toBe(
      'allowed',
    );
  });

  test('may exchange it again, as long as it has not expired', async () => {
    const token = await provider.token();
    const [first, second] = [await exchangeBySdk(federation, token), await exchangeBySdk(federation, token)];
    expect(first.Credentials.AccessKeyId).not.toBe(second.Credentials.AccessKeyId);
  });

  test('may narrow its session', async () => {
    const nothing = {
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: 'ram:ListGroups', Resource: '*' }],
    };
    const session = await exchangeBySdk(federation, await provider.token(), {
      policy: JSON.stringify(nothing),
    });
    expect(await codeOf(callAs(federation, session, 'Ram', 'ListUsers'))).toBe('NoPermission');
    expect(await codeOf(callAs(federation, session, 'Ram', 'ListGroups'))).toBe('NoPermission');
  });

  test('leaves its token nowhere in the database, and a record of who vouched for it', async () => {
    const token = await provider.token();
    const { members } = await exchangeByForm(federation, token);
    const [entry] = server.database.journalOf(String(members.RequestId));
    expect(entry?.accountId).toBe(federation.accountId);
    expect(JSON.stringify(entry?.record)).toContain('oidc-provider/ci');
    expect(server.database.holds(token)).toBe(false);
    expect(server.database.holds(token.slice(token.lastIndexOf('.')))).toBe(false);
  });
});

describe('the trust policy of the role', () => {
  const denied = { status: 401, code: 'AuthenticationFail.NoPermission', message: 'There is no permission' };

  test.each([
    ['another subject', { 'oidc:sub': 'another' }],
    ['another audience', { 'oidc:aud': 'another' }],
    ['another issuer', { 'oidc:iss': 'https://localhost' }],
  ])('refuses %s', async (_what, condition) => {
    await federation.trust({ StringEquals: condition });
    expect(await refusal(await provider.token())).toMatchObject(denied);
  });

  test('may trust subjects by a pattern', async () => {
    await federation.trust({ StringLike: { 'oidc:sub': `${workload.slice(0, 1)}*` } });
    expect(await codeOf(exchangeBySdk(federation, await provider.token()))).toBe('allowed');
    await federation.trust({ StringLike: { 'oidc:sub': 'system:*' } });
    expect(await refusal(await provider.token())).toMatchObject(denied);
  });

  test('does not trust a provider of another account, nor of another name', async () => {
    const [, stranger] = server.accounts;
    const roleArn = `acs:ram::${stranger.accountId}:role/deployer`;
    expect(await refusal(await provider.token(), { RoleArn: roleArn })).toMatchObject(denied);
    await federation.call('Ims', 'DeleteOIDCProvider', { OIDCProviderName: 'ci' });
    const other = { IssuerUrl: provider.issuer, ClientIds: 'sts.aliyuncs.com' };
    await federation.call('Ims', 'CreateOIDCProvider', { OIDCProviderName: 'other', ...other });
    const otherArn = federation.providerArn.replace('/ci', '/other');
    expect(await refusal(await provider.token(), { OIDCProviderArn: otherArn })).toMatchObject(denied);
    await federation.call('Ims', 'DeleteOIDCProvider', { OIDCProviderName: 'other' });
    await federation.register();
  });
});

describe('an exchange is refused', () => {
  test('for a provider that nobody registered, and nobody is asked', async () => {
    const missing = { OIDCProviderArn: federation.providerArn.replace('/ci', '/missing') };
    const before = provider.connections();
    const unsigned = `${part({ alg: 'RS256' })}.${part({ iss: provider.issuer })}.AAAA`;
    for (const more of [missing, { OIDCProviderArn: 'acs:ram::9999999999999999:oidc-provider/ci' }]) {
      expect(await refusal(unsigned, more)).toMatchObject({
        status: 401,
        code: 'AuthenticationFail.NoPermission',
        message: 'No such OIDC Provider registered.',
      });
    }
    expect(provider.connections()).toBe(before);
  });

  test('for a role that is not there, but only after the token was proven', async () => {
    const missing = { RoleArn: federation.roleArn.replace('deployer', 'missing') };
    expect(await refusal(await provider.token(), missing)).toMatchObject({
      status: 404,
      code: 'EntityNotExist.Role',
    });
    const forged = signToken(newSigningKey('RS256', 'first'), await claimsOf(provider));
    expect((await refusal(forged, missing)).code).toBe('AuthenticationFail.OIDCToken.InvalidSignature');
  });

  test('for a session that is longer than the role allows, or a policy that is none', async () => {
    const token = await provider.token();
    expect((await refusal(token, { DurationSeconds: '3601' })).code).toBe('InvalidParameter.DurationSeconds');
    expect((await refusal(token, { Policy: '{}' })).code).toBe('InvalidParameter.PolicyGrammar');
    expect((await refusal(token, { Policy: ' '.repeat(2049) })).code).toBe('InvalidParameter.PolicySize');
  });

  test('and written down as a stranger’s, with the code and without the token', async () => {
    const forged = signToken(newSigningKey('RS256', 'first'), await claimsOf(provider));
    const { requestId, status } = await refusal(forged);
    expect(status).toBe(401);
    const [entry] = server.database.journalOf(requestId);
    expect(entry?.accountId).toBe('system');
    expect(JSON.stringify(entry?.record)).toContain('AuthenticationFail.OIDCToken.InvalidSignature');
    expect(server.database.holds(forged)).toBe(false);
  });

  test('for an issuer inside that the operator has not opened', async () => {
    for (const [name, IssuerUrl] of [
      ['inside', 'https://10.255.255.1'],
      ['metadata', 'https://100.100.100.200'],
      ['itself', 'https://127.0.0.1:8443'],
    ] as const) {
      await federation.call('Ims', 'CreateOIDCProvider', {
        OIDCProviderName: name,
        IssuerUrl,
        ClientIds: 'a',
      });
      const token = signToken(newSigningKey('ES256', 'k'), {
        ...(await claimsOf(provider)),
        iss: IssuerUrl,
        aud: 'a',
      });
      const refused = await refusal(token, {
        OIDCProviderArn: federation.providerArn.replace('/ci', `/${name}`),
      });
      expect(refused).toMatchObject({
        status: 401,
        code: 'AuthenticationFail.OIDCToken.IssuerConfigurationBroken',
      });
      expect(refused.message).toContain('outbound-allow');
    }
  });

  test('for an issuer that cannot be reached', async () => {
    const gone = await RealProvider.start();
    await gone.stop();
    const registered = { IssuerUrl: gone.issuer, ClientIds: 'sts.aliyuncs.com' };
    await federation.call('Ims', 'CreateOIDCProvider', { OIDCProviderName: 'gone', ...registered });
    const claims = { ...(await claimsOf(provider)), iss: gone.issuer };
    const arn = { OIDCProviderArn: federation.providerArn.replace('/ci', '/gone') };
    expect(await refusal(signToken(newSigningKey('ES256', 'k'), claims), arn)).toMatchObject({
      status: 401,
      code: 'AuthenticationFail.OIDCToken.IssuerConfigurationBroken',
      message: `Get public keys from OIDC Provider failed, the issuer is ${gone.issuer}. It could not be reached, or has no public address and has not been opened with the setting outbound-allow.`,
    });
  });
});

describe('deleting the provider', () => {
  test('ends its sessions at once, and one of the same name does not bring them back', async () => {
    const session = await exchangeBySdk(federation, await provider.token());
    expect(await codeOf(callAs(federation, session, 'Ram', 'ListUsers'))).toBe('allowed');
    await federation.call('Ims', 'DeleteOIDCProvider', { OIDCProviderName: 'ci' });
    expect(await codeOf(callAs(federation, session, 'Ram', 'ListUsers'))).not.toBe('allowed');
    expect((await refusal(await provider.token())).message).toBe('No such OIDC Provider registered.');
    await federation.register();
    expect(await codeOf(callAs(federation, session, 'Ram', 'ListUsers'))).not.toBe('allowed');
    const another = await exchangeBySdk(federation, await provider.token());
    expect(await codeOf(callAs(federation, another, 'Ram', 'ListUsers'))).toBe('allowed');
  });
});

/** Claims of a token that the provider has signed. */
async function claimsOf(one: RealProvider): Promise<Record<string, unknown>> {
  const [, claims = ''] = (await one.token()).split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
}
