import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OpenedToken, SessionClaims } from '../../kernel/callers/sessions.ts';
import {
  type AccountNews,
  type GatewayTokenSnapshot,
  type KeySnapshot,
  type RoleSnapshot,
  type SnapshotSource,
  StorageUnavailable,
  type Touched,
  type UserSnapshot,
} from '../../kernel/ledger.ts';
import type { Soon } from '../../kernel/soon.ts';
import { authenticateGateway } from './gateway-token.ts';
import type { KeyPrincipal } from './principal.ts';
import { Principals } from './principals.ts';

const ACCOUNT = '1000000000000001';
const KEY = 'WDNKalice';
const TOKEN = 'gwt-edge';
const ROLE = '400000000000000001';
const SESSION_TOKEN = 'CAIStoken';
const SESSION_KEY = 'STS.session';
const LEASE = 3000;
const IDLE = 20_000;

const claims: SessionClaims = {
  role: { kind: 'role', accountId: ACCOUNT, name: 'reader', generation: `${ROLE}.0` },
  bornFrom: [{ kind: 'key', accountId: ACCOUNT, name: KEY, generation: 'key.0' }],
  sessionName: 'work',
  issuedAt: 0,
  expiresAt: 3_600_000,
};

const openedToken: OpenedToken = { accessKeyId: SESSION_KEY, accessKeySecret: 'secret', claims };

const tokens = {
  issue: () => ({ ...openedToken, securityToken: SESSION_TOKEN }),
  open: (token: string) => (token === SESSION_TOKEN ? openedToken : undefined),
};

/** A source held in memory, as a node without a database may have one. */
class MemorySource implements SnapshotSource {
  revision = 1;
  active = true;
  userName = 'alice';
  roleEpoch = 0;
  keyEpoch = 0;
  reads = 0;
  polls = 0;
  reachable = true;
  /** Runs while a key is being read, after its rows were read. */
  duringRead: (() => void) | undefined;
  news: readonly AccountNews[] = [];
  #listener: ((news: AccountNews) => void) | undefined;

  async byAccessKey(accessKeyId: string): Promise<KeySnapshot | undefined> {
    this.reads += 1;
    if (!this.reachable) throw new StorageUnavailable('unreachable');
    if (accessKeyId !== KEY) return undefined;
    const snapshot: KeySnapshot = {
      accountId: ACCOUNT,
      revision: this.revision,
      accessKeyId,
      active: this.active,
      secret: 'secret',
      caller: {
        kind: 'user',
        accountId: ACCOUNT,
        accessKeyId,
        userId: '200000000000000001',
        userName: 'alice',
      },
      attachments: [],
      dependsOn: [{ kind: 'access-key', id: KEY }],
      generation: `key.${this.keyEpoch}`,
    };
    const hook = this.duringRead;
    this.duringRead = undefined;
    hook?.();
    return snapshot;
  }

  byAccessKeyWithin(): Promise<KeySnapshot | undefined> {
    return this.byAccessKey(KEY);
  }

  async byUserName(accountId: string, userName: string): Promise<UserSnapshot | undefined> {
    this.reads += 1;
    if (!this.reachable) throw new StorageUnavailable('unreachable');
    if (accountId !== ACCOUNT || userName.toLowerCase() !== this.userName) return undefined;
    return {
      accountId,
      revision: this.revision,
      identity: { kind: 'user', accountId, userId: '200000000000000001', userName: this.userName },
      attachments: [],
      dependsOn: userTouched,
    };
  }

  async byGatewayToken(tokenId: string): Promise<GatewayTokenSnapshot | undefined> {
    this.reads += 1;
    if (tokenId !== TOKEN || !this.active) return undefined;
    const secretHash = hash('sha256', 'secret', 'hex');
    return { accountId: ACCOUNT, revision: this.revision, tokenId, secretHash, dryRun: false };
  }

  async byRoleName(accountId: string, roleName: string): Promise<RoleSnapshot | undefined> {
    this.reads += 1;
    if (!this.reachable) throw new StorageUnavailable('unreachable');
    if (accountId !== ACCOUNT || roleName.toLowerCase() !== 'reader') return undefined;
    return {
      accountId,
      revision: this.revision,
      roleId: ROLE,
      name: 'reader',
      trustDocument: '{"Version":"1","Statement":[]}',
      maxSessionDuration: 3600,
      service: undefined,
      generation: `${ROLE}.${this.roleEpoch}`,
      attachments: [],
      dependsOn: [{ kind: 'role', id: ROLE }],
    };
  }

