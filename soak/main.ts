// npm run soak -- <name>: one long campaign of what the tests do briefly.
import { runByName } from '../tools/named-runs.ts';

process.exitCode = await runByName(
  { command: 'npm run soak --', folder: import.meta.dirname },
  process.argv.slice(2),
  line => console.log(line),
);
