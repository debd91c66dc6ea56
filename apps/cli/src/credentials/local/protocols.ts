/** The two local protocols that the default chain of official SDKs knows, as answers to requests (spec: domain 13.4, 13.5). */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Failure } from '../../failure.ts';
import type { RoleCredentials } from '../origin/source.ts';
import { withoutFraction } from '../time.ts';
import type { MetadataTokens } from './metadata-token.ts';

/** What the protocols need of a request. */
export interface LocalRequest {
  readonly method: string;
  /** The request target, beginning with a slash. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

/** What is answered. */
export interface LocalAnswer {
  readonly status: number;
  readonly body: string;
  readonly type: 'text/plain' | 'application/json';
  /** Methods that would have been right, with status 405. */
  readonly allow?: string;
}

/** What is served. */
export interface Served {
  /** Credentials that are valid; rejects when there are none. */
  current(): Promise<RoleCredentials>;
  /** Present when the instance-metadata protocol is answered. */
  readonly metadata?: {
    readonly roleName: string;
    readonly tokens: MetadataTokens;
    /** Whether the first version of the protocol, without tokens, is refused. */
    readonly tokenRequired: boolean;
  };
  /** The secret path of the credentials-URI protocol, when that is answered. */
  readonly secretPath?: string;
}

const TTL_HEADER = 'x-aliyun-ecs-metadata-token-ttl-seconds';
const TOKEN_HEADER = 'x-aliyun-ecs-metadata-token';
const TOKEN_PATH = '/latest/api/token';

/** `ossutil` asks for `Ram` (spec: domain 13.4). */
const ROLE_PATH = /^\/latest\/meta-data\/ram\/security-credentials(?:\/(?<role>[^/]*))?$/;
const RAM_SEGMENT = /^(?<before>\/latest\/meta-data\/)ram(?=\/)/i;

/** Answers a request whose caller has been checked. Never throws for what credentials cannot be had for. */
export async function answerLocally(request: LocalRequest, served: Served): Promise<LocalAnswer> {
  const [path = ''] = request.target.split('?', 1);
  const { metadata, secretPath } = served;
  if (secretPath !== undefined && isSame(path, secretPath)) {
    return request.method === 'GET' ? credentials(served) : wrongMethod('GET');
  }
  if (metadata === undefined) return notFound;
  if (path === TOKEN_PATH) {
    return request.method === 'PUT' ? token(request, metadata.tokens) : wrongMethod('PUT');
  }
  const match = ROLE_PATH.exec(path.replace(RAM_SEGMENT, '$<before>ram'));
  if (match === null) return notFound;
  if (request.method !== 'GET') return wrongMethod('GET');
  return tokenRefusal(request, metadata) ?? roleAnswer(match.groups?.role ?? '', metadata.roleName, served);
}

/** Compares without telling by its time how much was right. */
function isSame(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function token({ headers }: LocalRequest, tokens: MetadataTokens): LocalAnswer {
  const issued = tokens.issue(textOf(headers[TTL_HEADER]));
  return issued === undefined
    ? text(400, `Give whole seconds from 1 to 21600 in the header ${TTL_HEADER}.`)
    : text(200, issued);
}

type Metadata = NonNullable<Served['metadata']>;

function tokenRefusal(
  { headers }: LocalRequest,
  { tokens, tokenRequired }: Metadata,
): LocalAnswer | undefined {
  const given = textOf(headers[TOKEN_HEADER]);
  if (given === undefined) {
    return tokenRequired ? text(401, `A token is needed in the header ${TOKEN_HEADER}.`) : undefined;
  }
  return tokens.accepts(given) ? undefined : text(401, 'The token is not one of this service, or has ended.');
}

async function roleAnswer(asked: string, roleName: string, served: Served): Promise<LocalAnswer> {
  if (asked === '') return text(200, roleName);
  return asked === roleName ? credentials(served) : notFound;
}

async function credentials(served: Served): Promise<LocalAnswer> {
  try {
    const { accessKeyId, accessKeySecret, securityToken, expiration } = await served.current();
    return json(200, {
      Code: 'Success',
      AccessKeyId: accessKeyId,
      AccessKeySecret: accessKeySecret,
      SecurityToken: securityToken,
      Expiration: withoutFraction(expiration),
      LastUpdated: withoutFraction(new Date()),
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return json(503, { Code: 'ServiceUnavailable', Message: error.message });
  }
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

function wrongMethod(allow: string): LocalAnswer {
  return { ...text(405, `Ask with ${allow}.`), allow };
}

const notFound = text(404, 'There is nothing here.');

function text(status: number, body: string): LocalAnswer {
  return { status, body, type: 'text/plain' };
}

function json(status: number, members: Readonly<Record<string, string>>): LocalAnswer {
  return { status, body: JSON.stringify(members), type: 'application/json' };
}