  byRoleNameWithin(): Promise<RoleSnapshot | undefined> {
    return this.byRoleName(ACCOUNT, 'reader');
  }

  async byProvider(): Promise<undefined> {}

  async byProviderWithin(): Promise<undefined> {}

  async newsOf(): Promise<readonly AccountNews[]> {
    this.polls += 1;
    if (!this.reachable) throw new StorageUnavailable('unreachable');
    return this.news;
  }

  onCommit(listener: (news: AccountNews) => void): void {
    this.#listener = listener;
  }

  /** A change of this very process. */
  commit(touched: readonly Touched[]): void {
    this.revision += 1;
    this.#listener?.({ accountId: ACCOUNT, since: this.revision - 1, revision: this.revision, touched });
  }
}

class ManualClock {
  now = { wall: 1_000_000, monotonic: 1000 };
  wall(): number {
    return this.now.wall;
  }
  monotonic(): number {
    return this.now.monotonic;
  }
  advance(milliseconds: number): void {
    this.now = { wall: this.now.wall + milliseconds, monotonic: this.now.monotonic + milliseconds };
  }
}

function opened() {
  const source = new MemorySource();
  const clock = new ManualClock();
  const principals = new Principals({
    source,
    systemDocuments: () => undefined,
    clock,
    freshness: { lease: LEASE, idle: IDLE },
    tokens,
    capacity: 100,
  });
  return { source, clock, principals };
}

async function found(principals: Principals): Promise<KeyPrincipal> {
  const principal = await principals.find(KEY);
  if (principal === undefined) throw new Error('the key was not found');
  return principal;
}

const userTouched: readonly Touched[] = [{ kind: 'user', id: '200000000000000001' }];
const keyTouched: readonly Touched[] = [{ kind: 'access-key', id: KEY }];
const strangerTouched: readonly Touched[] = [{ kind: 'user', id: 'somebody else' }];

describe('a key that is held', () => {
  test('is read once and then found at once', async () => {
    const { source, principals } = opened();
    await found(principals);
    expect(principals.find(KEY)).not.toBeInstanceOf(Promise);
    expect(source.reads).toBe(1);
  });

  test('is read anew after a commit of this process that touched it, before anybody is answered', async () => {
    const { source, principals } = opened();
    await found(principals);
    source.active = false;
    source.commit(keyTouched);
    expect((await found(principals)).active).toBe(false);
  });

  test('survives a commit that touched something else', async () => {
    const { source, principals } = opened();
    const before = await found(principals);
    source.commit(strangerTouched);
    expect(principals.find(KEY)).toBe(before);
    expect(principals.revisionOf(before)).toBe(2);
  });

  test('that was dropped while somebody holds it still stands on the revision it was read at', async () => {
    const { source, principals } = opened();
    const stale = await found(principals);
    source.commit(keyTouched);
    expect(principals.revisionOf(stale)).toBe(1);
    expect(principals.revisionOf(await found(principals))).toBe(2);
    expect(principals.revisionOf(stale)).toBe(1);
  });

  test('is dropped by the news of a poll, and by a feed that does not reach back far enough', async () => {
    for (const touched of [keyTouched, 'unknown'] as const) {
      const { source, principals } = opened();
      await found(principals);
      source.active = false;
      source.revision = 9;
      source.news = [{ accountId: ACCOUNT, since: 1, revision: 9, touched }];
      await principals.poll();
      expect((await found(principals)).active).toBe(false);
    }
  });

  test('keeps waiting for the news of another node that lie before a commit of this one', async () => {
    const { source, principals } = opened();
    const before = await found(principals);
    // Revision 2 is another node's, which this process has not heard of; 3 is its own.
    source.revision = 2;
    source.commit(strangerTouched);
    expect(principals.revisionOf(before)).toBe(1);
    source.active = false;
    source.news = [{ accountId: ACCOUNT, since: 1, revision: 3, touched: keyTouched }];
    await principals.poll();
    expect((await found(principals)).active).toBe(false);
  });
});

