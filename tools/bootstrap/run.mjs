// run.mjs [--built] FILE.ts …: one of our TypeScript programs, on the sources as they are.
// --built compiles first, for programs that also start the built server.
import { resolve } from 'node:path';
import { entryPoint, SetUpError } from './messages.mjs';
import { typeScriptFlags } from './node.mjs';
import { prepare } from './prepare.mjs';
import { become } from './processes.mjs';

await entryPoint(async () => {
  const args = process.argv.slice(2);
  const build = args[0] === '--built';
  const [file, ...rest] = build ? args.slice(1) : args;
  if (file === undefined)
    throw new SetUpError('Usage: node tools/bootstrap/run.mjs [--built] FILE.ts [arguments]');
  const node = await prepare({ extent: 'full', build });
  await become(node.path, [...typeScriptFlags(node.version), '--conditions=source', resolve(file), ...rest]);
});
