import { existsSync } from 'node:fs';
import {
  checkCredentialsFile,
  createAccount,
  notedPlaces,
  type Places,
  showCredentials,
} from '../bootstrap/index.ts';
import type { Loaded, Settings } from '../config/index.ts';
import { accountCreation, placesOf, presetsOf, type State } from '../state.ts';
import { openInstallation, type Terminal } from './open-installation.ts';

/**
 * Creates an account on the server's machine, also while the server runs, and shows its credentials as the first start
 * does.
 *
 * @param json prints the credentials as JSON
 * @returns the exit code
 */
export async function createAccountCommand(
  { settings }: Loaded,
  terminal: Terminal,
  json: boolean,
): Promise<number> {
  const file = json ? undefined : settings.bootstrapFile;
  if (file !== undefined) checkCredentialsFile(file, false);
  const state = await openInstallation(settings, terminal);
  try {
    const accountId = await createAccount(accountCreation(state, settings), presetsOf(settings));
    const { installation } = state.store;
    const places = await placesToShow(settings, state);
    await showCredentials({ ...state, installation, places, file, json, print: terminal.out }, [accountId]);
  } finally {
    await state.store.close();
  }
  return 0;
}

/** Where the server was last reached; nowhere before one has served this installation. */
async function placesToShow(settings: Settings, { store }: State): Promise<Places> {
  const noted = (await notedPlaces(store.installation)) ?? placesOf(settings, nowhere, null);
  const { tlsCaFile } = noted;
  // A server on another machine has its CA there.
  return { ...noted, tlsCaFile: tlsCaFile !== null && existsSync(tlsCaFile) ? tlsCaFile : null };
}

const nowhere = { http: undefined, https: undefined };
