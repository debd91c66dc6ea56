import type { IncomingMessage } from 'node:http';

/** Why the bytes of a body cannot be had. */
export type BodyFailure =
  /** It is longer than the guard reads. */
  | 'too-large'
  /** Something read it before the guard could. */
  | 'consumed'
  /** The client went away before its end. */
  | 'incomplete';

/** The bytes of a body, or why there are none. */
export type BodyReading =
  | { readonly complete: true; readonly bytes: Buffer }
  | { readonly complete: false; readonly failure: BodyFailure };

const NOTHING: BodyReading = { complete: true, bytes: Buffer.alloc(0) };

/** Whether a request announces a body (RFC 9112 section 6.3). */
export function announcesBody(headers: ReadonlyMap<string, string>): boolean {
  const length = headers.get('content-length');
  return headers.has('transfer-encoding') || (length !== undefined && Number(length) !== 0);
}

/**
 * Reads the body of a request and puts it back, so that whoever reads the request next finds it as it came: a JSON parser,
 * a pipe to a file, a loop over its chunks. A body above the limit is put back as far as it was read.
 *
 * @param headers of the request by lower-case name
 * @param limit bytes
 */
export async function readBody(
  request: IncomingMessage,
  headers: ReadonlyMap<string, string>,
  limit: number,
): Promise<BodyReading> {
  if (!announcesBody(headers)) return NOTHING;
  if (request.readableDidRead || request.readableFlowing !== null) return failed('consumed');
  if (request.destroyed) return failed('incomplete');
  if (Number(headers.get('content-length') ?? 0) > limit) return failed('too-large');
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (reading: BodyReading) => {
      request.off('readable', take);
      request.off('close', abandon);
      request.off('error', abandon);
      resolve(reading);
    };
    const abandon = () => finish(failed('incomplete'));
    const take = () => {
      for (let chunk = request.read(); chunk !== null; chunk = request.read()) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > limit) {
          request.unshift(Buffer.concat(chunks));
          return finish(failed('too-large'));
        }
      }
      if (!request.complete) return;
      const bytes = Buffer.concat(chunks);
      // The stream has seen its end and will say so in the next tick; what is put back before that delays it.
      if (bytes.length > 0) request.unshift(bytes);
      finish({ complete: true, bytes });
    };
    request.on('readable', take);
    request.on('close', abandon);
    request.on('error', abandon);
  });
}

function failed(failure: BodyFailure): BodyReading {
  return { complete: false, failure };
}
