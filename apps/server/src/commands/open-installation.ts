/** How commands on the server's machine open its installation, also while the server runs. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Settings, secretTexts } from '../config/index.ts';
import { createLog } from '../log.ts';
import { openState, StartRefused, type State } from '../state.ts';

/** What commands take from the process that they run in. */
export interface Terminal {
  readonly node: string;
  out(text: string): void;
  err(text: string): void;
  fatal(error: unknown): void;
}

/**
 * Opens the state beside a server.
 *
 * @throws StartRefused, and what opening the state throws; each message is one sentence
 */
export function openInstallation(settings: Settings, { node, err, fatal }: Terminal): Promise<State> {
  refuseEmptyFolder(settings);
  const secrets = secretTexts(settings);
  return openState({
    settings,
    log: createLog({ level: 'warn', format: 'text', secrets, write: err, now: Date.now }),
    node,
    role: 'operator',
    onSyncFailure: fatal,
    now: Date.now,
  });
}

/** A mistyped folder must not become an installation of its own. */
function refuseEmptyFolder({ databaseUrl, dataDir }: Settings): void {
  if (databaseUrl !== undefined || existsSync(join(dataDir, 'wardenry.db'))) return;
  throw new StartRefused(
    `There is no installation in ${resolve(dataDir)}: start the server on it once, or name its folder with --data-dir.`,
  );
}