describe('a key that is being read', () => {
  test('is read again when a commit came in between', async () => {
    const { source, principals } = opened();
    source.duringRead = () => {
      source.active = false;
      source.commit(keyTouched);
    };
    expect((await found(principals)).active).toBe(false);
    expect(source.reads).toBe(2);
  });

  test('is read once for all who ask at the same time', async () => {
    const { source, principals } = opened();
    await Promise.all([found(principals), found(principals), found(principals)]);
    expect(source.reads).toBe(1);
  });

  test('that does not exist is not found, and not remembered as missing', async () => {
    const { source, principals } = opened();
    expect(await principals.find('WDNKnobody')).toBeUndefined();
    expect(await principals.find('WDNKnobody')).toBeUndefined();
    expect(source.reads).toBe(2);
  });
});

describe('the lease of an account', () => {
  test('is renewed by polls, counted from when they were sent', async () => {
    const { source, clock, principals } = opened();
    await found(principals);
    clock.advance(LEASE - 1);
    await principals.poll();
    clock.advance(LEASE - 1);
    expect(principals.find(KEY)).not.toBeInstanceOf(Promise);
    expect(source.reads).toBe(1);
  });

  test('once over asks the source before it answers', async () => {
    const { source, clock, principals } = opened();
    await found(principals);
    source.news = [{ accountId: ACCOUNT, since: 1, revision: 2, touched: keyTouched }];
    source.active = false;
    source.revision = 2;
    clock.advance(LEASE);
    expect((await found(principals)).active).toBe(false);
    expect(source.polls).toBe(1);
  });

  test('once over refuses when the source cannot be reached', async () => {
    const { source, clock, principals } = opened();
    await found(principals);
    source.reachable = false;
    await expect(principals.poll()).rejects.toThrow(StorageUnavailable);
    clock.advance(LEASE - 1);
    expect(principals.find(KEY)).not.toBeInstanceOf(Promise);
    clock.advance(1);
    await expect(principals.find(KEY)).rejects.toThrow(StorageUnavailable);
    source.reachable = true;
    expect((await found(principals)).active).toBe(true);
  });

  test.each([
    ['the wall clock', { wall: LEASE, monotonic: 0 }],
    ['the monotonic clock', { wall: -60_000, monotonic: LEASE }],
  ])('ages by %s when that one went further', async (_, step) => {
    const { source, clock, principals } = opened();
    await found(principals);
    source.reachable = false;
    clock.now = { wall: clock.now.wall + step.wall, monotonic: clock.now.monotonic + step.monotonic };
    await expect(principals.find(KEY)).rejects.toThrow(StorageUnavailable);
  });

  test('of an account that nobody asks for is given up', async () => {
    const { source, clock, principals } = opened();
    await found(principals);
    clock.advance(IDLE + 1);
    await principals.poll();
    expect(source.polls).toBe(0);
    expect(principals.size).toBe(0);
  });
});

describe('a user who is asked about', () => {
  test('is read once, whatever the letter case of its name', async () => {
    const { source, principals } = opened();
    const user = await principals.byUserName(ACCOUNT, 'Alice');
    expect(user?.identity).toMatchObject({ kind: 'user', userName: 'alice' });
    expect(principals.byUserName(ACCOUNT, 'ALICE')).toBe(user);
    expect(source.reads).toBe(1);
  });

  test('is dropped by what touches it, and by nothing else', async () => {
    const { source, principals } = opened();
    const user = await principals.byUserName(ACCOUNT, 'alice');
    source.commit(keyTouched);
    expect(principals.byUserName(ACCOUNT, 'alice')).toBe(user);
    source.userName = 'ann';
    source.commit(userTouched);
    expect(await principals.byUserName(ACCOUNT, 'alice')).toBeUndefined();
    expect((await principals.byUserName(ACCOUNT, 'ann'))?.identity).toMatchObject({ userName: 'ann' });
  });

  test('is held beside keys of the account, under the lease of the account', async () => {
    const { source, clock, principals } = opened();
    const key = await found(principals);
    await principals.byUserName(ACCOUNT, 'alice');
    expect(principals.size).toBe(1);
    source.reachable = false;
    clock.advance(LEASE);
    await expect(principals.byUserName(ACCOUNT, 'alice')).rejects.toThrow(StorageUnavailable);
    source.reachable = true;
    expect((await principals.byUserName(ACCOUNT, 'alice'))?.subject).toEqual(key.subject);
  });

  test('is nobody in another account, and neither is a key of this one', async () => {
    const { principals } = opened();
    expect(await principals.byUserName('1000000000000002', 'alice')).toBeUndefined();
    expect(await principals.byAccessKey('1000000000000002', KEY)).toBeUndefined();
    expect((await principals.byAccessKey(ACCOUNT, KEY))?.active).toBe(true);
  });
});

