import { describe, expect, it } from 'vitest';
import { BATCH, compareBatch, newTally, shares } from './campaign.ts';

const CASES = 200_000;

describe('the engine and the second evaluator', () => {
  it(`agree on ${CASES} generated decisions`, { timeout: 600_000 }, () => {
    const tally = newTally();
    const seed = Math.floor(Math.random() * 2 ** 31);
    for (let batch = 0; batch < CASES / BATCH; batch++) compareBatch(seed + batch, tally);
    expect(tally.cases).toBe(CASES);
    expect(tally.documentSets.size).toBeGreaterThanOrEqual(20_000);
    // Without many decisions of each kind, the agreement would not mean much.
    expect(Math.min(...shares(tally.effects))).toBeGreaterThan(0.15);
    expect(Math.min(...shares(tally.roleEffects))).toBeGreaterThan(0.15);
    expect(tally.steps.size).toBe(6);
    expect(Math.min(...tally.steps.values())).toBeGreaterThan(CASES / 100);
  });
});
