/** Compares the policy engine and the second evaluator of its tests on as many generated decisions as one likes. */
import { parseArgs } from 'node:util';
import { BATCH, compareBatch, newTally } from '../packages/policy/test/campaign.ts';

export const summary =
  'Both policy evaluators on generated documents and requests: equal answers (--cases 1000000, --seed S)';

/** How often a line says how far it is, in batches. */
const NEWS_EVERY = 20;

/** @param args `--cases N` (1,000,000), rounded up to whole batches; `--seed S` (random): the first batch's */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string' } },
  });
  const batches = Math.ceil(wholeNumber('cases', values.cases) / BATCH);
  const seed =
    values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : wholeNumber('seed', values.seed);
  const tally = newTally();
  for (let batch = 0; batch < batches; batch += 1) {
    try {
      compareBatch(seed + batch, tally);
    } catch (error) {
      console.error(error);
      console.error(`Again: npm run soak -- policy --cases ${BATCH} --seed ${seed + batch}`);
      process.exitCode = 1;
      return;
    }
    if ((batch + 1) % NEWS_EVERY === 0) console.log(`${tally.cases} decisions alike`);
  }
  const { cases, documentSets, effects, roleEffects } = tally;
  console.log(JSON.stringify({ seed, cases, documentSets: documentSets.size, effects, roleEffects }));
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Error(`--${name} must be a whole number, not ${text}.`);
  return number;
}
