import type { IncomingMessage } from 'node:http';
import { apiError } from '../../kernel/errors.ts';
import { gatewayErrors } from '../errors.ts';
import type { Headers } from './decode.ts';

const empty = Buffer.alloc(0);

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
 * @throws ApiError when it is larger than the limit or ends early
 */
export function readBody(request: IncomingMessage, headers: Headers, limit: number): Promise<Buffer> {
  if (Number(headers.get('content-length') ?? 0) > limit) {
    return Promise.reject(apiError(gatewayErrors.bodyTooLarge, { limit }));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(apiError(gatewayErrors.bodyTooLarge, { limit }));
    });
    request.on('end', () => resolve(joined(chunks)));
    request.on('error', () => reject(apiError(gatewayErrors.bodyTruncated)));
  });
}

/** Most bodies arrive in one piece, which needs no copy. */
function joined(chunks: readonly Buffer[]): Buffer {
  return chunks.length > 1 ? Buffer.concat(chunks) : (chunks[0] ?? empty);
}
