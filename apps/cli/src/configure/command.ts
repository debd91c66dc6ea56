/** The command `wardenry configure`. What it does is loaded when it is asked for. */
import { Command, Option } from 'commander';
import { EXIT, type Surroundings } from '../surroundings.ts';
import type { ConfigureOptions } from './configure.ts';
import { TOOLS } from './tools.ts';

const help = `
aliyun is the aliyun CLI (~/.aliyun/config.json), sdk the file that SDKs read (~/.alibabacloud/credentials, or the one that
ALIBABA_CLOUD_CREDENTIALS_FILE names), serverless-devs ~/.s/access.yaml. Files get mode 0600; other profiles in them stay as
they are. Without --csv the AccessKey is asked for at the terminal. Serverless Devs needs the id of the account, which the
server tells unless --account-id does. WARDENRY_ENDPOINT stands in for --endpoint.

Examples:
  wardenry configure --csv AccessKey.csv --endpoint https://iam.example.com --verify
  wardenry configure --for aliyun sdk serverless-devs --profile lab --csv AccessKey.csv --force --json
Exit codes: ${EXIT.ok} written, ${EXIT.failure} nothing was written, ${EXIT.usage} wrong use
`;

/**
 * Makes the command.
 *
 * @param end takes the exit code when it has run
 */
export function configureCommand(surroundings: Surroundings, end: (code: number) => void): Command {
  return new Command('configure')
    .description('write an AccessKey into the profiles of tools')
    .addOption(new Option('--for <tool...>', 'whose profiles').choices(TOOLS).default(['aliyun']))
    .option('--profile <name>', 'name of the profile', 'default')
    .option('--csv <file>', 'the downloaded file with the AccessKey')
    .option('--access-key-id <id>', 'which AccessKey of the file, or the one whose secret is asked for')
    .option('--endpoint <url>', 'the server, such as https://iam.example.com')
    .option('--allow-plain-http', 'call a server on another machine without TLS')
    .option('--region <id>', 'the region in a profile of the aliyun CLI; cn-hangzhou in a new one')
    .option('--account-id <id>', 'the account, for Serverless Devs')
    .option('--verify', 'ask the server whose AccessKey it is before anything is written')
    .option('--force', 'replace profiles without asking')
    .option('--json', 'write one JSON document')
    .addHelpText('after', help)
    .action(async (options: ConfigureOptions) => {
      const { configure } = await import('./configure.ts');
      end(await configure(options, surroundings));
    });
}
