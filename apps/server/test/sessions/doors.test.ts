/** Sessions at the doors for other services: asked about, verified, and let through proxies (spec: policy 4.4). */
import { randomUUID } from 'node:crypto';
import { signAcs3, signRpcV1 } from '@wardenry/signature';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, textOf } from '../contract/account.ts';
import type { Signer } from '../contract/wire.ts';
import { assume, assumerOf, openSessions, roleOf } from './suite.ts';

const { contract, home, away } = await openSessions();
const order = 'acs:shop:*:*:order/1';
let parent: Signer;
let role: string;
let session: Signer;
/** May read orders as its role may, and nothing else. */
let narrowed: Signer;

beforeAll(async () => {
  parent = await assumerOf(home);
  role = await roleOf(home, { document: documentOf('Allow', ['shop:*'], [`acs:shop:*:${home.id}:*`]) });
  session = await assume(home, role, parent);
  narrowed = await assume(home, role, parent, { Policy: documentOf('Allow', ['shop:Get*']) });
});

afterAll(() => contract.stop());

const question = (action: string) => ({ action, resource: order.replace('*:*', `*:${home.id}`) });

/** A check about a session. */
function about({ accessKeyId, securityToken }: Signer, action = 'shop:GetOrder', more: object = {}) {
  return { accessKeyId, securityToken, ...question(action), ...more };
}

async function authorized(...checks: readonly object[]): Promise<unknown> {
  const { code, members } = await home.call('Wardenry Authorize', { checks: JSON.stringify(checks) });
  if (code !== 'Success') return `${code} ${textOf(members, 'Message').split(' ')[0]}`;
  return (members.decisions as unknown as { readonly decision: string }[]).map(({ decision }) => decision);
}

describe('Authorize', () => {
  test('decides about a session as about a call of it: role and session policy both', async () => {
    expect(
      await authorized(
        about(session),
        about(session, 'shop:Pay'),
        about(narrowed),
        about(narrowed, 'shop:Pay'),
        about(session, 'oss:GetObject'),
      ),
    ).toEqual(['Allow', 'Allow', 'Allow', 'ImplicitDeny', 'ImplicitDeny']);
  });

  test.each([
    ['a token that is altered', () => about({ ...session, securityToken: `${session.securityToken}A` })],
    ['another session’s token', () => about({ ...session, securityToken: narrowed.securityToken ?? '' })],
    ['a permanent key with a token', () => about({ ...parent, securityToken: session.securityToken ?? '' })],
  ])('knows nobody by %s', async (_, check) => {
    expect(await authorized(check())).toBe('EntityNotExist.Principal checks[0].securityToken');
  });

  test('knows nobody by the temporary key alone', async () => {
    const { accessKeyId } = session;
    expect(await authorized({ accessKeyId, ...question('shop:GetOrder') })).toBe(
      'EntityNotExist.Principal checks[0].accessKeyId',
    );
  });

  test('knows no session of another account', async () => {
    const foreign = await assume(away, await roleOf(away), await assumerOf(away));
    expect(await authorized(about(foreign))).toBe('EntityNotExist.Principal checks[0].securityToken');
  });

  test('says of a session that has ended that it is to be refused', async () => {
    const short = await roleOf(home);
    const ended = await assume(home, short, parent);
    expect(await authorized(about(ended, 'shop:GetOrder'))).toEqual(['Allow']);
    await home.do('Wardenry EndRoleSessions', { RoleName: short });
    expect(await authorized(about(ended))).toBe('InvalidPrincipal.Inactive checks[0].securityToken');
  });

  test('takes who stands behind a session from the session, never from the service', async () => {
    const Condition = { StringEquals: { 'sts:SourceIdentity': 'ann' } };
    const statement = { Effect: 'Allow', Action: 'shop:*', Resource: '*', Condition };
    const asked = await roleOf(home, { document: JSON.stringify({ Version: '1', Statement: [statement] }) });
    const [anns, nobodys] = [
      await assume(home, asked, parent, { SourceIdentity: 'ann' }),
      await assume(home, asked, parent),
    ];
    expect(await authorized(about(anns), about(nobodys))).toEqual(['Allow', 'ImplicitDeny']);
    const claimed = about(nobodys, 'shop:GetOrder', { context: { 'sts:SourceIdentity': 'ann' } });
    expect(await authorized(claimed)).toMatch(/^InvalidParameter\.checks /);
  });
});

