import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the clone, an absolute path without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The ignored folder for everything that this folder brings onto a machine, and for its locks and stamps. */
export const broughtFolder = join(root, '.tools');

/** The server's program, as it is built: what npm start and npx wardenry run. */
export const serverProgram = join(root, 'apps/server/bin/server.cjs');
