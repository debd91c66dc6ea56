// npx wardenry …: the command-line tool of this clone, whatever Node is on the PATH.
import { join } from 'node:path';
import { entryPoint } from './messages.mjs';
import { root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { become } from './processes.mjs';

await entryPoint(async () => {
  const node = await prepare({ extent: 'start', build: true });
  await become(node.path, [join(root, 'apps/cli/dist/main.js'), ...process.argv.slice(2)]);
});
