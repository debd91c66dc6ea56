import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalRecord } from '../journal/record.ts';
import { DEFAULT_DOMAIN_SUFFIX } from '../kernel/context.ts';
import { DEFAULT_LIMITS } from '../kernel/limits.ts';
import { isAccessKeySecret, randomIds } from '../sealing/index.ts';
import { localKeyWrapper } from '../sealing/key-wrapper.ts';
import { openSealer, type Sealer } from '../sealing/sealer.ts';
import { openStore, type Store } from '../store/index.ts';
import { type AccountCreation, createAccount, createFirstAccount, presetKeyInUse } from './create-account.ts';
import type { Credentials, Places } from './credentials.ts';
import { CredentialsFileRefused, checkCredentialsFile } from './credentials-file.ts';
import { oneTimePassword } from './passwords.ts';
import { showCredentials } from './show.ts';

let folder: string;
const stores: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bootstrap-'));
});

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

const places: Places = {
  endpoint: '127.0.0.1:8440',
  tlsEndpoint: '127.0.0.1:8443',
  tlsCaFile: '/data/tls/ca.crt',
  consoleUrl: 'http://localhost:8440',
};

interface Opened {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly creation: AccountCreation;
  readonly records: JournalRecord[];
}

let writers = 0;

async function opened(now: () => number = Date.now): Promise<Opened> {
  const store = await openStore({
    url: `sqlite:${join(folder, 'w.db')}`,
    node: 'test',
    role: 'operator',
    onSyncFailure: error => {
      throw error;
    },
    onWarning: () => undefined,
  });
  stores.push(store);
  const { installation } = store;
  const sealer = await openSealer(localKeyWrapper(Buffer.alloc(32, 1)), {
    all: async () =>
      (await installation.dataKeys()).map(row => ({ dataKeyId: row.data_key_id, wrapped: row.wrapped })),
    async addUnlessPresent({ dataKeyId, wrapped }) {
      await installation.insertDataKey({ data_key_id: dataKeyId, wrapped, created_at: 0 });
    },
  });
  writers += 1;
  const writer = writers;
  const records: JournalRecord[] = [];
  const creation: AccountCreation = {
    installation,
    sealer,
    ids: randomIds({ cell: '00', accessKeyPrefix: 'WDNK' }),
    journal: {
      stamp(accountId, at, record) {
        records.push(record);
        return {
          writer,
          sequence: records.length,
          accountId,
          at,
          record: JSON.stringify(record),
          mac: 'mac',
        };
      },
    },
    limits: DEFAULT_LIMITS,
    domainSuffix: DEFAULT_DOMAIN_SUFFIX,
    now,
  };
  return { store, sealer, creation, records };
}

async function shown(
  opened: Opened,
  own: readonly string[],
  options: { file?: string; json?: boolean; now?: number } = {},
) {
  let text = '';
  const { installation } = opened.store;
  await showCredentials(
    {
      installation,
      sealer: opened.sealer,
      places,
      file: options.file,
      json: options.json ?? false,
      print: printed => {
        text += printed;
      },
    },
    own,
    options.now ?? Date.now(),
  );
  return text;
}

async function firstAccount(opened: Opened, presets = {}): Promise<Credentials> {
  const accountId = await createFirstAccount(opened.creation, presets);
  if (accountId === undefined) throw new Error('it was created before');
  return JSON.parse(await shown(opened, [accountId], { json: true })) as Credentials;
}

