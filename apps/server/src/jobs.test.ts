import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Job, type JobRunner, startJobs } from './jobs.ts';
import { openStore, type Store } from './store/index.ts';

let folder: string;
let store: Store;
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jobs-'));
  store = await openStore({
    url: `sqlite:${join(folder, 'w.db')}`,
    node: 'test',
    onSyncFailure: error => {
      throw error;
    },
    onWarning: () => undefined,
  });
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

function started(jobs: readonly Job[], runner: Partial<JobRunner> = {}): () => Promise<void> {
  const stop = startJobs(jobs, { leases: store.leases, holder: 'a', report: () => undefined, ...runner });
  stops.push(stop);
  return stop;
}

/** A job that notes by whom it was run. */
function noting(ran: string[], holder: string, name = 'j'): Job {
  return {
    name,
    every: 1,
    async step() {
      ran.push(holder);
      return false;
    },
  };
}

/** Does what another node does when the lease has expired. */
function takeOver(job: string): void {
  const database = new BetterSqlite3(join(folder, 'w.db'));
  database
    .prepare("update job_leases set holder = 'x', token = token + 1, expires_at = 9e15 where job = ?")
    .run(job);
  database.close();
}

describe('jobs', () => {
  it('run again and again, with as many steps as there is work', async () => {
    let steps = 0;
    started([{ name: 'j', every: 1, step: async () => ++steps % 3 !== 0 }]);
    await vi.waitFor(() => expect(steps).toBeGreaterThan(6));
  });

  it('run on one of two nodes', async () => {
    const ran: string[] = [];
    const others: string[] = [];
    started([noting(ran, 'a')]);
    await vi.waitFor(() => expect(ran.length).toBeGreaterThan(0));
    started([noting(ran, 'b'), noting(others, 'b', 'other')], { holder: 'b' });
    await vi.waitFor(() => expect(others.length).toBeGreaterThan(3));
    expect(new Set(ran)).toEqual(new Set(['a']));
  });

  it('go to another node, under a higher token, when the first stops', async () => {
    const ran: string[] = [];
    const tokens: number[] = [];
    const stop = started([noting(ran, 'a')]);
    await vi.waitFor(() => expect(ran.length).toBeGreaterThan(0));
    const step: Job['step'] = async lease => {
      tokens.push(lease.token);
      return false;
    };
    started([{ name: 'j', every: 1, step }], { holder: 'b' });
    await stop();
    await vi.waitFor(() => expect(tokens.length).toBeGreaterThan(0));
    expect(tokens[0]).toBe(2);
  });

  it('stop in the middle of much work when the lease is lost', async () => {
    let steps = 0;
    const others: string[] = [];
    const step = async () => {
      steps += 1;
      if (steps === 2) takeOver('j');
      return true;
    };
    started([{ name: 'j', every: 1, step }]);
    await vi.waitFor(() => expect(steps).toBe(2));
    started([noting(others, 'a', 'other')]);
    await vi.waitFor(() => expect(others.length).toBeGreaterThan(3));
    expect(steps).toBe(2);
  });

  it('go on after a failure, which is reported', async () => {
    const reports: unknown[] = [];
    let steps = 0;
    const step = async () => {
      steps += 1;
      if (steps === 1) throw new Error('once');
      return false;
    };
    started([{ name: 'j', every: 1, step }], { report: (error, job) => reports.push([String(error), job]) });
    await vi.waitFor(() => expect(steps).toBeGreaterThan(2));
    expect(reports).toEqual([['Error: once', 'j']]);
  });

  it('are finished, not cut, when they are stopped', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    let state = 'not begun';
    const step = async () => {
      state = 'begun';
      await gate;
      state = 'done';
      return true;
    };
    const stop = started([{ name: 'j', every: 1, step }]);
    await vi.waitFor(() => expect(state).toBe('begun'));
    const stopped = stop();
    open();
    await stopped;
    expect(state).toBe('done');
  });
});
