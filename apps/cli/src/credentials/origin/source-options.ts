/** The options that say where credentials come from; `serve`, `exec` and `print` have the same. */
import { type Command, InvalidArgumentError } from 'commander';

/** The options, as they were given. */
export interface SourceOptions {
  readonly endpoint?: string;
  readonly allowPlainHttp?: true;
  readonly profile?: string;
  readonly role?: string;
  readonly sessionName?: string;
  readonly duration?: number;
  readonly policy?: string;
  readonly externalId?: string;
  readonly sourceIdentity?: string;
  readonly oidcProvider?: string;
  readonly oidcTokenFile?: string;
}

/** Name of sessions that are given none. */
export const SESSION_NAME = 'wardenry-cli';

export const sourceHelp = `
Who assumes the role: --oidc-token-file, else --profile, else ALIBABA_CLOUD_ACCESS_KEY_ID and _ACCESS_KEY_SECRET (and
_SECURITY_TOKEN), else ALIBABA_CLOUD_OIDC_TOKEN_FILE, else the current profile of ~/.aliyun/config.json. A profile may
name the role itself. ALIBABA_CLOUD_ROLE_ARN, _OIDC_PROVIDER_ARN and _ROLE_SESSION_NAME stand in for their options,
WARDENRY_ENDPOINT for --endpoint, and a profile may name the server too. NODE_EXTRA_CA_CERTS names the file of an authority
of your own.
`;

/** Declares the options. */
export function addSourceOptions(command: Command): Command {
  return command
    .option('--endpoint <url>', 'the server, such as https://iam.example.com')
    .option('--allow-plain-http', 'call a server on another machine without TLS')
    .option('--role <arn>', 'the role whose session is wanted: acs:ram::<account>:role/<name>')
    .option('--profile <name>', 'a profile of the aliyun CLI, which may stand on others')
    .option('--oidc-token-file <file>', 'the token of a workload, for AssumeRoleWithOIDC')
    .option('--oidc-provider <arn>', 'who signed it: acs:ram::<account>:oidc-provider/<name>')
    .option('--session-name <name>', `name of the session; ${SESSION_NAME} unless given`)
    .option('--duration <seconds>', 'how long the session lasts; 3600 unless given', readSeconds)
    .option('--policy <file>', 'a policy document that narrows the session')
    .option('--external-id <id>', 'what the trust policy of the role asks for')
    .option('--source-identity <name>', 'who stands behind the caller');
}

function readSeconds(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give whole seconds.');
  return Number(text);
}
