/** The commands of `wardenry` and what each asks the server's own program to do. */
import { Command, CommanderError } from 'commander';
import { configureCommand } from './configure/command.ts';
import { credentialsCommand } from './credentials/command.ts';
import { Failure } from './failure.ts';
import { writeLines } from './lines.ts';
import { policyCommand } from './policy/command.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

const examples = `
Examples:
  wardenry serve --listen 127.0.0.1:8440 --data-dir ./data
  wardenry account create --json > second-account.json
  wardenry config print --json
  wardenry policy test policies/*.cases.json
  wardenry configure --csv AccessKey.csv --verify
  wardenry credentials exec --role acs:ram::1000000000000001:role/deploy -- terraform apply

Every setting of the server is a flag, a variable and a line of a YAML file: wardenry serve --help lists them.
`;

/**
 * Runs one command.
 *
 * @param args arguments without the program
 * @returns the exit code
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: number = EXIT.ok;
  const program = commands(async words => {
    code = await surroundings.server(words);
  });
  const end = (result: number) => {
    code = result;
  };
  for (const make of [policyCommand, credentialsCommand, configureCommand]) {
    program.addCommand(make(surroundings, end));
  }
  quiet(program, surroundings);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Failure) {
      writeLines(surroundings.err, [error.message]);
      return error.exitCode;
    }
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
}

function commands(server: (words: readonly string[]) => Promise<void>): Command {
  const program = new Command('wardenry')
    .description('Self-hosted identity and access management that speaks the RAM, IMS and STS APIs')
    .addHelpText('after', examples);
  const passed = (parent: Command, name: string, description: string, words: readonly string[]) =>
    parent
      .command(name)
      .description(description)
      .usage('[settings]')
      // The server knows its settings, and its help lists them.
      .helpOption(false)
      .allowUnknownOption()
      .allowExcessArguments()
      .action((_options: unknown, command: Command) => server([...words, ...command.args]));
  passed(program, 'serve', 'start the server', ['serve']);
  const account = program.command('account').description("accounts, on the server's own machine");
  passed(account, 'create', 'create an account and show its credentials once (--json)', [
    'account',
    'create',
  ]);
  const sessionKeys = program.command('session-keys').description('keys that seal sessions');
  passed(sessionKeys, 'rotate', 'seal sessions with a new key; those there are stay valid', [
    'session-keys',
    'rotate',
  ]);
  const config = program.command('config').description('settings of the server');
  passed(config, 'print', 'show the settings in force, without secrets (--json)', ['config', 'print']);
  passed(config, 'reference', 'print the reference of all settings (--language en|zh)', [
    'config',
    'reference',
  ]);
  passed(program, 'version', 'tell the version (--json)', ['version']);
  return program;
}

/** Lets no command end the process or write past the surroundings. */
function quiet(command: Command, surroundings: Surroundings): void {
  command
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: surroundings.out, writeErr: surroundings.err });
  for (const child of command.commands) quiet(child, surroundings);
}
