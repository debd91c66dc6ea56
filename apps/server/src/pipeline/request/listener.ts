/** HTTP listeners with strict framing and bounded size; what the parser refuses is answered in JSON as well. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { apiError } from '../../kernel/errors.ts';
import { gatewayErrors } from '../errors.ts';
import { renderError } from '../render.ts';

/** What a listener answers with. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface ListenerOptions {
  readonly handler: RequestHandler;
  /** PEM texts; plain HTTP without. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Bytes of request line and headers that the parser takes at all. */
  readonly headSize: number;
}

/** Makes a server that is not listening yet; whoever opens it sets how long clients may take. */
export function createListener(options: ListenerOptions): Server {
  const settings = {
    maxHeaderSize: options.headSize,
    insecureHTTPParser: false,
    // The parser would answer a missing Host with an empty body; decoding refuses it in words.
    requireHostHeader: false,
    noDelay: true,
  };
  const server =
    options.tls === undefined
      ? createServer(settings, options.handler)
      : createTlsServer({ ...settings, ...options.tls, minVersion: 'TLSv1.2' }, options.handler);
  server.maxRequestsPerSocket = 0;
  server.on('clientError', answerClientError);
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    if (response.socket !== null)
      answer(response.socket, 417, gatewayErrors.malformedRequest, { reason: 'Expect' });
  });
  server.on('connect', (_request, socket) => answer(socket, 405, gatewayErrors.unsupportedMethod));
  return server;
}

function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  if (error.code === 'HPE_HEADER_OVERFLOW')
    answer(socket, 413, gatewayErrors.lineTooLong, { limit: 'allowed' });
  else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') answer(socket, 408, gatewayErrors.bodyTruncated);
  else answer(socket, 400, gatewayErrors.malformedRequest, { reason: 'it is not well-formed HTTP' });
}

function answer(
  socket: Duplex,
  status: number,
  kind: (typeof gatewayErrors)[keyof typeof gatewayErrors],
  values: Readonly<Record<string, string>> = {},
): void {
  const error = apiError(kind, values);
  const requestId = randomUUID().toUpperCase();
  const reply = renderError('JSON', {
    status,
    code: error.code,
    message: error.message,
    requestId,
    host: '',
  });
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nContent-Type: ${reply.contentType}\r\n` +
      `Content-Length: ${Buffer.byteLength(reply.body)}\r\nx-acs-request-id: ${requestId}\r\n` +
      `Connection: close\r\n\r\n${reply.body}`,
  );
}
