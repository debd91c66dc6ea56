import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionClaims } from '../../kernel/callers/sessions.ts';
import { StorageUnavailable } from '../../kernel/ledger.ts';
import { localKeyWrapper } from '../key-wrapper.ts';
import { openSealer, type Sealer } from '../sealer.ts';
import { openSessionKeys, type SessionKeyStore, type StoredSessionKey } from './session-keys.ts';
import { sessionTokens } from './session-tokens.ts';

const HOUR = 3_600_000;

/** Keys in memory, as all nodes of an installation share them. */
class SharedKeys implements SessionKeyStore {
  rows: StoredSessionKey[] = [];
  reads = 0;
  async all(): Promise<readonly StoredSessionKey[]> {
    this.reads += 1;
    return [...this.rows];
  }
  async addUnlessPresent(key: StoredSessionKey): Promise<void> {
    if (!this.rows.some(({ keyId }) => keyId === key.keyId)) this.rows.push(key);
  }
  async removeBefore(keyId: number): Promise<void> {
    this.rows = this.rows.filter(row => row.keyId >= keyId);
  }
}

const account = '1000000000000001';
const claims: SessionClaims = {
  role: { kind: 'role', accountId: account, name: 'Reader', generation: '400000000000000001.0.0' },
  bornFrom: [
    { kind: 'key', accountId: '1000000000000002', name: 'LTAI5tAbc', generation: '200000000000000001.0.0.0' },
    { kind: 'saml-provider', accountId: account, name: 'corp', generation: 'saml-1.0.0' },
  ],
  sessionName: 'work@1',
  issuedAt: 1_790_000_000_000,
  expiresAt: 1_790_003_600_000,
  sessionPolicy: '{"Version":"1","Statement":[]} 名 é😀',
  sourceIdentity: 'ann',
  mfaPresent: true,
};

let now: number;
let store: SharedKeys;
let sealer: Sealer;

beforeEach(async () => {
  now = 1_790_000_000_000;
  store = new SharedKeys();
  const dataKeys: { dataKeyId: number; wrapped: string }[] = [];
  sealer = await openSealer(localKeyWrapper(new Uint8Array(32).fill(7)), {
    all: async () => dataKeys,
    addUnlessPresent: async key => void dataKeys.push(key),
  });
});

const node = () =>
  openSessionKeys(
    store,
    sealer,
    () => now,
    () => now,
  );

describe('a token', () => {
  it('says exactly what was sealed, and gives the key that was issued with it', async () => {
    const tokens = sessionTokens(await node());
    const { securityToken, ...credentials } = tokens.issue(claims);
    expect(await tokens.open(securityToken)).toEqual({ ...credentials, claims });
    const { sessionPolicy: _p, sourceIdentity: _s, mfaPresent: _m, ...few } = claims;
    expect(await tokens.open(tokens.issue(few).securityToken)).toMatchObject({ claims: few });
  });

  it('shows nothing of what it says', async () => {
    const { securityToken } = sessionTokens(await node()).issue(claims);
    const bytes = Buffer.from(securityToken, 'base64url').toString('latin1');
    for (const text of ['Reader', 'work', 'ann', account, 'Version']) expect(bytes).not.toContain(text);
  });

  it('of the longest policy still fits into a header', async () => {
    const longest = { ...claims, sessionPolicy: '名'.repeat(2048) };
    expect(sessionTokens(await node()).issue(longest).securityToken.length).toBeLessThan(16_384);
  });

  it('of another installation is none', async () => {
    const { securityToken } = sessionTokens(await node()).issue(claims);
    store = new SharedKeys();
    expect(await sessionTokens(await node()).open(securityToken)).toBeUndefined();
  });

  it('that says by another key than the one it was sealed with is none', async () => {
    const keys = await node();
    const { securityToken } = sessionTokens(keys).issue(claims);
    await keys.rotate();
    now += 90_000;
    const header = sessionTokens(keys).issue(claims).securityToken.slice(0, 12);
    expect(await sessionTokens(keys).open(header + securityToken.slice(12))).toBeUndefined();
  });

  it('of another kind or version is none', async () => {
    const tokens = sessionTokens(await node());
    const { securityToken } = tokens.issue(claims);
    for (const at of [0, 1, 2, 3, 4]) {
      const header = Buffer.from(securityToken.slice(0, 12), 'base64url');
      header[at] = (header[at] ?? 0) + 1;
      expect(await tokens.open(header.toString('base64url') + securityToken.slice(12))).toBeUndefined();
    }
  });
});

describe('the keys of tokens', () => {
  it('are made once by nodes that start together, and stand sealed', async () => {
    const [one, other] = await Promise.all([node(), node()]);
    expect(store.rows.map(({ keyId }) => keyId)).toEqual([1]);
    expect(store.rows[0]?.sealedKey).toMatch(/^s1\./);
    const { securityToken } = sessionTokens(one).issue(claims);
    expect(await sessionTokens(other).open(securityToken)).toBeDefined();
  });

  it('rotate without interrupting what was sealed before', async () => {
    const keys = await node();
    const before = sessionTokens(keys).issue(claims);
    expect(await keys.rotate()).toBe(2);
    expect(keys.current().keyId).toBe(1);
    now += 90_000;
    expect(keys.current().keyId).toBe(2);
    expect(await sessionTokens(keys).open(before.securityToken)).toMatchObject({
      accessKeyId: before.accessKeyId,
      accessKeySecret: before.accessKeySecret,
    });
  });

  it('seal only when the other nodes have read them', async () => {
    const [one, other] = [await node(), await node()];
    await other.find(99);
    await one.rotate();
    const { securityToken } = sessionTokens(one).issue(claims);
    expect(await sessionTokens(other).open(securityToken)).toBeDefined();
  });

  it('that one node has made a moment ago are not taken for unknown by another that may not read yet', async () => {
    const [one, other] = [await node(), await node()];
    await one.rotate();
    now += 90_000;
    const { securityToken } = sessionTokens(one).issue(claims);
    await other.find(99);
    expect(await sessionTokens(other).open(securityToken)).toBeDefined();
    await one.rotate();
    now += 90_000;
    const later = sessionTokens(one).issue(claims).securityToken;
    const reading = other.find(98);
    expect(await sessionTokens(other).open(later)).toBeDefined();
    await reading;
    await one.rotate();
    expect(() => other.find(4)).toThrow(StorageUnavailable);
  });

  it('are not read again for every number that a stranger makes up', async () => {
    const keys = await node();
    now += 1000;
    const { reads } = store;
    for (let id = 100; id < 200; id += 1) await keys.find(id);
    expect(store.reads).toBe(reads + 1);
  });

  it('rotate by the clock, and are forgotten when no session of theirs can be alive', async () => {
    const keys = await node();
    const maintain = () => keys.maintain(24 * HOUR, 13 * HOUR);
    now += 24 * HOUR - 1;
    await maintain();
    expect(store.rows.map(({ keyId }) => keyId)).toEqual([1]);
    now += 1;
    const { securityToken } = sessionTokens(keys).issue(claims);
    await maintain();
    expect(store.rows.map(({ keyId }) => keyId)).toEqual([1, 2]);
    now += 13 * HOUR - 1;
    await maintain();
    expect(await sessionTokens(await node()).open(securityToken)).toBeDefined();
    now += 1;
    await maintain();
    expect(store.rows.map(({ keyId }) => keyId)).toEqual([2]);
    expect(await sessionTokens(await node()).open(securityToken)).toBeUndefined();
  });
});
