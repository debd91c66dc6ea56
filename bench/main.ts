// npm run bench -- <name>: one benchmark, with its figures as a line of JSON at the end.
import { runByName } from '../tools/named-runs.ts';

process.exitCode = await runByName(
  { command: 'npm run bench --', folder: import.meta.dirname },
  process.argv.slice(2),
  line => console.log(line),
);
