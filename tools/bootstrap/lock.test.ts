import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alone } from './lock.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardenry-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a lock', () => {
  it('lets one at a time in, and everybody in the end', async () => {
    let inside = 0;
    let most = 0;
    const body = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise(setImmediate);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => alone('x.lock', body, folder)));
    expect(most).toBe(1);
  });

  it('is open again after a failure', async () => {
    await expect(alone('x.lock', () => Promise.reject(new Error('no network')), folder)).rejects.toThrow(
      'no network',
    );
    expect(existsSync(join(folder, 'x.lock'))).toBe(false);
  });

  it('is taken over from a process that died with it', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    writeFileSync(join(folder, 'x.lock'), String(dead));
    expect(await alone('x.lock', async () => 'in', folder)).toBe('in');
  });
});
