import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './render.ts';

/** A reply with what it says in headers beside those that all have. */
export interface ReplyToSend extends Reply {
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends a reply.
 *
 * @param requestId upper-case UUID
 */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  reply: ReplyToSend,
): void {
  if (response.destroyed) return;
  const headers: Record<string, string | number> = {
    'content-type': reply.contentType,
    'content-length': Buffer.byteLength(reply.body),
    'x-acs-request-id': requestId,
    'cache-control': 'no-store',
  };
  Object.assign(headers, reply.headers);
  if (!request.complete) {
    // What is left of a refused body is not worth reading.
    headers.connection = 'close';
    response.on('finish', () => request.destroy());
  }
  response.writeHead(reply.status, headers);
  response.end(reply.body);
}
