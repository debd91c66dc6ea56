/** The commands `wardenry credentials …`. What they do is loaded when it is asked for. */
import { Command, Option } from 'commander';
import { EXIT, type Surroundings } from '../surroundings.ts';
import { FORMS } from './forms.ts';
import type { ServeOptions } from './local/serve.ts';
import { addSourceOptions, type SourceOptions, sourceHelp } from './origin/source-options.ts';
import type { PrintOptions } from './print.ts';

const exitCodes = `
Exit codes: ${EXIT.ok} done, ${EXIT.failure} there are no credentials, ${EXIT.usage} wrong use
`;

const serveHelp = `${sourceHelp}
--metadata answers as the metadata service of a cloud instance does: whoever on this machine reaches the listener gets
credentials. SDKs look for it at 100.100.100.200 (ip addr add 100.100.100.200/32 dev lo, then --listen
100.100.100.200:80). --uri-file answers at a secret address, for those who may read the file.

Examples:
  wardenry credentials serve --role acs:ram::1000000000000001:role/app --uri-file /run/user/1000/app.env
  wardenry credentials serve --profile app --metadata --listen 100.100.100.200:80
${exitCodes}`;

const execHelp = `${sourceHelp}
The command gets the credentials in its environment, and no others; its exit code becomes that of this command.

Examples:
  wardenry credentials exec --role acs:ram::1000000000000001:role/deploy -- terraform apply
  wardenry credentials exec --profile deploy -- sh -c 'aliyun ram ListUsers'
${exitCodes.trimEnd()}, 126 or 127 the command cannot be started
`;

const printHelp = `${sourceHelp}
Forms: shell and powershell set variables, json is what a profile of the mode External expects of its command, profile is a
profile of the aliyun CLI.

Examples:
  eval "$(wardenry credentials print --role acs:ram::1000000000000001:role/deploy)"
  wardenry credentials print --profile deploy --json
${exitCodes}`;

/**
 * Makes the commands.
 *
 * @param end takes the exit code when one of them has run
 */
export function credentialsCommand(surroundings: Surroundings, end: (code: number) => void): Command {
  const credentials = new Command('credentials').description('temporary credentials for programs');
  serveCommand(credentials).action(async (options: ServeOptions) => {
    const { serveCredentials } = await import('./local/serve.ts');
    end(await serveCredentials(options, surroundings));
  });
  execCommand(credentials).action(async (command: readonly string[], options: SourceOptions) => {
    const { executeWithCredentials } = await import('./exec.ts');
    end(await executeWithCredentials(command, options, surroundings));
  });
  printCommand(credentials).action(async (options: PrintOptions) => {
    const { printCredentials } = await import('./print.ts');
    end(await printCredentials(options, surroundings));
  });
  return credentials;
}

function serveCommand(parent: Command): Command {
  return addSourceOptions(
    parent.command('serve').description('serve them to the programs of this machine, always fresh'),
  )
    .option('--listen <address>', 'host:port on this machine; port 0 is one that is free', '127.0.0.1:0')
    .option('--metadata', 'answer the instance-metadata protocol')
    .option('--metadata-token-required', 'refuse its first version, which asks without a token')
    .option('--uri-file <file>', 'answer the credentials-URI protocol, its secret address in this file')
    .option('--json', 'write a line of JSON for everything that happens')
    .addHelpText('after', serveHelp);
}

function execCommand(parent: Command): Command {
  return addSourceOptions(
    parent
      .command('exec')
      .description('run a command that has them in its environment')
      .argument('<command...>', 'the command and its arguments, after --'),
  ).addHelpText('after', execHelp);
}

function printCommand(parent: Command): Command {
  return addSourceOptions(parent.command('print').description('print them'))
    .addOption(new Option('--form <form>', 'how').choices(FORMS).default('shell'))
    .option('--json', 'the same as --form json')
    .addHelpText('after', printHelp);
}
