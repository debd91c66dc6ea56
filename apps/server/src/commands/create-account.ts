import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  checkCredentialsFile,
  createAccount,
  notedPlaces,
  type Places,
  showCredentials,
} from '../bootstrap/index.ts';
import { type Loaded, type Settings, secretTexts } from '../config/index.ts';
import { createLog } from '../log.ts';
import { accountCreation, openState, placesOf, presetsOf, StartRefused, type State } from '../state.ts';

/** What the command takes from the process that it runs in. */
interface Terminal {
  readonly node: string;
  out(text: string): void;
  err(text: string): void;
  fatal(error: unknown): void;
}

/**
 * Creates an account on the server's machine, also while the server runs, and shows its credentials as the first start
 * does.
 *
 * @param json prints the credentials as JSON
 * @returns the exit code
 */
export async function createAccountCommand(
  { settings }: Loaded,
  { node, out, err, fatal }: Terminal,
  json: boolean,
): Promise<number> {
  const file = json ? undefined : settings.bootstrapFile;
  if (file !== undefined) checkCredentialsFile(file, false);
  refuseEmptyFolder(settings);
  const state = await openState({
    settings,
    log: createLog({
      level: 'warn',
      format: 'text',
      secrets: secretTexts(settings),
      write: err,
      now: Date.now,
    }),
    node,
    role: 'operator',
    onSyncFailure: fatal,
    now: Date.now,
  });
  try {
    const accountId = await createAccount(accountCreation(state, settings), presetsOf(settings));
    const { installation } = state.store;
    const places = await placesToShow(settings, state);
    await showCredentials({ ...state, installation, places, file, json, print: out }, [accountId]);
  } finally {
    await state.store.close();
  }
  return 0;
}

/** A mistyped folder must not become an installation of its own. */
function refuseEmptyFolder({ databaseUrl, dataDir }: Settings): void {
  if (databaseUrl !== undefined || existsSync(join(dataDir, 'wardenry.db'))) return;
  throw new StartRefused(
    `There is no installation in ${resolve(dataDir)}: start the server on it once, or name its folder with --data-dir.`,
  );
}

/** Where the server was last reached; nowhere before one has served this installation. */
async function placesToShow(settings: Settings, { store }: State): Promise<Places> {
  const noted = (await notedPlaces(store.installation)) ?? placesOf(settings, nowhere, null);
  const { tlsCaFile } = noted;
  // A server on another machine has its CA there.
  return { ...noted, tlsCaFile: tlsCaFile !== null && existsSync(tlsCaFile) ? tlsCaFile : null };
}

const nowhere = { http: undefined, https: undefined };
