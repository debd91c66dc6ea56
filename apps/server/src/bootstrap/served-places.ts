/**
 * Where the server is reached, noted in the database: a command that runs beside it has other settings, and does not know
 * which port the system chose.
 */
import type { Installation } from '../store/index.ts';
import type { Places } from './credentials.ts';

const FACT = 'served_at';

/** Notes where this server is reached, unless just that is noted already; of several nodes the last one counts. */
export async function notePlaces(installation: Installation, places: Places): Promise<void> {
  const text = JSON.stringify(places);
  if ((await installation.fact(FACT)) === text) return;
  await installation.change(change => change.setFact(FACT, text));
}

/** @returns undefined when no server has served this installation yet */
export async function notedPlaces(installation: Installation): Promise<Places | undefined> {
  const text = await installation.fact(FACT);
  return text === undefined ? undefined : (JSON.parse(text) as Places);
}
