import { runChild } from '../child-process.ts';
import type { Surroundings } from '../surroundings.ts';
import { credentialVariables } from './forms.ts';
import { readOrigin } from './origin/read-origin.ts';
import { obtain, type RoleCredentials } from './origin/source.ts';
import type { SourceOptions } from './origin/source-options.ts';

/** Prefixes of variables that SDKs, the aliyun CLI and Terraform read (spec: domain 13.2). */
const PREFIXES = ['ALIBABA_CLOUD_', 'ALIBABACLOUD_', 'ALICLOUD_', ''] as const;

/** What else could say who a program is, beside the credentials that it is given. */
const OTHER_CREDENTIALS = [
  'ACCESS_KEY',
  'ACCESS_KEY_ID',
  'ACCESS_KEY_SECRET',
  'SECRET_KEY',
  'SECURITY_TOKEN',
  'ASSUME_ROLE_ARN',
  'ROLE_ARN',
  'OIDC_PROVIDER_ARN',
  'OIDC_TOKEN_FILE',
  'CREDENTIALS_URI',
  'ECS_METADATA',
  'PROFILE',
] as const;

/** Without a prefix only these are credentials of ours; `PROFILE` and the like are words of many programs. */
const UNPREFIXED: ReadonlySet<string> = new Set(['ACCESS_KEY_ID', 'ACCESS_KEY_SECRET', 'SECURITY_TOKEN']);

/**
 * Runs a command with the credentials of a session in its environment.
 *
 * @returns its exit code
 * @throws Failure when there are no credentials, or the command cannot be started
 */
export async function executeWithCredentials(
  command: readonly string[],
  options: SourceOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { source, endpoint } = readOrigin(options, surroundings);
  const credentials = await obtain(source, endpoint, new AbortController().signal);
  return runChild(command, childEnvironment(surroundings.environment, credentials));
}

/**
 * The environment of a command that is to have these credentials and no others: what else says who it is, such as the
 * AccessKey that the role was assumed with, is taken out.
 */
export function childEnvironment(
  environment: Surroundings['environment'],
  credentials: RoleCredentials,
): Readonly<Record<string, string>> {
  const removed = new Set(
    PREFIXES.flatMap(prefix =>
      OTHER_CREDENTIALS.filter(name => prefix !== '' || UNPREFIXED.has(name)).map(name => prefix + name),
    ),
  );
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !removed.has(name)) kept[name] = value;
  }
  // The aliyun CLI would take its current profile before the environment.
  return { ...kept, ...credentialVariables(credentials), ALIBABA_CLOUD_IGNORE_PROFILE: 'TRUE' };
}
