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
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      const stop = () => {
        // Whichever comes next ends the process at once.
        for (const signal of signals) process.off(signal, stop);
        resolve();
      };
      for (const signal of signals) process.on(signal, stop);
    }),
  ask: (question, hidden) => askAtTerminal(question, hidden, process.stdin, process.stderr),
};

// A reader that has seen enough, such as head, ends nothing: what is served goes on being served.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  process.exitCode = await run(process.argv.slice(2), surroundings);
} catch (error) {
  surroundings.err(`wardenry: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT.failure;
}
