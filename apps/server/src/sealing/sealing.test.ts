import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyNotOpened, localKeyWrapper } from './key-wrapper.ts';
import { MasterKeyRefused, makeMasterKeyFile } from './master-key.ts';
import { openSealing } from './open-sealing.ts';
import { type DataKeyStore, openSealer, SealBroken, type StoredDataKey } from './sealer.ts';

const key = (byte: number) => Buffer.alloc(32, byte);
const place = { table: 'access_keys', row: 'AK1', accountId: '1000000000000001' };

/** What a table of data keys does, for rules that need no database. */
function dataKeys(rows: StoredDataKey[] = []): DataKeyStore & { rows: StoredDataKey[] } {
  return {
    rows,
    all: async () => [...rows],
    async addUnlessPresent(row) {
      if (!rows.some(({ dataKeyId }) => dataKeyId === row.dataKeyId)) rows.push(row);
    },
  };
}

function altered(text: string): string[] {
  return Array.from({ length: text.length }, (_, i) => {
    const other = text[i] === 'A' ? 'B' : 'A';
    return text.slice(0, i) + other + text.slice(i + 1);
  });
}

describe('a seal', () => {
  it('opens where it was made, and is another text every time', async () => {
    const sealer = await openSealer(localKeyWrapper(key(1)), dataKeys());
    const sealed = sealer.seal('sécret ✓', place);
    expect(sealer.open(sealed, place)).toBe('sécret ✓');
    expect(sealer.seal('sécret ✓', place)).not.toBe(sealed);
    expect(sealed).toMatch(/^s1\.1\.[A-Za-z0-9_-]+$/);
  });

  it('does not open at another table, row or account', async () => {
    const sealer = await openSealer(localKeyWrapper(key(1)), dataKeys());
    const sealed = sealer.seal('secret', place);
    for (const elsewhere of [{ table: 'users' }, { row: 'AK2' }, { accountId: '1000000000000002' }]) {
      expect(() => sealer.open(sealed, { ...place, ...elsewhere })).toThrow(SealBroken);
    }
    expect(() => sealer.open(sealed, { ...place, table: 'access_keysAK1', row: '' })).toThrow(SealBroken);
  });

  it('does not open when any one character was altered, or a part is missing', async () => {
    const sealer = await openSealer(localKeyWrapper(key(1)), dataKeys());
    const sealed = sealer.seal('secret', place);
    for (const text of altered(sealed)) expect(() => sealer.open(text, place), text).toThrow(SealBroken);
    for (const text of [
      '',
      's1',
      's1.1',
      's1.1.',
      sealed.slice(0, -1),
      `${sealed}A`,
      `${sealed}=`,
      `${sealed}\n`,
    ]) {
      expect(() => sealer.open(text, place), text).toThrow(SealBroken);
    }
  });

  it('opens after a restart, by the same master key', async () => {
    const store = dataKeys();
    const sealed = (await openSealer(localKeyWrapper(key(1)), store)).seal('secret', place);
    const again = await openSealer(localKeyWrapper(key(1)), store);
    expect(store.rows).toHaveLength(1);
    expect(again.open(sealed, place)).toBe('secret');
  });

  it('is made by the newest data key and opened by the one it names', async () => {
    const store = dataKeys();
    const sealed = (await openSealer(localKeyWrapper(key(1)), store)).seal('old', place);
    store.rows.push({ dataKeyId: 2, wrapped: await localKeyWrapper(key(1)).wrap(key(9), 2) });
    const rotated = await openSealer(localKeyWrapper(key(1)), store);
    expect(rotated.seal('new', place)).toMatch(/^s1\.2\./);
    expect(rotated.open(sealed, place)).toBe('old');
    expect(() => rotated.open(sealed.replace('s1.1.', 's1.2.'), place)).toThrow(SealBroken);
  });
});

describe('derived keys', () => {
  it('are the same on every node and after every start, and differ by purpose', async () => {
    const store = dataKeys();
    const one = await openSealer(localKeyWrapper(key(1)), store);
    const other = await openSealer(localKeyWrapper(key(1)), store);
    expect(other.derive('journal')).toEqual(one.derive('journal'));
    expect(one.derive('journal')).toHaveLength(32);
    expect(one.derive('token')).not.toEqual(one.derive('journal'));
  });

  it('stay when a data key is added', async () => {
    const store = dataKeys();
    const before = (await openSealer(localKeyWrapper(key(1)), store)).derive('journal');
    store.rows.push({ dataKeyId: 2, wrapped: await localKeyWrapper(key(1)).wrap(key(9), 2) });
    expect((await openSealer(localKeyWrapper(key(1)), store)).derive('journal')).toEqual(before);
  });
});

