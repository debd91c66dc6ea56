import { describe, expect, it, vi } from 'vitest';
import { systemResolver } from './resolve.ts';

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

describe('looking names up', () => {
  it('asks the system about two names at once, and about the others in turn', async () => {
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

  it('does not ask for those who have given up waiting', async () => {
    const { asked, resolve, answer } = slowSystem();
    const impatient = new AbortController();
    const found = [resolve('a', never), resolve('b', never)];
    const given = resolve('c', impatient.signal);
    const last = resolve('d', never);
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b']));
    impatient.abort(new Error('too late'));
    await expect(given).rejects.toThrow('too late');
    answer('a');
    await vi.waitFor(() => expect(asked).toEqual(['a', 'b', 'd']));
    answer('b');
    answer('d');
    await Promise.all([...found, last]);
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
