/** Shows credentials that wait to be shown: in the bootstrap file, else on the terminal; then forgets them. */
import type { Sealer } from '../sealing/index.ts';
import type { Installation } from '../store/index.ts';
import { type Credentials, credentialsJson, credentialsText, type Places } from './credentials.ts';
import { writeCredentialsFile } from './credentials-file.ts';
import { forgetShown, unshownCredentials } from './unshown.ts';

/** Where and how credentials are shown. */
export interface Showing {
  readonly installation: Installation;
  readonly sealer: Sealer;
  readonly places: Places;
  /** File that takes the place of the terminal. */
  readonly file?: string | undefined;
  /** Prints JSON to the terminal, also where a file is named. */
  readonly json?: boolean;
  print(text: string): void;
}

/**
 * Shows what has not been shown.
 *
 * @param own accounts that this process created
 * @param now milliseconds since 1970, to show as well what an interrupted process left behind
 * @throws CredentialsFileRefused; the credentials then wait for the next start
 */
export async function showCredentials(showing: Showing, own: readonly string[], now?: number): Promise<void> {
  const { installation, sealer } = showing;
  let { file } = showing;
  for (const credentials of await unshownCredentials(installation, sealer, own, now)) {
    showOne(showing, credentials, file);
    // A file holds one account; more than one only wait after several interrupted processes.
    file = undefined;
    await forgetShown(installation, credentials.accountId);
  }
}

function showOne(
  { places, json = false, print }: Showing,
  credentials: Credentials,
  file: string | undefined,
): void {
  if (json) print(credentialsJson(credentials, places));
  else if (file === undefined) print(credentialsText(credentials, places));
  else {
    writeCredentialsFile(file, credentialsJson(credentials, places));
    print(
      `The credentials of account ${credentials.accountId} were written to ${file}, and are shown nowhere else.\n`,
    );
  }
}
