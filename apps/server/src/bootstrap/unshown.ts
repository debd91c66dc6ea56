/**
 * Credentials that are stored and not yet shown. They commit with their account, sealed, and are forgotten once they have
 * been shown: a process that dies in between leaves them to the next start, and no account is ever lost.
 */
import type { Sealer } from '../sealing/index.ts';
import type { Installation, InstallationChange } from '../store/index.ts';
import type { Credentials } from './credentials.ts';

const FACT = 'unshown_credentials';

/** Milliseconds that another process is given to show its own. */
const GRACE = 5000;

interface Note {
  readonly accountId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sealed: string;
}

function placeOf(accountId: string) {
  return { table: 'installation', row: FACT, accountId };
}

/** Notes credentials down in the transaction that creates their account. */
export async function noteUnshown(
  change: InstallationChange,
  sealer: Sealer,
  credentials: Credentials,
  at: number,
): Promise<void> {
  const { accountId } = credentials;
  const sealed = sealer.seal(JSON.stringify(credentials), placeOf(accountId));
  const notes = notesOf(await change.fact(FACT));
  await change.setFact(FACT, JSON.stringify([...notes, { accountId, at, sealed }]));
}

/**
 * Credentials that nobody has shown.
 *
 * @param own accounts that this process created
 * @param now milliseconds since 1970, to take those of other processes in as well that had their time to show them
 */
export async function unshownCredentials(
  installation: Installation,
  sealer: Sealer,
  own: readonly string[],
  now: number | undefined,
): Promise<readonly Credentials[]> {
  const due = notesOf(await installation.fact(FACT)).filter(
    ({ accountId, at }) => own.includes(accountId) || (now !== undefined && now - at > GRACE),
  );
  // What is opened is what `noteUnshown` sealed, bound to its account.
  return due.map(
    ({ accountId, sealed }) => JSON.parse(sealer.open(sealed, placeOf(accountId))) as Credentials,
  );
}

/** Forgets the credentials of an account, since they have been shown. */
export async function forgetShown(installation: Installation, accountId: string): Promise<void> {
  await installation.change(async change => {
    const left = notesOf(await change.fact(FACT)).filter(note => note.accountId !== accountId);
    await change.setFact(FACT, left.length === 0 ? '' : JSON.stringify(left));
  });
}

function notesOf(fact: string | undefined): readonly Note[] {
  return fact === undefined || fact === '' ? [] : (JSON.parse(fact) as readonly Note[]);
}
