import type { Loaded } from '../config/index.ts';
import { openInstallation, type Terminal } from './open-installation.ts';

/**
 * Makes a new key that seals the tokens of sessions, on the server's machine, also while servers run. Tokens that were
 * sealed before stay valid until they expire.
 *
 * @returns the exit code
 */
export async function rotateSessionKeysCommand({ settings }: Loaded, terminal: Terminal): Promise<number> {
  const { sessionKeys, store } = await openInstallation(settings, terminal);
  try {
    const keyId = await sessionKeys.rotate();
    terminal.out(`Key ${keyId} seals sessions in two minutes, when every node has read it.\n`);
  } finally {
    await store.close();
  }
  return 0;
}
