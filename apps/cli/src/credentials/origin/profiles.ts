/** Profiles of the aliyun CLI as sources of credentials (spec: domain 13.2). */
import type { Credentials } from '@wardenry/signature';
import { Failure } from '../../failure.ts';
import { readTextFile } from '../../text-file.ts';
import type { RoleSource, SessionRequest } from './source.ts';

/** What a profile leads to. */
export interface ProfileSource {
  readonly source: Credentials | RoleSource;
  /** `host` or `host:port` of the STS that the profile names. */
  readonly endpoint: string | undefined;
}

type Members = Readonly<Record<string, unknown>>;

const MODES = 'AK, StsToken, RamRoleArn, ChainableRamRoleArn and OIDC';

/**
 * Reads a profile.
 *
 * @param file of the aliyun CLI, `config.json`
 * @param name undefined for the profile that the file calls current
 * @param sessionName of sessions whose profile names none
 * @throws Failure when the file, the profile or one that it stands on is missing or cannot be used
 */
export function readProfile(file: string, name: string | undefined, sessionName: string): ProfileSource {
  const configuration = readConfiguration(file);
  const chosen = name ?? textOf(configuration, 'current') ?? 'default';
  const profiles = membersOf(configuration.profiles);
  const find = (wanted: string): Members => {
    const found = profiles.find(profile => textOf(profile, 'name') === wanted);
    if (found === undefined) throw new Failure(`${file} has no profile ${wanted}.`);
    return found;
  };
  const profile = find(chosen);
  return {
    source: sourceOf(profile, find, sessionName, []),
    endpoint: textOf(profile, 'sts_endpoint') ?? textOf(profile, 'endpoint'),
  };
}

function readConfiguration(file: string): Members {
  const read = readTextFile(file);
  if (!read.ok) throw new Failure(`${file}: ${read.reason}`);
  let configuration: unknown;
  try {
    configuration = JSON.parse(read.text);
  } catch {
    // What JSON.parse says repeats the text, which holds secrets.
    throw new Failure(`${file} is not JSON.`);
  }
  if (!isMembers(configuration)) throw new Failure(`${file} holds no profiles.`);
  return configuration;
}

/** @param before names of the profiles that led here */
function sourceOf(
  profile: Members,
  find: (name: string) => Members,
  sessionName: string,
  before: readonly string[],
): Credentials | RoleSource {
  const name = required(profile, 'name', '');
  const mode = textOf(profile, 'mode') ?? 'AK';
  switch (mode) {
    case 'AK':
    case 'StsToken':
      return keyOf(profile, name, mode === 'StsToken');
    case 'RamRoleArn': {
      const base = keyOf(profile, name, false);
      return { kind: 'assume-role', base, session: sessionOf(profile, name, sessionName) };
    }
    case 'ChainableRamRoleArn': {
      const chain = [...before, name];
      const next = required(profile, 'source_profile', name);
      if (chain.includes(next))
        throw new Failure(`Profiles stand on each other: ${[...chain, next].join(', ')}.`);
      const base = sourceOf(find(next), find, sessionName, chain);
      return { kind: 'assume-role', base, session: sessionOf(profile, name, sessionName) };
    }
    case 'OIDC':
      return {
        kind: 'oidc',
        providerArn: required(profile, 'oidc_provider_arn', name),
        tokenFile: required(profile, 'oidc_token_file', name),
        session: sessionOf(profile, name, sessionName),
      };
    default:
      throw new Failure(`Profile ${name} has the mode ${mode}. Modes that are read: ${MODES}.`);
  }
}

function keyOf(profile: Members, name: string, needsToken: boolean): Credentials {
  const securityToken = needsToken ? required(profile, 'sts_token', name) : textOf(profile, 'sts_token');
  return {
    accessKeyId: required(profile, 'access_key_id', name),
    accessKeySecret: required(profile, 'access_key_secret', name),
    ...(securityToken === undefined ? {} : { securityToken }),
  };
}

function sessionOf(profile: Members, name: string, sessionName: string): SessionRequest {
  const { expired_seconds: seconds } = profile;
  const externalId = textOf(profile, 'external_id');
  return {
    roleArn: required(profile, 'ram_role_arn', name),
    sessionName: textOf(profile, 'ram_session_name') ?? sessionName,
    ...(typeof seconds === 'number' && seconds > 0 ? { durationSeconds: seconds } : {}),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

function required(profile: Members, member: string, name: string): string {
  const text = textOf(profile, member);
  if (text === undefined) throw new Failure(`Profile ${name} has no ${member}.`);
  return text;
}

/** The aliyun CLI writes members that it has no value for as empty texts. */
function textOf(members: Members, name: string): string | undefined {
  const value = members[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function membersOf(list: unknown): readonly Members[] {
  return Array.isArray(list) ? list.filter(isMembers) : [];
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
