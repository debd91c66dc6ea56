import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoleCredentials } from '../origin/source.ts';
import { Renewal, type RenewalEvent } from './renewal.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T12:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A service that gives numbered credentials which live for an hour, unless it is told to fail. */
function world(life = 60 * MINUTE) {
  const events: RenewalEvent[] = [];
  const state = { calls: 0, failing: false, life };
  const renewal = new Renewal(
    async () => {
      state.calls += 1;
      if (state.failing) throw new Error('unreachable');
      return credentials(state.calls, Date.now() + state.life);
    },
    event => events.push(event),
  );
  return { renewal, events, state };
}

function credentials(number: number, expiration: number): RoleCredentials {
  return {
    accessKeyId: `STS.${number}`,
    accessKeySecret: 's',
    securityToken: 't',
    expiration: new Date(expiration),
  };
}

async function idOf(renewal: Renewal): Promise<string> {
  return (await renewal.current()).accessKeyId;
}

describe('credentials that are held', () => {
  it('are renewed half an hour before they expire, so that no SDK gets any that it would renew at once', async () => {
    const { renewal, state, events } = world();
    await renewal.start();
    await vi.advanceTimersByTimeAsync(30 * MINUTE - 1);
    expect([await idOf(renewal), state.calls]).toEqual(['STS.1', 1]);
    await vi.advanceTimersByTimeAsync(1);
    expect([await idOf(renewal), state.calls]).toEqual(['STS.2', 2]);
    expect(events).toEqual([{ kind: 'renewed', expiration: new Date('2026-11-24T13:30:00Z') }]);
    renewal.stop();
  });

  it('are renewed at half of their life when that is shorter', async () => {
    const { renewal, state } = world(15 * MINUTE);
    await renewal.start();
    await vi.advanceTimersByTimeAsync(7.5 * MINUTE);
    expect(state.calls).toBe(2);
    renewal.stop();
  });

  it('are asked for once, however many want them', async () => {
    const { renewal, state } = world();
    await renewal.start();
    // Timers stood still: the machine was asleep.
    vi.setSystemTime(Date.now() + 2 * 60 * MINUTE);
    const ids = await Promise.all(Array.from({ length: 50 }, () => idOf(renewal)));
    expect(new Set(ids)).toEqual(new Set(['STS.2']));
    expect(state.calls).toBe(2);
    renewal.stop();
  });

  it('go on being given while renewing fails, which is said each time, with growing pauses', async () => {
    const { renewal, state, events } = world();
    await renewal.start();
    state.failing = true;
    await vi.advanceTimersByTimeAsync(30 * MINUTE + 15_000);
    expect(await idOf(renewal)).toBe('STS.1');
    const validUntil = new Date('2026-11-24T13:00:00Z');
    expect(events).toEqual([
      { kind: 'failed', reason: 'unreachable', validUntil, retryAt: new Date('2026-11-24T12:30:05Z') },
      { kind: 'failed', reason: 'unreachable', validUntil, retryAt: new Date('2026-11-24T12:30:15Z') },
      { kind: 'failed', reason: 'unreachable', validUntil, retryAt: new Date('2026-11-24T12:30:35Z') },
    ]);
    state.failing = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await idOf(renewal)).toBe('STS.5');
    renewal.stop();
  });

  it('are never given after they expired, and asking often does not make more attempts', async () => {
    const { renewal, state, events } = world();
    await renewal.start();
    state.failing = true;
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    const { calls } = state;
    for (let count = 0; count < 20; count++) await expect(renewal.current()).rejects.toThrow('have expired');
    expect(state.calls).toBe(calls);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(state.calls).toBe(calls + 1);
    expect(events.at(-1)).toMatchObject({ kind: 'failed', validUntil: undefined });
    renewal.stop();
  });

  it('that a wrong clock makes look old do not become a busy loop', async () => {
    const { renewal, state } = world(-MINUTE);
    await renewal.start();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(state.calls).toBeLessThanOrEqual(13);
    await expect(renewal.current()).rejects.toThrow('have expired');
    renewal.stop();
  });

  it('are not renewed any more once it is stopped, and an attempt under way is given up in silence', async () => {
    let signal: AbortSignal | undefined;
    const events: RenewalEvent[] = [];
    let calls = 0;
    const renewal = new Renewal(
      given => {
        signal = given;
        calls += 1;
        if (calls === 1) return Promise.resolve(credentials(1, Date.now() + 60 * MINUTE));
        return new Promise((_resolve, reject) => {
          given.addEventListener('abort', () => reject(given.reason));
        });
      },
      event => events.push(event),
    );
    await renewal.start();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    renewal.stop();
    await vi.advanceTimersByTimeAsync(120 * MINUTE);
    expect([calls, signal?.aborted, events]).toEqual([2, true, []]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that cannot be had at the start are a failure of the start', async () => {
    const { renewal, state } = world();
    state.failing = true;
    await expect(renewal.start()).rejects.toThrow('unreachable');
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(state.calls).toBe(1);
  });
});
