/** The socket of the local protocols: who may ask, how much, and how it ends. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { refusalOf } from './caller-check.ts';
import { answerLocally, type LocalAnswer, type Served } from './protocols.ts';

/** Where to listen. */
export interface ListenAddress {
  readonly host: string;
  /** 0 for one that is free. */
  readonly port: number;
}

/** A listener that answers. */
export interface LocalListener {
  /** `http://host:port`, as it may be asked. */
  readonly origin: string;
  /** Lets what is being answered end, for a few seconds. */
  close(): Promise<void>;
}

/** No request of either protocol comes near these. */
const LIMITS = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
} as const;
const CONNECTIONS = 64;
const CLOSING_MS = 3_000;

/**
 * Listens and answers.
 *
 * @throws what listening throws, such as an address that is taken
 */
export async function listenLocally(at: ListenAddress, served: Served): Promise<LocalListener> {
  const server = createServer(LIMITS, (request, response) => {
    // A request that has a body is none of these protocols; it ends with its connection.
    if (hasBody(request)) response.setHeader('connection', 'close');
    void answered(request, served).then(answer => send(response, answer));
  });
  server.maxConnections = CONNECTIONS;
  server.listen(at.port, at.host);
  await once(server, 'listening');
  const host = at.host.includes(':') ? `[${at.host}]` : at.host;
  return { origin: `http://${host}:${portOf(server)}`, close: () => closed(server) };
}

async function answered(request: IncomingMessage, served: Served): Promise<LocalAnswer> {
  const { socket, headers, headersDistinct, method = '', url = '' } = request;
  const { remoteAddress, localAddress, localPort } = socket;
  const hosts = headersDistinct.host ?? [];
  const refusal = refusalOf({ remoteAddress, localAddress, localPort, hosts, headers });
  if (refusal !== undefined) return { status: 403, body: refusal, type: 'text/plain' };
  if (hasBody(request)) return { status: 400, body: 'Ask without a body.', type: 'text/plain' };
  try {
    return await answerLocally({ method, target: url, headers }, served);
  } catch {
    return { status: 500, body: 'This should not have happened.', type: 'text/plain' };
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

function send(response: ServerResponse, { status, body, type, allow }: LocalAnswer): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(allow === undefined ? {} : { allow }),
  });
  response.end(body);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  return address.port;
}

async function closed(server: Server): Promise<void> {
  const ended = new Promise<void>(resolve => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
  await ended;
  clearTimeout(limit);
}
