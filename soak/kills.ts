/** Kills the server at random moments under write load and compares what it acknowledged with what is there afterwards. */
import { killCampaign } from '../e2e/kill-campaign.ts';

export const summary =
  'SIGKILL under write load: no acknowledged write lost, none half-applied (--kills=200)';

/** @param args `--kills=N` (200), `--seed=N` */
export async function run(args: readonly string[]): Promise<void> {
  const number = (name: string, fallback: number): number => {
    const given = args.find(arg => arg.startsWith(`--${name}=`));
    return given === undefined ? fallback : Number(given.slice(name.length + 3));
  };
  const outcome = await killCampaign({
    kills: number('kills', 200),
    seed: number('seed', Date.now() % 1_000_000),
  });
  console.log(JSON.stringify(outcome));
  if (outcome.lost.length > 0 || outcome.halfApplied.length > 0) process.exitCode = 1;
}
