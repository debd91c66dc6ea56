import { describe, expect, it } from 'vitest';
import { ApiError } from '../../kernel/errors.ts';
import { ComputingTime, type Turns } from './computing-time.ts';

/** Time that passes only when a test says so. */
function handSetTime() {
  let now = 1000;
  let turns = 0;
  const clock: Turns = {
    now: () => now,
    next: async () => {
      turns += 1;
    },
  };
  const work = (milliseconds: number) => () => {
    now += milliseconds;
    return milliseconds;
  };
  return { clock, work, turns: () => turns };
}

describe('the computing time of a call', () => {
  it('is given back after a few milliseconds of it, and not before', async () => {
    const { clock, work, turns } = handSetTime();
    const time = new ComputingTime(1000, clock);
    expect(time.spend(work(4))).toBe(4);
    expect(time.pause()).toBeUndefined();
    time.spend(work(1));
    await time.pause();
    expect(turns()).toBe(1);
    time.spend(work(4));
    expect(time.pause()).toBeUndefined();
    time.spend(work(60));
    await time.pause();
    expect(turns()).toBe(2);
  });

  it('is not what passes between two pieces of work', () => {
    const { clock, work } = handSetTime();
    const time = new ComputingTime(10, clock);
    time.spend(work(4));
    work(1_000_000)();
    expect(time.pause()).toBeUndefined();
    expect(time.spend(work(1))).toBe(1);
  });

  it('is bounded: what comes after the bound is refused undone', () => {
    const { clock, work } = handSetTime();
    const time = new ComputingTime(10, clock);
    time.spend(work(10));
    time.spend(work(1));
    let done = false;
    const late = () => {
      done = true;
    };
    expect(() => time.spend(late)).toThrow(ApiError);
    expect(() => time.spend(late)).toThrow(/more than 10 milliseconds/);
    expect(done).toBe(false);
  });
});