function rows(statement: string): Record<string, unknown>[] {
  const database = new BetterSqlite3(join(folder, 'w.db'), { readonly: true });
  try {
    return database.prepare(statement).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

describe('the first start', () => {
  it('makes an account with a person and a program that administer it, and a root without a key', async () => {
    const credentials = await firstAccount(await opened());
    expect(credentials.accountId).toMatch(/^100\d{13}$/);
    expect(credentials.adminLogonName).toBe(`admin@${credentials.accountId}.onaliyun.com`);
    expect(credentials.rootLogonName).not.toContain('@');
    expect(isAccessKeySecret(credentials.accessKeySecret)).toBe(true);
    const users = rows('select user_id, user_name from users order by user_name');
    expect(users.map(user => user.user_name)).toEqual(['admin', 'automation']);
    const [admin, automation] = users.map(user => user.user_id);
    expect(rows('select user_id, access_key_id, status from access_keys')).toEqual([
      { user_id: automation, access_key_id: credentials.accessKeyId, status: 'Active' },
    ]);
    expect(rows('select user_id, status, password_reset_required from login_profiles')).toEqual([
      { user_id: admin, status: 'Active', password_reset_required: 1 },
    ]);
    expect(
      rows('select principal_id, policy_type, policy_key from attachments order by principal_id'),
    ).toEqual(
      [admin, automation]
        .sort()
        .map(id => ({ principal_id: id, policy_type: 'System', policy_key: 'AdministratorAccess' })),
    );
    expect(rows('select logon_name, password_reset_required from roots')).toEqual([
      { logon_name: credentials.rootLogonName, password_reset_required: 1 },
    ]);
  });

  it('stores passwords as argon2id and the secret sealed for its row', async () => {
    const start = await opened();
    const credentials = await firstAccount(start);
    const [profile] = rows('select password_hash from login_profiles');
    const [root] = rows('select password_hash from roots');
    expect(profile?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(String(profile?.password_hash), credentials.adminPassword)).toBe(true);
    expect(await verify(String(root?.password_hash), credentials.rootPassword)).toBe(true);
    expect(await verify(String(root?.password_hash), credentials.adminPassword)).toBe(false);
    const [key] = rows('select sealed_secret from access_keys');
    const place = { table: 'access_keys', row: credentials.accessKeyId, accountId: credentials.accountId };
    expect(start.sealer.open(String(key?.sealed_secret), place)).toBe(credentials.accessKeySecret);
  });

  it('leaves no secret in clear in any file of the database, nor in the journal', async () => {
    const start = await opened();
    const credentials = await firstAccount(start);
    const files = readdirSync(folder).map(name => readFileSync(join(folder, name)));
    for (const secret of [credentials.accessKeySecret, credentials.adminPassword, credentials.rootPassword]) {
      for (const content of files) expect(content.includes(secret)).toBe(false);
      expect(JSON.stringify(start.records)).not.toContain(secret);
    }
  });

  it('writes one journal record, which belongs to the system', async () => {
    const { records } = await opened().then(async start => {
      await firstAccount(start);
      return start;
    });
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      operation: 'Bootstrap',
      result: 'Success',
      caller: { type: 'system' },
    });
    expect(rows('select account_id from journal')).toEqual([{ account_id: 'system' }]);
  });

  it('happens once, also when two processes begin at the same time', async () => {
    const [one, other] = [await opened(), await opened()];
    const created = await Promise.all([one, other].map(start => createFirstAccount(start.creation, {})));
    expect(created.filter(accountId => accountId !== undefined)).toHaveLength(1);
    expect(await createFirstAccount(one.creation, {})).toBeUndefined();
    expect(rows('select count(*) as accounts from accounts')).toEqual([{ accounts: 1 }]);
    expect(rows('select count(*) as records from journal')).toEqual([{ records: 1 }]);
  });

  it('takes preset values, and knows the preset key as long as it exists', async () => {
    const start = await opened();
    expect(await presetKeyInUse(start.store.installation)).toBeUndefined();
    const presets = {
      accountId: '1234567890123456',
      accessKeyId: 'testkey1',
      accessKeySecret: 'testsecret1',
    };
    expect(await firstAccount(start, presets)).toMatchObject(presets);
    expect(await presetKeyInUse(start.store.installation)).toBe('testkey1');
    const database = new BetterSqlite3(join(folder, 'w.db'));
    database.exec('delete from access_keys');
    database.close();
    expect(await presetKeyInUse(start.store.installation)).toBeUndefined();
  });
});

describe('a further account', () => {
  it('is made beside the first with credentials of its own', async () => {
    const start = await opened();
    const first = await firstAccount(start);
    const accountId = await createAccount(start.creation, {});
    const second = JSON.parse(await shown(start, [accountId], { json: true })) as Credentials;
    expect(second.accountId).not.toBe(first.accountId);
    expect(second.accessKeyId).not.toBe(first.accessKeyId);
    expect(start.records.map(record => record.operation)).toEqual(['Bootstrap', 'CreateAccount']);
  });

  it('leaves aside presets that are in use', async () => {
    const start = await opened();
    const presets = {
      accountId: '1234567890123456',
      accessKeyId: 'testkey1',
      accessKeySecret: 'testsecret1',
    };
    expect(await createAccount(start.creation, presets)).toBe('1234567890123456');
    const second = await createAccount(start.creation, presets);
    expect(second).not.toBe('1234567890123456');
    const third = await createAccount(start.creation, { accountId: '2234567890123456' });
    expect(third).toBe('2234567890123456');
  });

  it('is the first account of an empty database', async () => {
    const start = await opened();
    await createAccount(start.creation, {});
    expect(await start.store.installation.isBootstrapped()).toBe(true);
    expect(start.records.map(record => record.operation)).toEqual(['Bootstrap']);
  });
});

