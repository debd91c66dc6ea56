/** HTTP listeners with strict framing and bounded size; what the parser refuses is answered in JSON as well. */
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ApiError, apiError } from '../../kernel/errors.ts';
import { gatewayErrors, malformedRequest } from '../errors.ts';
import type { Reply } from '../render.ts';
import { UNREADABLE } from './body.ts';
import { inFlightOf } from './in-flight.ts';

/** What a listener answers with. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is answered to somebody whose request never became one. */
export interface RefusalReply {
  readonly requestId: string;
  readonly reply: Reply;
}

/**
 * Words a refusal, and writes it down where that is done.
 *
 * @param rawHeaders names and values in turn; empty when the parser did not get that far
 */
export type RefusalWriter = (
  refusal: ApiError,
  socket: Socket,
  rawHeaders: readonly string[],
) => Promise<RefusalReply>;

export interface ListenerOptions {
  readonly handler: RequestHandler;
  readonly refuse: RefusalWriter;
  /** PEM texts; plain HTTP without. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Bytes of request line and headers that the parser takes at all. */
  readonly headSize: number;
}

/** Milliseconds between two looks for requests whose time is up; the parser's own 30 seconds would make a short time long. */
const LATENESS = 1000;

/** Milliseconds that a refused client has to read why, before its connection is ended. */
const LAST_READ = 1000;

/** Makes a server that is not listening yet; whoever opens it sets how long clients may take. */
export function createListener(options: ListenerOptions): Server {
  const settings = {
    maxHeaderSize: options.headSize,
    insecureHTTPParser: false,
    // The parser would answer a missing Host with an empty body; decoding refuses it in words.
    requireHostHeader: false,
    noDelay: true,
    connectionsCheckingInterval: LATENESS,
  };
  const server =
    options.tls === undefined
      ? createServer(settings, options.handler)
      : createTlsServer({ ...settings, ...options.tls, minVersion: 'TLSv1.2' }, options.handler);
  server.maxRequestsPerSocket = 0;
  refuseUnread(server, options);
  return server;
}

/** Answers what never becomes a request, or stops being one. */
function refuseUnread(server: Server, { refuse, headSize }: ListenerOptions): void {
  const inFlight = inFlightOf(server);
  const refused = new WeakSet<Duplex>();

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const pending = inFlight.on(socket);
    const broken = pending.find(response => !response.req.complete);
    const refusal = refusalOf(error, headSize, broken !== undefined);
    if (refusal === undefined || !socket.writable) socket.destroy();
    // Whoever reads the body answers in words of its own; who does not is answering already.
    else if (broken === undefined) void answer(refusal, socket, pending, []);
    else if (!broken.req.emit(UNREADABLE, refusal)) endAfter(pending, socket);
  });
  // The meaning of any other expectation than 100-continue is for whoever reads the body to refuse.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    server.emit('request', request, response),
  );
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    // The server no longer looks after this socket.
    socket.on('error', () => socket.destroy());
    void answer(apiError(gatewayErrors.unsupportedMethod), socket, inFlight.on(socket), request.rawHeaders);
  });

  async function answer(
    refusal: ApiError,
    socket: Duplex,
    pending: readonly ServerResponse[],
    rawHeaders: readonly string[],
  ): Promise<void> {
    // What follows on a connection that is being refused is not looked at.
    if (refused.has(socket) || !(socket instanceof Socket)) return;
    refused.add(socket);
    const { requestId, reply } = await refuse(refusal, socket, rawHeaders);
    // Sent now, it would be taken for the reply to an earlier request.
    if (pending.length > 0) endAfter(pending, socket);
    else sendAndEnd(socket, requestId, reply);
  }
}

/** @returns undefined for what went wrong below HTTP, such as a connection that was reset or a failed TLS handshake */
function refusalOf(
  { code = '' }: NodeJS.ErrnoException,
  headSize: number,
  inBody: boolean,
): ApiError | undefined {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return apiError(gatewayErrors.lineTooLong, { limit: headSize });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return apiError(gatewayErrors.requestTimeout);
    case 'HPE_INVALID_EOF_STATE':
      return inBody ? apiError(gatewayErrors.bodyTruncated) : malformedRequest('it ends in the middle');
    default:
      return code.startsWith('HPE_') ? malformedRequest('it is not well-formed HTTP') : undefined;
  }
}

/** Ends a connection once the requests that were read from it are answered. */
function endAfter(pending: readonly ServerResponse[], socket: Duplex): void {
  let open = 0;
  for (const response of pending) {
    if (response.closed) continue;
    open += 1;
    response.once('close', () => {
      open -= 1;
      if (open === 0) socket.destroy();
    });
  }
  if (open === 0) socket.destroy();
}

function sendAndEnd(socket: Socket, requestId: string, { status, contentType, body }: Reply): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Type: ${contentType}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nx-acs-request-id: ${requestId}\r\n` +
      `Cache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
  setTimeout(() => socket.destroy(), LAST_READ).unref();
}
