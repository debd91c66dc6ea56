/** Sessions are ended over and over, in every way there is: none is let in late on the node that ended it. */
import { endings, lateAccepts } from '../apps/server/test/sessions/revocation.ts';
import { openSessions } from '../apps/server/test/sessions/suite.ts';
import { option } from '../bench/load/options.ts';

export const summary = 'sessions ended in every way, 300 trials of each: calls let in late';

/** @param args `--trials=N` of each way (300) */
export async function run(args: readonly string[]): Promise<void> {
  const trials = option(args, 'trials', 300);
  const { contract, home } = await openSessions({
    WARDENRY_QUOTA_ROLES: '100000',
    WARDENRY_QUOTA_USERS: '100000',
  });
  try {
    let all = 0;
    for (const ending of endings) {
      const late = await lateAccepts(home, ending, trials);
      all += late.length;
      console.log(`${ending.title}: ${late.length} of ${trials * 3} calls were let in late`);
    }
    console.log(JSON.stringify({ name: 'revocation', ways: endings.length, trials, late: all }));
    if (all > 0) throw new Error(`${all} calls were let in late`);
  } finally {
    await contract.stop();
  }
}
