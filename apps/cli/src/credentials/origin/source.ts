/** Where temporary credentials come from, and how they are obtained. */
import { readFile } from 'node:fs/promises';
import { ApiError, createClient, ServerUnavailable, sts } from '@wardenry/client';
import { acs3, type Credentials } from '@wardenry/client/signing';
import { Failure } from '../../failure.ts';

/** What a session of a role is asked with; what is left out is up to the server. */
export interface SessionRequest {
  /** `acs:ram::<account>:role/<name>`. */
  readonly roleArn: string;
  readonly sessionName: string;
  readonly durationSeconds?: number;
  /** A policy document as JSON text that narrows the session. */
  readonly policy?: string;
  readonly externalId?: string;
  readonly sourceIdentity?: string;
}

/** A way to a session of a role. Each time it is gone again from its start, so nothing of it is kept. */
export type RoleSource =
  | {
      readonly kind: 'assume-role';
      /** Who assumes the role: a key, or a session of another role. */
      readonly base: Credentials | RoleSource;
      readonly session: SessionRequest;
    }
  | {
      readonly kind: 'oidc';
      readonly providerArn: string;
      /** Read each time, since whoever writes it replaces the token before it expires (spec: domain 13.6). */
      readonly tokenFile: string;
      readonly session: SessionRequest;
    };

/** Credentials of a session of a role. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly expiration: Date;
}

/** Reads the name of a role out of its ARN; undefined when it is none. */
export function roleNameOf(roleArn: string): string | undefined {
  return /^acs:ram::\d+:role\/([A-Za-z0-9.-]+)$/i.exec(roleArn)?.[1];
}

/**
 * Gets a session from a server.
 *
 * @param signal gives it up
 * @throws Failure with the server's reason, or why it could not be asked
 */
export async function obtain(
  source: RoleSource,
  endpoint: URL,
  signal: AbortSignal,
): Promise<RoleCredentials> {
  const { roleArn } = source.session;
  try {
    return await (source.kind === 'oidc'
      ? assumeWithToken(source, endpoint, signal)
      : assumeRole(source, endpoint, signal));
  } catch (error) {
    throw explained(error, `No session of ${roleArn}`);
  }
}

/** Asks a server whom credentials belong to. @throws Failure */
export async function callerIdentity(
  credentials: Credentials,
  endpoint: URL,
): Promise<sts.GetCallerIdentityReply> {
  try {
    const client = createClient({ endpoint, authentication: acs3(credentials) });
    return await client.call(sts.GetCallerIdentity, {});
  } catch (error) {
    throw explained(error, `${credentials.accessKeyId} is not accepted`);
  }
}

async function assumeRole(
  { base, session }: RoleSource & { readonly kind: 'assume-role' },
  endpoint: URL,
  signal: AbortSignal,
): Promise<RoleCredentials> {
  const credentials = 'kind' in base ? await obtain(base, endpoint, signal) : base;
  const client = createClient({ endpoint, authentication: acs3(credentials) });
  const request = {
    ...commonParameters(session),
    ExternalId: session.externalId,
    SourceIdentity: session.sourceIdentity,
  };
  return readSession(await client.call(sts.AssumeRole, request, { signal }));
}

async function assumeWithToken(
  { providerArn, tokenFile, session }: RoleSource & { readonly kind: 'oidc' },
  endpoint: URL,
  signal: AbortSignal,
): Promise<RoleCredentials> {
  const OIDCToken = await readToken(tokenFile);
  const client = createClient({ endpoint, authentication: neverAsked });
  const request = { ...commonParameters(session), OIDCProviderArn: providerArn, OIDCToken };
  return readSession(await client.call(sts.AssumeRoleWithOIDC, request, { signal }));
}

function neverAsked(): never {
  throw new TypeError('AssumeRoleWithOIDC is sent without a signature.');
}

function commonParameters({ roleArn, sessionName, durationSeconds, policy }: SessionRequest) {
  return { RoleArn: roleArn, RoleSessionName: sessionName, DurationSeconds: durationSeconds, Policy: policy };
}

/** @throws Failure that does not repeat what stands in the file */
async function readToken(file: string): Promise<string> {
  try {
    // Most programs end what they write with a line feed (spec: wire 7.3).
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new Failure(`The OIDC token cannot be read: ${messageOf(error)}`);
  }
}

/** @throws ServerUnavailable when the answer is not what STS answers */
function readSession({ Credentials: given }: Pick<sts.AssumeRoleReply, 'Credentials'>): RoleCredentials {
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = given ?? {};
  const expiration = new Date(Expiration);
  if (!AccessKeyId || !AccessKeySecret || !SecurityToken || Number.isNaN(expiration.getTime())) {
    throw new ServerUnavailable('It answered without credentials.');
  }
  return {
    accessKeyId: AccessKeyId,
    accessKeySecret: AccessKeySecret,
    securityToken: SecurityToken,
    expiration,
  };
}

function explained(error: unknown, what: string): unknown {
  if (error instanceof ApiError) {
    return new Failure(`${what}: ${error.code}: ${error.message} (request ${error.requestId})`);
  }
  if (error instanceof ServerUnavailable) return new Failure(`${what}: ${rootCause(error).message}`);
  return error;
}

/** What `fetch` says is only that it failed; the cause says why. */
function rootCause(error: Error): Error {
  return error.cause instanceof Error ? rootCause(error.cause) : error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
