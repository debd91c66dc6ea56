/** The process of the `wardenry` command. */
import { homedir } from 'node:os';
import { run } from './commands.ts';
import { serverProgram } from './server-program.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { askAtTerminal } from './terminal.ts';

const surroundings: Surroundings = {
  server: args => serverProgram(args, process.env),
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  environment: process.env,
  home: homedir(),
  untilStopped: () =>
    new Promise(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve());
    }),
  ask: (question, hidden) => askAtTerminal(question, hidden, process.stdin, process.stderr),
};

try {
  process.exitCode = await run(process.argv.slice(2), surroundings);
} catch (error) {
  surroundings.err(`wardenry: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT.failure;
}
