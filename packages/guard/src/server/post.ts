import { randomUUID } from 'node:crypto';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions, request as requestHttps } from 'node:https';
import { signAcs3 } from '@wardenry/signature';
import type { Settings } from '../settings.ts';

/** The server gave no answer that can be believed. `message` is for the operator and holds nothing of a request. */
export class ServerUnavailable extends Error {
  override readonly name = 'ServerUnavailable';
}

/** What the server answered. */
export interface Answer {
  readonly status: number;
  /** Of a JSON object; empty when the body is none. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** A way to the server. */
export interface ServerConnection {
  /**
   * Calls an operation of Wardenry with a JSON body.
   *
   * @param deadline in milliseconds of `performance.now()`
   * @throws ServerUnavailable when it cannot be reached, is too slow, or answers with something else than JSON
   */
  post(path: string, action: string, body: unknown, deadline: number): Promise<Answer>;
  /** Closes the connections that are kept open. */
  close(): void;
}

const VERSION = '2026-11-01';
/** Requests at a time; more wait, each within its own time. */
const MOST_SOCKETS = 64;
/** The answer to one check is far shorter. */
const LONGEST_ANSWER = 64 * 1024;

/** How a socket tells that the other side had closed it already. */
const CLOSED = new Set<unknown>(['ECONNRESET', 'EPIPE']);

/** Makes the way to the server, with connections that stay open between calls. */
export function connectTo(settings: Settings): ServerConnection {
  const { endpoint, ca } = settings;
  const secure = endpoint.protocol === 'https:';
  const pool = { keepAlive: true, maxSockets: MOST_SOCKETS, scheduling: 'lifo' } as const;
  const agent = secure ? new HttpsAgent(ca === undefined ? pool : { ...pool, ca }) : new HttpAgent(pool);
  const send = secure ? requestHttps : requestHttp;
  return {
    async post(path, action, body, deadline) {
      const left = Math.ceil(deadline - performance.now());
      const signal = left > 0 ? AbortSignal.timeout(left) : AbortSignal.abort();
      const bytes = Buffer.from(JSON.stringify(body));
      const call = (over: typeof agent | false) =>
        exchange(send, { ...callOptions(settings, path, action, bytes), ca, signal, agent: over }, bytes);
      try {
        return await call(agent).catch(error => {
          // The server may close a connection in the very moment in which it is used again; a new one cannot be old.
          if (error instanceof StaleConnection) return call(false);
          throw error;
        });
      } catch (error) {
        throw signal.aborted
          ? new ServerUnavailable(`it did not answer within ${settings.timeout} ms`)
          : unavailable(error);
      }
    },
    close: () => agent.destroy(),
  };
}

function callOptions(
  { endpoint, credentials }: Settings,
  path: string,
  action: string,
  body: Uint8Array,
): RequestOptions {
  const headers = signAcs3(
    {
      method: 'POST',
      path,
      headers: {
        host: endpoint.host,
        'content-type': 'application/json',
        'x-acs-action': action,
        'x-acs-version': VERSION,
      },
      body,
    },
    credentials,
    { date: new Date(), nonce: randomUUID() },
  );
  const { hostname, port } = endpoint;
  return {
    method: 'POST',
    // URL keeps an IPv6 address in its brackets, sockets want it without.
    hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    port,
    path,
    headers: { ...headers, 'content-length': body.length },
  };
}

/** A connection that was kept open turned out to be closed before anything came back on it. */
class StaleConnection extends Error {}

type Send = typeof requestHttp | typeof requestHttps;

function exchange(send: Send, options: RequestOptions, body: Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send(options, incoming => {
      readAnswer(incoming).then(resolve, reject);
    });
    outgoing.on('error', error => {
      const stale = outgoing.reusedSocket && 'code' in error && CLOSED.has(error.code);
      reject(stale ? new StaleConnection(error.message, { cause: error }) : error);
    });
    outgoing.end(body);
  });
}

async function readAnswer(incoming: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > LONGEST_ANSWER)
      throw new ServerUnavailable(`its answer is longer than ${LONGEST_ANSWER} bytes`);
    chunks.push(chunk);
  }
  const { statusCode: status = 0 } = incoming;
  return { status, members: membersOf(Buffer.concat(chunks).toString('utf8'), status) };
}

function membersOf(text: string, status: number): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new ServerUnavailable(`it answered ${status} with something that is no JSON`, { cause });
  }
  if (!isRecord(parsed))
    throw new ServerUnavailable(`it answered ${status} with something that is no object`);
  return parsed;
}

function unavailable(error: unknown): ServerUnavailable {
  if (error instanceof ServerUnavailable) return error;
  // Messages of sockets name addresses and causes; nothing in them comes from a request.
  return new ServerUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
}

/** Whether a value is an object with members, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
