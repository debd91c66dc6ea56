/** The process of the `wardenry` command. */
import { run } from './commands.ts';
import { serverProgram } from './server-program.ts';
import { EXIT } from './surroundings.ts';

const surroundings = {
  server: (args: readonly string[]) => serverProgram(args, process.env),
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  environment: process.env,
};

try {
  process.exitCode = await run(process.argv.slice(2), surroundings);
} catch (error) {
  surroundings.err(`wardenry: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT.failure;
}