/** A request to a service, signed with a temporary key; gives its headers and target. */
function received(signer: Signer) {
  const headers = signAcs3(
    {
      method: 'GET',
      path: '/orders/1',
      headers: { host: 'shop.example', 'x-acs-action': 'GetOrder', 'x-acs-version': '2026-01-01' },
      body: Buffer.alloc(0),
    },
    signer,
    { date: new Date(), nonce: randomUUID() },
  );
  return { method: 'GET', path: '/orders/1', headers };
}

async function verified(signer: Signer, action = 'shop:GetOrder', alter: object = {}) {
  const { method, path, headers } = received(signer);
  const { members } = await home.call('Wardenry VerifyRequest', {
    method,
    path,
    headers: JSON.stringify({ ...headers, ...alter }),
    check: JSON.stringify(question(action)),
  });
  return members as Record<string, unknown>;
}

describe('VerifyRequest', () => {
  test('tells which session signed a request, and decides about it', async () => {
    const identity = {
      AccountId: home.id,
      IdentityType: 'AssumedRoleUser',
      PrincipalId: session.userId,
      RoleId: session.userId.split(':')[0],
      Arn: `acs:ram::${home.id}:assumed-role/${role}/work@1`,
    };
    expect(await verified(session, 'shop:Pay')).toMatchObject({ identity, decision: 'Allow' });
    expect(await verified(narrowed, 'shop:Pay')).toMatchObject({ identity, decision: 'ImplicitDeny' });
  });

  test('under RPC V1 too', async () => {
    const signed = signRpcV1('GET', [{ name: 'Action', value: 'GetOrder' }], session, {
      date: new Date(),
      nonce: randomUUID(),
    });
    const query = signed
      .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join('&');
    const parameters = { method: 'GET', path: '/', query, headers: JSON.stringify({ host: 'shop.example' }) };
    const { members } = await home.call('Wardenry VerifyRequest', parameters);
    expect(members).toMatchObject({ identity: { PrincipalId: session.userId } });
  });

  test('refuses it as our own gateway would', async () => {
    const refusals = [
      ['MissingSecurityToken', await verified(session, 'shop:Pay', { 'x-acs-security-token': '' })],
      [
        'InvalidSecurityToken.Malformed',
        await verified(session, 'shop:Pay', { 'x-acs-security-token': 'CAISx' }),
      ],
      [
        'InvalidSecurityToken.MismatchWithAccessKey',
        await verified(session, 'shop:Pay', { 'x-acs-security-token': narrowed.securityToken }),
      ],
    ] as const;
    for (const [code, members] of refusals) {
      expect(members).toMatchObject({ refusal: { code } });
      expect(members).not.toHaveProperty('identity');
    }
  });

  test('knows no session of another account', async () => {
    const foreign = await assume(away, await roleOf(away), await assumerOf(away));
    expect(await verified(foreign)).toMatchObject({ refusal: { code: 'InvalidSecurityToken.Malformed' } });
  });

  test('accepts a request once', async () => {
    const { method, path, headers } = received(session);
    const parameters = { method, path, headers: JSON.stringify(headers) };
    expect((await home.call('Wardenry VerifyRequest', parameters)).members).toHaveProperty('identity');
    expect((await home.call('Wardenry VerifyRequest', parameters)).members).toMatchObject({
      refusal: { code: 'SignatureNonceUsed' },
    });
  });
});

test('a proxy lets the session through, with its name, and keeps out what its policy does not allow', async () => {
  const { GatewayToken } = await home.do('Wardenry CreateGatewayToken', {});
  const ask = async (signer: Signer, action: string) => {
    const { headers } = received(signer);
    const { host: _, ...signed } = headers as Record<string, string>;
    const reply = await fetch(`http://${contract.server.host}/v1/auth-request`, {
      headers: {
        ...signed,
        'x-wardenry-gateway-token': textOf(GatewayToken, 'Token'),
        'x-original-method': 'GET',
        'x-original-uri': '/orders/1',
        'x-original-host': 'shop.example',
        'x-wardenry-action': action,
        'x-wardenry-resource': question(action).resource,
      },
    });
    return [reply.status, reply.headers.get('x-wardenry-principal-arn')];
  };
  const arn = `acs:ram::${home.id}:assumed-role/${role}/work@1`;
  expect(await ask(narrowed, 'shop:GetOrder')).toEqual([200, arn]);
  expect(await ask(narrowed, 'shop:Pay')).toEqual([403, null]);
  expect(await ask({ ...narrowed, securityToken: 'CAISx' }, 'shop:GetOrder')).toEqual([401, null]);
});
