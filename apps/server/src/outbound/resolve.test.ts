import { describe, expect, it, vi } from 'vitest';
import { systemResolver } from './resolve.ts';
import { resolverFor } from './resolver-for.ts';

const { signal: never } = new AbortController();

/** A system that answers when the test says so. */
function slowSystem() {
  const asked: string[] = [];
  const answers = new Map<string, () => void>();
  const resolve = systemResolver(host => {
    asked.push(host);
    return new Promise(answer => answers.set(host, () => answer([`of ${host}`])));
  });
  return { asked, resolve, answer: (host: string) => answers.get(host)?.() };
}

describe('looking names up by the system', () => {
  it('asks about two names at once, and about the others in turn', async () => {
    const { asked, resolve, answer } = slowSystem();
    const found = ['a', 'b', 'c', 'd'].map(host => resolve(host, never));
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b']));
    answer('b');
    expect(await found[1]).toEqual(['of b']);
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b', 'c']));
    answer('a');
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b', 'c', 'd']));
    answer('c');
    answer('d');
    expect(await Promise.all(found)).toHaveLength(4);
  });

  it('asks once about a name however many wait for it, so that it takes one turn', async () => {
    const { asked, resolve, answer } = slowSystem();
    const slow = Array.from({ length: 100 }, () => resolve('slow', never));
    const other = resolve('other', never);
    await vi.waitFor(() => expect(asked).toEqual(['slow', 'other']));
    answer('other');
    expect(await other).toEqual(['of other']);
    answer('slow');
    expect(await Promise.all(slow)).toHaveLength(100);
    const again = resolve('slow', never);
    await vi.waitFor(() => expect(asked).toEqual(['slow', 'other', 'slow']));
    answer('slow');
    expect(await again).toEqual(['of slow']);
  });

  it('goes on after a name that is not known', async () => {
    const resolve = systemResolver(host =>
      host === 'known' ? Promise.resolve(['192.0.2.1']) : Promise.reject(new Error('ENOTFOUND')),
    );
    for (let times = 0; times < 5; times += 1) {
      await expect(resolve('unknown', never)).rejects.toThrow('ENOTFOUND');
    }
    expect(await resolve('known', never)).toEqual(['192.0.2.1']);
  });
});

describe('a name', () => {
  it('is looked up by the system when the operator opened it, and at name servers otherwise', async () => {
    const resolve = resolverFor(
      [
        { kind: 'host', host: 'idp.corp', port: 8443 },
        { kind: 'network', network: { address: '10.0.0.0', prefix: 8 } },
      ],
      { opened: async () => ['opened'], others: async () => ['others'] },
    );
    expect(await resolve('idp.corp', never)).toEqual(['opened']);
    for (const host of ['www.idp.corp', 'corp', 'idp.corp.', 'localhost']) {
      expect(await resolve(host, never)).toEqual(['others']);
    }
  });
});