describe('showing credentials', () => {
  it('prints each of them once, and never again', async () => {
    const start = await opened();
    const accountId = await createFirstAccount(start.creation, {});
    const text = await shown(start, [accountId ?? '']);
    for (const part of [accountId ?? '', '127.0.0.1:8440', '/data/tls/ca.crt', 'admin@', 'root-', 'WDNK']) {
      expect(text.split(part).length).toBeGreaterThan(1);
    }
    // There is no console yet.
    expect(text).not.toContain(places.consoleUrl);
    expect(await shown(start, [accountId ?? ''])).toBe('');
    expect(await shown(start, [], { now: Date.now() + 1e9 })).toBe('');
    expect(rows("select value from installation where name = 'unshown_credentials'")).toEqual([
      { value: '' },
    ]);
  });

  it('is made up for after a process died in between, by any process, once the other had its time', async () => {
    const died = await opened();
    const accountId = await createFirstAccount(died.creation, {});
    const next = await opened();
    expect(await shown(next, [])).toBe('');
    const text = await shown(next, [], { now: Date.now() + 61_000 });
    expect(text).toContain(accountId);
    expect(await shown(next, [], { now: Date.now() + 62_000 })).toBe('');
  });

  it('writes the documented members to the file, for its owner only, and says only where', async () => {
    const start = await opened();
    const file = join(folder, 'first.json');
    const accountId = await createFirstAccount(start.creation, {});
    const text = await shown(start, [accountId ?? ''], { file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const content = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    expect(Object.keys(content)).toEqual([
      'accountId',
      'endpoint',
      'tlsEndpoint',
      'tlsCaFile',
      'consoleUrl',
      'accessKeyId',
      'accessKeySecret',
      'adminLogonName',
      'adminPassword',
      'rootLogonName',
      'rootPassword',
    ]);
    expect(text).toContain(file);
    for (const secret of ['accessKeySecret', 'adminPassword', 'rootPassword'])
      expect(text).not.toContain(content[secret]);
    expect(readdirSync(folder).filter(name => name.startsWith('first.json'))).toEqual(['first.json']);
  });

  it('keeps credentials waiting when the file cannot be written after all', async () => {
    const start = await opened();
    const accountId = await createFirstAccount(start.creation, {});
    await expect(shown(start, [accountId ?? ''], { file: '/none/first.json' })).rejects.toThrow(
      CredentialsFileRefused,
    );
    expect(await shown(start, [accountId ?? ''])).toContain(accountId);
  });
});

describe('the file for credentials', () => {
  const ours = JSON.stringify({ accountId: '1', accessKeySecret: 's' });

  it('is checked without leaving anything behind', () => {
    checkCredentialsFile(join(folder, 'new.json'), true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('replaces what an earlier first start wrote, and nothing else', () => {
    const file = join(folder, 'there.json');
    writeFileSync(file, ours);
    checkCredentialsFile(file, true);
    expect(() => checkCredentialsFile(file, false)).toThrow('exists already');
    for (const other of ['', '{}', '{"accountId":"1"}', 'text', 'null']) {
      writeFileSync(file, other);
      expect(() => checkCredentialsFile(file, true)).toThrow('exists already');
    }
    expect(readFileSync(file, 'utf8')).toBe('null');
  });

  it('is refused where nothing can be written, or through a link', () => {
    writeFileSync(join(folder, 'plain'), '');
    writeFileSync(join(folder, 'target.json'), ours);
    symlinkSync(join(folder, 'target.json'), join(folder, 'link.json'));
    mkdirSync(join(folder, 'folder'));
    for (const path of ['none/x.json', 'plain/x.json', 'folder', 'link.json']) {
      expect(() => checkCredentialsFile(join(folder, path), true), path).toThrow(CredentialsFileRefused);
    }
  });
});

describe('one-time passwords', () => {
  it('suit every password policy and do not repeat', () => {
    const drawn = Array.from({ length: 500 }, oneTimePassword);
    expect(new Set(drawn).size).toBe(500);
    for (const password of drawn) {
      expect(password).toMatch(/^[a-zA-Z2-9]{5}(-[a-zA-Z2-9]{5}){3}$/);
      for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /-/]) expect(password).toMatch(kind);
      expect(password).not.toMatch(/[0O1lIio]/);
    }
  });
});
