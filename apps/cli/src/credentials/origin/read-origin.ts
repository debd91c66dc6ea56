/** Where credentials come from, read from options, environment and profiles. */
import { join } from 'node:path';
import type { Credentials } from '@wardenry/signature';
import { isPrivate, readEndpoint } from '../../endpoint.ts';
import { readCredentials } from '../../environment-credentials.ts';
import { Failure, misuse } from '../../failure.ts';
import type { Surroundings } from '../../surroundings.ts';
import { readTextFile } from '../../text-file.ts';
import { type ProfileSource, readProfile } from './profiles.ts';
import { type RoleSource, roleNameOf, type SessionRequest } from './source.ts';
import { SESSION_NAME, type SourceOptions } from './source-options.ts';

/** A way to a session, and the server that gives it. */
export interface Origin {
  readonly source: RoleSource;
  readonly endpoint: URL;
  /** Of the role whose session comes out. */
  readonly roleName: string;
}

/**
 * Reads the options, the environment, and the profiles where they are needed.
 *
 * @throws Failure when they lead to no session, or not to one alone
 */
export function readOrigin(options: SourceOptions, { environment, home }: Surroundings): Origin {
  if (options.profile !== undefined && options.oidcTokenFile !== undefined) {
    misuse('a profile and a token are two callers: leave out --profile or --oidc-token-file');
  }
  const given = withEnvironment(options, environment);
  const start = startOf(given, environment, home);
  const source = start.kind === 'oidc' ? oidcSource(given, start.tokenFile) : lastStep(given, start.source);
  const endpoint = start.kind === 'oidc' ? undefined : start.endpoint;
  const { roleArn } = source.session;
  return {
    source,
    endpoint: readServer(given.endpoint || environment.WARDENRY_ENDPOINT || endpoint, options),
    roleName:
      roleNameOf(roleArn) ?? misuse(`${roleArn} is no role. Write it as acs:ram::<account>:role/<name>`),
  };
}

type Variables = Surroundings['environment'];

/** What the environment says where no option does (spec: domain 13.6). */
function withEnvironment(options: SourceOptions, environment: Variables): SourceOptions {
  const role = options.role ?? environment.ALIBABA_CLOUD_ROLE_ARN;
  const sessionName = options.sessionName ?? environment.ALIBABA_CLOUD_ROLE_SESSION_NAME;
  const oidcProvider = options.oidcProvider ?? environment.ALIBABA_CLOUD_OIDC_PROVIDER_ARN;
  return {
    ...options,
    // A profile names its own role; one of the environment would be put on top of it.
    ...(role && (options.role !== undefined || options.profile === undefined) ? { role } : {}),
    ...(sessionName ? { sessionName } : {}),
    ...(oidcProvider ? { oidcProvider } : {}),
  };
}

type Start =
  | ({ readonly kind: 'caller' } & ProfileSource)
  | { readonly kind: 'oidc'; readonly tokenFile: string };

function startOf(options: SourceOptions, environment: Variables, home: string): Start {
  const { profile, sessionName = SESSION_NAME } = options;
  if (options.oidcTokenFile !== undefined) return { kind: 'oidc', tokenFile: options.oidcTokenFile };
  const fromProfile = (): Start => {
    const file = join(home, '.aliyun', 'config.json');
    return { kind: 'caller', ...readProfile(file, profile, sessionName) };
  };
  if (profile !== undefined) return fromProfile();
  const credentials = readCredentials(environment);
  if (credentials !== undefined) return { kind: 'caller', source: credentials, endpoint: undefined };
  const tokenFile = environment.ALIBABA_CLOUD_OIDC_TOKEN_FILE;
  return tokenFile ? { kind: 'oidc', tokenFile } : fromProfile();
}

function oidcSource(options: SourceOptions, tokenFile: string): RoleSource {
  const { role, oidcProvider: providerArn } = options;
  if (role === undefined) misuse('say which role: --role');
  if (providerArn === undefined) misuse('say who signed the token: --oidc-provider');
  const left = options.externalId === undefined ? '--source-identity' : '--external-id';
  if (options.externalId !== undefined || options.sourceIdentity !== undefined) {
    misuse(`a token speaks for itself: leave out ${left}`);
  }
  return { kind: 'oidc', providerArn, tokenFile, session: sessionOf(options, role) };
}

/** A role on top of what a caller is; without one the caller must be a session itself: keys are not handed on. */
function lastStep(options: SourceOptions, base: Credentials | RoleSource): RoleSource {
  if (options.role !== undefined) {
    return { kind: 'assume-role', base, session: sessionOf(options, options.role) };
  }
  if (!('kind' in base)) misuse('an AccessKey is not handed on, a session of a role is: give --role');
  const { sessionName: name, duration: durationSeconds } = options;
  const policy = readPolicy(options.policy);
  if (options.externalId !== undefined || options.sourceIdentity !== undefined) {
    misuse('the profile says how its role is assumed: --external-id and --source-identity go with --role');
  }
  const session = {
    ...base.session,
    ...(name === undefined ? {} : { sessionName: name }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(policy === undefined ? {} : { policy }),
  };
  return { ...base, session };
}

function sessionOf(options: SourceOptions, roleArn: string): SessionRequest {
  const { sessionName = SESSION_NAME, duration: durationSeconds, externalId, sourceIdentity } = options;
  const policy = readPolicy(options.policy);
  return {
    roleArn,
    sessionName,
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(policy === undefined ? {} : { policy }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
  };
}

function readPolicy(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const read = readTextFile(file);
  if (!read.ok) throw new Failure(`${file}: ${read.reason}`);
  // Whoever narrows a session must not get the whole role because a file was not filled.
  if (read.text.trim() === '') throw new Failure(`${file} is empty: it narrows nothing.`);
  return read.text;
}

/**
 * Reads where a server is that secrets are fetched from.
 *
 * @throws Failure when it is missing or no endpoint, or when others could read what it answers
 */
export function readServer(
  text: string | undefined,
  { allowPlainHttp }: Pick<SourceOptions, 'allowPlainHttp'>,
): URL {
  if (!text) misuse('say which server: --endpoint or WARDENRY_ENDPOINT');
  const endpoint = readEndpoint(text) ?? misuse(`${text} is no endpoint. Write it as https://host:port`);
  if (allowPlainHttp || isPrivate(endpoint)) return endpoint;
  return misuse(`${endpoint.origin} would send secrets without TLS: use https, or --allow-plain-http`);
}
