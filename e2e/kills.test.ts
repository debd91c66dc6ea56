import { expect, test } from 'vitest';
import { killCampaign } from './kill-campaign.ts';

test('fifty kills under write load lose no acknowledged write and leave none half-applied', async () => {
  const outcome = await killCampaign({ kills: 50, seed: 20_261_124 });
  process.stdout.write(
    `kills ${outcome.kills} (${outcome.killsUnderLoad} under load), acknowledged writes ${outcome.acknowledgedWrites}, unknown ${outcome.unknown}\n`,
  );
  expect(outcome.lost).toEqual([]);
  expect(outcome.halfApplied).toEqual([]);
  // A campaign whose kills hit an idle server would prove nothing.
  expect(outcome.killsUnderLoad).toBeGreaterThan(25);
  expect(outcome.acknowledgedWrites).toBeGreaterThan(500);
}, 300_000);
