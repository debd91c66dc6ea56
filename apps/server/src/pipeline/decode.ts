/** The one parse of a request; everything behind it reads what this made (spec: security Q1). */
import { isForm, parseRequest, RequestSyntaxError, type SignedRequest } from '@wardenry/signature';
import { type ApiError, apiError } from '../kernel/errors.ts';
import { gatewayErrors } from './errors.ts';

/** A request as it came in, before anything was decoded. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  /** Names and values in turn, as node:http gives them. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** A decoded request: what is verified, and the parameters that everything else reads. */
export interface DecodedRequest extends SignedRequest {
  /** Query and form together, by name on the wire. */
  readonly parameters: ReadonlyMap<string, string>;
  /** There is a body, and it is no form: only operations of our own read one, as JSON. */
  readonly foreignBody: boolean;
  /** Bytes of request line and headers. */
  readonly headSize: number;
}

/**
 * Decodes a request.
 *
 * @throws ApiError 400 for anything ambiguous or malformed, before any signature work
 */
export function decodeRequest(raw: RawRequest): DecodedRequest {
  try {
    const request = parseRequest(raw);
    if (!request.headers.has('host')) throw malformed('the Host header is missing');
    const parameters = new Map<string, string>();
    for (const { name, value } of request.query) parameters.set(name, value);
    for (const { name, value } of request.form) parameters.set(name, value);
    const foreignBody = raw.body.length > 0 && !isForm(request.headers.get('content-type'));
    return { ...request, parameters, foreignBody, headSize: headSizeOf(raw) };
  } catch (error) {
    if (error instanceof RequestSyntaxError) {
      throw malformed(error.message);
    }
    throw error;
  }
}

function malformed(reason: string): ApiError {
  return apiError(gatewayErrors.malformedRequest, { reason });
}

function headSizeOf(raw: RawRequest): number {
  let size = raw.method.length + raw.target.length + 12;
  for (const text of raw.rawHeaders) size += text.length + 2;
  return size;
}
