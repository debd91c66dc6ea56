import { EXIT, type Surroundings } from '../surroundings.ts';
import { type Form, inForm } from './forms.ts';
import { readOrigin } from './origin/read-origin.ts';
import { obtain } from './origin/source.ts';
import type { SourceOptions } from './origin/source-options.ts';

/** Options of `wardenry credentials print`. */
export interface PrintOptions extends SourceOptions {
  readonly form: Form;
  readonly json?: true;
}

/**
 * Prints the credentials of a session.
 *
 * @returns the exit code
 * @throws Failure when there are none
 */
export async function printCredentials(options: PrintOptions, surroundings: Surroundings): Promise<number> {
  const { source, endpoint, roleName } = readOrigin(options, surroundings);
  const credentials = await obtain(source, endpoint, new AbortController().signal);
  const form = options.json ? 'json' : options.form;
  surroundings.out(inForm(form, { credentials, roleName, host: endpoint.host }));
  return EXIT.ok;
}
