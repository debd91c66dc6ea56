// npm test [-- filter]: everything that must hold; tools/test/main.ts says what that is.
import { join } from 'node:path';
import { announce, SetUpError } from './messages.mjs';
import { typeScriptFlags } from './node.mjs';
import { root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { become } from './processes.mjs';

try {
  // Not built here: a build that fails is a finding of the tests, counted like any other.
  const node = await prepare({ extent: 'full', build: false });
  const flags = [...typeScriptFlags(node.version), '--conditions=source'];
  await become(node.path, [...flags, join(root, 'tools/test/main.ts'), ...process.argv.slice(2)]);
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  announce(error.message);
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}
