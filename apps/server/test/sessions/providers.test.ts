/** Sessions of whom an identity provider vouched for end with the provider (spec: security Q7). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionTokens } from '../../src/sealing/index.ts';
import { openState, type State } from '../../src/state.ts';
import { textOf } from '../contract/account.ts';
import type { Signer } from '../contract/wire.ts';
import { encodedMetadata } from '../saml-metadata.ts';
import { openSessions, roleOf, used } from './suite.ts';

const { contract, home } = await openSessions();
const { database, settings } = contract.server;
let state: State;
/** Milliseconds by which the clock of the process beside the server goes ahead. */
let ahead = 0;

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

beforeAll(async () => {
  state = await openState({
    settings,
    log: quiet,
    node: 'beside',
    role: 'operator',
    onSyncFailure: error => {
      throw error;
    },
    now: () => Date.now() + ahead,
  });
});

afterAll(async () => {
  await state.store.close();
  await contract.stop();
});

const kinds = {
  'saml-provider': {
    table: 'saml_providers',
    create: (name: string) =>
      home.do('Ims CreateSAMLProvider', {
        SAMLProviderName: name,
        EncodedSAMLMetadataDocument: encodedMetadata(),
      }),
    remove: (name: string) => home.do('Ims DeleteSAMLProvider', { SAMLProviderName: name }),
    end: (name: string) => home.do('Wardenry EndSAMLProviderSessions', { SAMLProviderName: name }),
  },
  'oidc-provider': {
    table: 'oidc_providers',
    create: (name: string) =>
      home.do('Ims CreateOIDCProvider', {
        OIDCProviderName: name,
        IssuerUrl: `https://issuer.example/${name}`,
        ClientIds: 'sts.aliyuncs.com',
      }),
    remove: (name: string) => home.do('Ims DeleteOIDCProvider', { OIDCProviderName: name }),
    end: (name: string) => home.do('Wardenry EndOIDCProviderSessions', { OIDCProviderName: name }),
  },
} as const;

type Kind = keyof typeof kinds;

/** A session as the exchange of a proof makes it, sealed with the keys of the installation. */
async function sessionBornFrom(kind: Kind, provider: string): Promise<Signer> {
  const role = await roleOf(home);
  const { Role } = await home.do('Ram GetRole', { RoleName: role });
  const roleId = textOf(Role, 'RoleId');
  const [found] = database.rows(kinds[kind].table, home.id).filter(row => row.name === provider);
  const [account] = database.rows('accounts', home.id);
  const issuedAt = Math.floor(Date.now() / 1000) * 1000;
  const origin = { accountId: home.id };
  const epoch = account?.session_epoch;
  const credentials = sessionTokens(state.sessionKeys).issue({
    role: { ...origin, kind: 'role', name: role, generation: `${roleId}.0.${epoch}` },
    bornFrom: [
      {
        ...origin,
        kind,
        name: provider,
        generation: `${found?.provider_id}.${found?.session_epoch}.${epoch}`,
      },
    ],
    sessionName: 'work',
    issuedAt,
    expiresAt: issuedAt + 3_600_000,
  });
  return { ...credentials, accountId: home.id, userId: `${roleId}:work`, userName: `${role}:work` };
}

test.each(['saml-provider', 'oidc-provider'] as const)(
  'a session born from a %s ends with it, and another of its name does not bring it back',
  async kind => {
    const { create, remove } = kinds[kind];
    for (let trial = 0; trial < 3; trial += 1) {
      const name = home.fresh('idp');
      await create(name);
      const session = await sessionBornFrom(kind, name);
      expect(await used(home, session)).toBe('Success');
      await remove(name);
      expect(await used(home, session)).toBe('InvalidSecurityToken.Expired');
      await create(name);
      expect(await used(home, session)).toBe('InvalidSecurityToken.Expired');
    }
  },
);

test.each(['saml-provider', 'oidc-provider'] as const)(
  'a session born from a %s ends when its sessions are ended, and a new one is let in',
  async kind => {
    const { create, end } = kinds[kind];
    const name = home.fresh('idp');
    await create(name);
    const session = await sessionBornFrom(kind, name);
    expect(await used(home, session)).toBe('Success');
    await end(name);
    expect(await used(home, session)).toBe('InvalidSecurityToken.Expired');
    expect(await used(home, await sessionBornFrom(kind, name))).toBe('Success');
  },
);

test('a token that is expired is refused as such, whatever became of its role', async () => {
  const provider = home.fresh('idp');
  await kinds['saml-provider'].create(provider);
  const issuedAt = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
  const credentials = sessionTokens(state.sessionKeys).issue({
    role: { kind: 'role', accountId: home.id, name: 'gone', generation: '1.0.0' },
    bornFrom: [{ kind: 'saml-provider', accountId: home.id, name: provider, generation: 'x.0.0' }],
    sessionName: 'work',
    issuedAt,
    expiresAt: issuedAt + 3_600_000,
  });
  const session = { ...credentials, accountId: home.id, userId: '', userName: '' };
  expect(await used(home, session)).toBe('InvalidSecurityToken.Expired');
});

test('keys that rotate interrupt no session', async () => {
  const provider = home.fresh('idp');
  await kinds['oidc-provider'].create(provider);
  const before = await sessionBornFrom('oidc-provider', provider);
  await state.sessionKeys.rotate();
  // By then every node would have read it.
  ahead = 120_000;
  const after = await sessionBornFrom('oidc-provider', provider);
  expect(after.securityToken?.slice(0, 12)).not.toBe(before.securityToken?.slice(0, 12));
  // The server meets a key that another process made.
  expect([await used(home, before), await used(home, after)]).toEqual(['Success', 'Success']);
});