describe('the data key', () => {
  it('does not open by another master key, and the sentence names both ids', async () => {
    const store = dataKeys();
    await openSealer(localKeyWrapper(key(1)), store);
    const opening = openSealer(localKeyWrapper(key(2)), store);
    await expect(opening).rejects.toThrow(KeyNotOpened);
    await expect(opening).rejects.toThrow(localKeyWrapper(key(1)).keyId);
  });

  it('does not open when it was altered or given another number', async () => {
    const wrapper = localKeyWrapper(key(1));
    const wrapped = await wrapper.wrap(key(7), 1);
    await expect(wrapper.unwrap(wrapped, 2)).rejects.toThrow(KeyNotOpened);
    for (const text of altered(wrapped)) await expect(wrapper.unwrap(text, 1)).rejects.toThrow(KeyNotOpened);
  });

  it('is the same for two nodes that make it at once', async () => {
    const store = dataKeys();
    const [one, other] = await Promise.all([
      openSealer(localKeyWrapper(key(1)), store),
      openSealer(localKeyWrapper(key(1)), store),
    ]);
    expect(other.open(one.seal('secret', place), place)).toBe('secret');
  });

  it('is not stored in clear', async () => {
    const store = dataKeys();
    const sealer = await openSealer(localKeyWrapper(key(1)), store);
    expect(JSON.stringify(store.rows)).not.toContain(Buffer.from(sealer.derive('x')).toString('base64url'));
    expect(store.rows[0]?.wrapped).toMatch(/^w1\./);
  });
});

describe('the master key of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sealing-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, readable by its owner only, with nothing left beside it', async () => {
    const store = dataKeys();
    const first = await openSealing(undefined, folder, store);
    expect(first.madeMasterKey).toBe(join(folder, 'master.key'));
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['master.key']);
    const second = await openSealing(undefined, folder, store);
    expect(second.madeMasterKey).toBeUndefined();
    expect(second.sealer.open(first.sealer.seal('secret', place), place)).toBe('secret');
  });

  it('gives way to the setting', async () => {
    const store = dataKeys();
    const setting = key(5).toString('base64');
    const { madeMasterKey } = await openSealing(setting, folder, store);
    expect(madeMasterKey).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    makeMasterKeyFile(folder);
    await expect(openSealing(undefined, folder, store)).rejects.toThrow(KeyNotOpened);
    await expect(openSealing(setting, folder, store)).resolves.toBeDefined();
  });

  it('is not made beside secrets that it could not open', async () => {
    const store = dataKeys();
    await openSealing(key(5).toString('base64'), folder, store);
    await expect(openSealing(undefined, folder, store)).rejects.toThrow('the master key is missing');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken back when another node was faster', async () => {
    const store = dataKeys();
    const theirs = await localKeyWrapper(key(5)).wrap(key(6), 1);
    const racing: DataKeyStore = {
      all: store.all,
      async addUnlessPresent() {
        await store.addUnlessPresent({ dataKeyId: 1, wrapped: theirs });
      },
    };
    await expect(openSealing(undefined, folder, racing)).rejects.toThrow(KeyNotOpened);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is the same for two processes that make it at once', () => {
    const first = makeMasterKeyFile(folder);
    const second = makeMasterKeyFile(folder);
    expect(second).toEqual({ key: first.key, made: false });
  });

  it('is refused when others may read it', async () => {
    writeFileSync(join(folder, 'master.key'), key(1).toString('base64'), { mode: 0o644 });
    await expect(openSealing(undefined, folder, dataKeys())).rejects.toThrow('can be read by others');
  });

  it.each(['', 'short', key(1).toString('hex'), `${key(1).toString('base64')}x`])(
    'is refused as %j',
    async content => {
      writeFileSync(join(folder, 'master.key'), content, { mode: 0o600 });
      await expect(openSealing(undefined, folder, dataKeys())).rejects.toThrow(MasterKeyRefused);
      expect(readFileSync(join(folder, 'master.key'), 'utf8')).toBe(content);
    },
  );
});