describe("a proxy's token", () => {
  test('is believed with its secret alone', async () => {
    const { principals } = opened();
    expect((await authenticateGateway(principals, `${TOKEN}.secret`)).caller.tokenId).toBe(TOKEN);
    for (const token of [undefined, '', TOKEN, `${TOKEN}.`, `${TOKEN}.Secret`, '.secret', 'gwt-x.secret']) {
      await expect(authenticateGateway(principals, token)).rejects.toThrow('gateway token');
    }
  });

  test('is held, and dropped when it is deleted', async () => {
    const { source, principals } = opened();
    const gateway = await principals.byGatewayToken(TOKEN);
    expect(principals.byGatewayToken(TOKEN)).toBe(gateway);
    source.active = false;
    source.commit([{ kind: 'gateway-token', id: TOKEN }]);
    expect(await principals.byGatewayToken(TOKEN)).toBeUndefined();
  });
});

describe('a session', () => {
  const find = (principals: Principals, now = 0): Soon<KeyPrincipal> =>
    principals.findSession(SESSION_KEY, SESSION_TOKEN, now);

  test('is found at once when what it was born from is held, and is the same as long as that is', async () => {
    const { principals, source } = opened();
    const session = await find(principals);
    const { reads } = source;
    expect(find(principals)).toBe(session);
    expect(source.reads).toBe(reads);
    expect(session.caller).toMatchObject({
      kind: 'session',
      roleId: ROLE,
      roleName: 'reader',
      sessionName: 'work',
    });
    expect(session.subject).toMatchObject({ kind: 'role', account: ACCOUNT, name: 'reader' });
  });

  test.each([
    ['its role, whose sessions were ended', { roleEpoch: 1 }, 'role', ROLE],
    ['the key, which was disabled', { active: false }, 'access-key', KEY],
    ['the key, which is in another epoch', { keyEpoch: 1 }, 'access-key', KEY],
  ] as const)('ends with %s, at once on the node where that happened', async (_, changes, kind, id) => {
    const { principals, source } = opened();
    await find(principals);
    Object.assign(source, changes);
    source.commit([{ kind, id }]);
    await expect(find(principals)).rejects.toMatchObject({ code: 'InvalidSecurityToken.Expired' });
  });

  test('ends when it expires, to the millisecond', async () => {
    const { principals } = opened();
    await find(principals, 3_599_999);
    expect(() => find(principals, 3_600_000)).toThrow('expired');
  });

  test.each(['', 'CAIStokem', `${SESSION_TOKEN} `, 'C'.repeat(16_385)])(
    'is none with the token %.20j',
    async token => {
      const { principals } = opened();
      await find(principals);
      expect(() => principals.findSession(SESSION_KEY, token, 0)).toThrow('malformed');
    },
  );

  test('has no flow of its own: everything counts for the key that it began with', async () => {
    const { principals } = opened();
    const key = await principals.find(KEY);
    expect((await find(principals)).flow).toBe(key?.flow);
  });

  test('is none with the token of another key', async () => {
    const { principals } = opened();
    expect(() => principals.findSession('STS.other', SESSION_TOKEN, 0)).toThrow('mismatch');
    await find(principals);
    expect(() => principals.findSession('STS.other', SESSION_TOKEN, 0)).toThrow('mismatch');
  });

  test('is refused when nothing that it was born from can be confirmed within the lease', async () => {
    const { principals, source, clock } = opened();
    await find(principals);
    source.reachable = false;
    clock.advance(LEASE + 1);
    await expect(find(principals)).rejects.toThrow(StorageUnavailable);
  });

  test('stands on the revision at which it was read as soon as something that it was born from is dropped', async () => {
    const { principals, source } = opened();
    const session = await find(principals);
    source.commit([{ kind: 'user', id: 'somebody' }]);
    expect(principals.revisionOf(session)).toBe(2);
    source.commit([{ kind: 'access-key', id: KEY }]);
    expect(principals.revisionOf(session)).toBe(1);
  });
});
