/** A token that is missing, altered, cut, longer, old or somebody else's is refused, whatever it is signed with (spec: security Q7). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Signer } from '../contract/wire.ts';
import { assume, assumerOf, openSessions, roleOf, used } from './suite.ts';

const { contract, home } = await openSessions();
let parent: Signer;
let session: Signer;
let token: string;

beforeAll(async () => {
  parent = await assumerOf(home);
  session = await assume(home, await roleOf(home), parent);
  token = session.securityToken ?? '';
  expect(await used(home, session)).toBe('Success');
});

afterAll(() => contract.stop());

/** What a call is answered that is signed with the right secret and brings another token. */
const usedWith = (securityToken: string, signer = session) => used(home, { ...signer, securityToken });

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

test('every character of a token counts', async () => {
  const accepted: number[] = [];
  for (let at = 0; at < token.length; at += 1) {
    const next = alphabet.charAt((alphabet.indexOf(token.charAt(at)) + 1 + (at % 62)) % 64);
    const altered = token.slice(0, at) + next + token.slice(at + 1);
    if ((await usedWith(altered)) !== 'InvalidSecurityToken.Malformed') accepted.push(at);
  }
  expect(accepted).toEqual([]);
  expect(await used(home, session)).toBe('Success');
});

test('every bit of its last characters counts, also those that Base64 leaves over', async () => {
  for (const last of alphabet) {
    const altered = token.slice(0, -1) + last;
    expect(await usedWith(altered)).toBe(altered === token ? 'Success' : 'InvalidSecurityToken.Malformed');
  }
});

test('no part of a token is one', async () => {
  const accepted: number[] = [];
  for (let length = 1; length < token.length; length += 7) {
    if ((await usedWith(token.slice(0, length))) !== 'InvalidSecurityToken.Malformed') accepted.push(length);
    if ((await usedWith(token.slice(length))) !== 'InvalidSecurityToken.Malformed') accepted.push(-length);
  }
  expect(accepted).toEqual([]);
});

describe('a token is refused', () => {
  test.each([
    ['with something behind it', () => `${token}A`],
    ['with something before it', () => `A${token}`],
    ['twice in one', () => token + token],
    ['padded', () => `${token}==`],
    ['in the other alphabet of Base64', () => token.replaceAll('-', '+').replaceAll('_', '/').concat('+')],
    ['that is longer than any', () => 'C'.repeat(20_000)],
    ['of text', () => 'null'],
    ['that begins rightly', () => `CAIS${'A'.repeat(200)}`],
  ])('%s', async (_, make) => {
    expect(await usedWith(make())).toBe('InvalidSecurityToken.Malformed');
  });

  test('that is missing, under either scheme and in every place', async () => {
    const { securityToken: _, ...without } = session;
    for (const scheme of ['V3', 'V1'] as const) {
      for (const place of ['query', 'form'] as const) {
        const door = { scheme, method: 'POST', place, format: 'JSON' } as const;
        const { code } = await home.call('Ram ListRoles', {}, without, { door });
        expect(code).toBe('MissingSecurityToken');
      }
    }
  });

  test('with a permanent key, the parent’s too', async () => {
    expect(await usedWith(token, parent)).toBe('InvalidSecurityToken.MismatchWithAccessKey');
  });

  test('with another session’s key', async () => {
    const other = await assume(home, await roleOf(home), parent);
    expect(await usedWith(token, other)).toBe('InvalidSecurityToken.MismatchWithAccessKey');
    expect(await usedWith(other.securityToken ?? '')).toBe('InvalidSecurityToken.MismatchWithAccessKey');
  });

  test('with an id that nothing follows from', async () => {
    const made = { ...session, accessKeyId: `STS.${'a'.repeat(25)}` };
    expect(await used(home, made)).toBe('InvalidSecurityToken.MismatchWithAccessKey');
  });

  test('and proves nothing without its secret', async () => {
    for (const accessKeySecret of [parent.accessKeySecret, 'a', token]) {
      expect(await used(home, { ...session, accessKeySecret })).toBe('SignatureDoesNotMatch');
    }
  });
});

test('a token is not taken from a place that the signature does not cover', async () => {
  const { securityToken: _, ...without } = session;
  const { code } = await home.call('Ram ListRoles', {}, without, {
    alter: request => ({ ...request, headers: { ...request.headers, 'x-acs-security-token': token } }),
  });
  expect(code).not.toBe('Success');
});

test('two sessions of one caller share nothing that is secret', async () => {
  const role = await roleOf(home);
  const [one, other] = [await assume(home, role, parent), await assume(home, role, parent)];
  expect(one.accessKeyId).not.toBe(other.accessKeyId);
  expect(one.accessKeySecret).not.toBe(other.accessKeySecret);
  expect(one.securityToken?.slice(12, 28)).not.toBe(other.securityToken?.slice(12, 28));
});
