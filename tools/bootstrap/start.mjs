// npm start [-- settings]: the server, from whatever state the clone is in.
import { entryPoint } from './messages.mjs';
import { serverProgram } from './places.mjs';
import { prepare } from './prepare.mjs';
import { become } from './processes.mjs';

await entryPoint(async () => {
  const node = await prepare({ extent: 'start', build: true });
  await become(node.path, [serverProgram, ...process.argv.slice(2)]);
});
