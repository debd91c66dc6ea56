// npm run dev: the server from its sources, started again whenever one of them changes.
import { join } from 'node:path';
import { entryPoint } from './messages.mjs';
import { typeScriptFlags } from './node.mjs';
import { root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { become } from './processes.mjs';

await entryPoint(async () => {
  const node = await prepare({ extent: 'full', build: false });
  const flags = [
    ...typeScriptFlags(node.version),
    '--conditions=source',
    '--watch',
    '--watch-preserve-output',
  ];
  await become(node.path, [...flags, join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)]);
});
