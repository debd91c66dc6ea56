import type { IncomingMessage } from 'node:http';
import { type ApiError, apiError } from '../../kernel/errors.ts';
import { gatewayErrors } from '../errors.ts';
import type { Headers } from './decode.ts';

const empty = Buffer.alloc(0);

/** Event of a request whose body the parser gave up on; carries the ApiError that says why. */
export const UNREADABLE = 'unreadable';

/** Whether a request announces a body; one that does not is answered without waiting for its end. */
export function hasBody(headers: Headers): boolean {
  if (headers.has('transfer-encoding')) return true;
  const length = headers.get('content-length');
  return length !== undefined && length !== '0';
}

/**
 * Reads the whole body.
 *
 * @param limit bytes; at the first byte over it reading stops
 * @throws ApiError when it is larger than the limit, ends early, or its sender waits for what nobody promises
 */
export function readBody(request: IncomingMessage, headers: Headers, limit: number): Promise<Buffer> {
  if (Number(headers.get('content-length') ?? 0) > limit) {
    return Promise.reject(apiError(gatewayErrors.bodyTooLarge, { limit }));
  }
  if (!isMet(headers.get('expect'))) return Promise.reject(apiError(gatewayErrors.expectationFailed));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(apiError(gatewayErrors.bodyTooLarge, { limit }));
    });
    request.on('end', () => resolve(joined(chunks)));
    request.on(UNREADABLE, (refusal: ApiError) => reject(refusal));
    request.on('error', () => reject(apiError(gatewayErrors.bodyTruncated)));
  });
}

/** The HTTP server itself says to go on; a client that expects anything else would wait for it (RFC 9110 section 10.1.1). */
function isMet(expectation: string | undefined): boolean {
  return expectation === undefined || expectation.trim().toLowerCase() === '100-continue';
}

/** Most bodies arrive in one piece, which needs no copy. */
function joined(chunks: readonly Buffer[]): Buffer {
  return chunks.length > 1 ? Buffer.concat(chunks) : (chunks[0] ?? empty);
}
