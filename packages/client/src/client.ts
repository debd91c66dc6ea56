import { type Authentication, anonymously } from './authentication.ts';
import { flatParameters, isRecord } from './encode.ts';
import { ApiError, ServerUnavailable } from './errors.ts';
import type { Operation } from './operation.ts';

/** What a client is told. */
export interface ClientOptions {
  /** Where the server is, such as `https://iam.example:8443`. */
  readonly endpoint: string | URL;
  /** `acs3(credentials)` or `rpcV1(credentials)` of `@wardenry/client/signing`. */
  readonly authentication: Authentication;
  /** Milliseconds for an answer; 10000 unless given. */
  readonly timeout?: number;
  /** In place of the global `fetch`, for authorities or proxies of one's own. */
  readonly fetch?: typeof globalThis.fetch;
}

/** What one call may say apart from its request. */
export interface CallOptions {
  /** Gives the call up. */
  readonly signal?: AbortSignal;
}

/** Calls operations of one server in the name of one caller. */
export interface Client {
  /**
   * Calls an operation. It is sent once: repeat a change only after looking whether it was made.
   *
   * @throws ApiError when the server refuses it; ServerUnavailable when no answer comes that can be believed; TypeError for a
   *   value that no parameter can hold; the reason of the signal when that gave the call up
   */
  call<Request extends object, Reply>(
    operation: Operation<Request, Reply>,
    request: NoInfer<Request>,
    options?: CallOptions,
  ): Promise<Reply>;
}

const TIMEOUT_MS = 10_000;

/**
 * Makes a client.
 *
 * @throws TypeError when the endpoint is more or less than the address of a server
 */
export function createClient(options: ClientOptions): Client {
  const endpoint = readEndpoint(options.endpoint);
  const { authentication, timeout = TIMEOUT_MS, fetch = globalThis.fetch } = options;
  return {
    async call<Reply>(operation: Operation<object, Reply>, request: object, { signal }: CallOptions = {}) {
      const { version, name, anonymous } = operation;
      const authenticate = anonymous ? anonymously : authentication;
      const parameters = flatParameters(operation, request);
      const { headers, body } = await authenticate({ host: endpoint.host, version, name, parameters });
      const limit = AbortSignal.timeout(timeout);
      const within = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      const init = { method: 'POST', headers, body, signal: within, redirect: 'error' } as const;
      try {
        // The server's own tests hold every reply against the declaration that this type is made from.
        return (await readAnswer(await fetch(endpoint, init))) as Reply;
      } catch (error) {
        if (error instanceof ApiError || error instanceof ServerUnavailable) throw error;
        signal?.throwIfAborted();
        throw unavailable(error);
      }
    },
  };
}

function readEndpoint(given: string | URL): URL {
  const text = String(given);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (url === undefined || !bare || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new TypeError('endpoint must be the address of a server, such as https://iam.example:8443.');
  }
  return url;
}

/** @throws ApiError, ServerUnavailable for what no Wardenry answers, or what reading the body throws */
async function readAnswer(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const members = await membersOf(response);
  if (response.status === 200) return members;
  const { Code: code, Message: message, RequestId: requestId, AccessDeniedDetail: detail } = members;
  if (typeof code !== 'string' || typeof message !== 'string') {
    throw new ServerUnavailable(`It answered ${response.status} without a code.`);
  }
  throw new ApiError(code, message, {
    status: response.status,
    requestId: String(requestId),
    accessDenied: isRecord(detail) ? textsOf(detail) : {},
    retryAfter: retryAfterOf(response.headers),
  });
}

async function membersOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const members: unknown = await response.json();
  if (isRecord(members)) return members;
  throw new ServerUnavailable(`It answered ${response.status} with something that is no object.`);
}

function textsOf(detail: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, String(value)]));
}

function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('x-acs-retry-after');
  return text === null ? undefined : Number(text);
}

function unavailable(cause: unknown): ServerUnavailable {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ServerUnavailable(`The server gave no answer that can be read: ${reason}`, { cause });
}
