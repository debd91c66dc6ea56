/** The one parse of a request; everything behind it reads what this made (spec: security Q1). */
import {
  assertDisjoint,
  isForm,
  type Parameter,
  parseForm,
  parseHeaders,
  parseTarget,
  RequestSyntaxError,
  type SignedRequest,
} from '@wardenry/signature';
import { shortened } from '../../journal/record.ts';
import type { HandedOverRequest } from '../../kernel/decisions.ts';
import { apiError } from '../../kernel/errors.ts';
import { gatewayErrors, malformedRequest } from '../errors.ts';

/** Headers by lower-case name, each with one value. */
export type Headers = ReadonlyMap<string, string>;

/** A request as it came in, its headers read. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** A decoded request: what is verified, and the parameters that everything else reads. */
export interface DecodedRequest extends SignedRequest {
  /** Query and form together, by name on the wire. */
  readonly parameters: ReadonlyMap<string, string>;
  /** There is a body, and it is no form: only operations of our own read one, as JSON. */
  readonly foreignBody: boolean;
  /** Stands for the body where another service has it: its digest, by the hash of the signature. */
  readonly bodyDigest?: string;
}

/** The largest operations take a few dozen. */
const MOST_PARAMETERS = 1000;

/** Characters of a name that an error repeats. */
const LONGEST_NAME = 64;

const noParameters: readonly Parameter[] = [];

/**
 * Reads the headers, once, for all that follow.
 *
 * @param raw names and values in turn, as node:http gives them
 * @throws ApiError when one that decides anything stands twice
 */
export function readHeaders(raw: readonly string[]): Headers {
  return strictly(() => parseHeaders(raw));
}

/**
 * Decodes a request.
 *
 * @param paths besides `/` that are served
 * @throws ApiError 400 for anything ambiguous or malformed, before any signature work
 */
export function decodeRequest(
  { method, target, headers, body }: RawRequest,
  paths: ReadonlySet<string>,
): DecodedRequest {
  return strictly(() => {
    checkFraming(headers);
    const { path, query } = parseTarget(target);
    if (path !== '/' && !paths.has(path)) {
      throw malformedRequest(`the path is none of ${['/', ...paths].join(', ')}`);
    }
    return decoded({ method, path, query, headers, body });
  });
}

/**
 * Decodes a request that another service received. Its path may be any, but one: `+` and `%20` are signed alike
 * (spec: wire 1.3), so that anybody on the way could have exchanged them.
 *
 * @throws ApiError 400 for anything ambiguous or malformed
 */
export function decodeHandedOver(request: HandedOverRequest): DecodedRequest {
  const { method, target, rawHeaders, body, bodyDigest } = request;
  return strictly(() => {
    const { path, query } = parseTarget(target);
    if (path.includes('+')) throw malformedRequest('its path holds a +; send %2B or %20');
    const parts = decoded({ method, path, query, headers: parseHeaders(rawHeaders), body });
    return bodyDigest === undefined ? parts : { ...parts, bodyDigest };
  });
}

function decoded({ method, path, query, headers, body }: Omit<SignedRequest, 'form'>): DecodedRequest {
  const inForm = isForm(headers.get('content-type'));
  const form = body.length > 0 && inForm ? parseForm(body) : noParameters;
  if (query.length + form.length > MOST_PARAMETERS) {
    throw malformedRequest(`it has more than ${MOST_PARAMETERS} parameters`);
  }
  if (form.length > 0) assertDisjoint(query, form);
  const parameters = new Map<string, string>();
  for (const { name, value } of query) parameters.set(name, value);
  for (const { name, value } of form) parameters.set(name, value);
  return { method, path, query, form, headers, body, parameters, foreignBody: body.length > 0 && !inForm };
}

/** Bytes of a request line and its headers. */
export function headSizeOf(method: string, target: string, rawHeaders: readonly string[]): number {
  let size = method.length + target.length + 12;
  for (const text of rawHeaders) size += text.length + 2;
  return size;
}

/** What says how the body is to be read must leave no choice. */
function checkFraming(headers: Headers): void {
  if (!headers.has('host')) throw malformedRequest('the Host header is missing');
  const transfer = headers.get('transfer-encoding');
  if (transfer !== undefined && transfer.toLowerCase() !== 'chunked') {
    throw malformedRequest('its Transfer-Encoding is not chunked');
  }
  const encoding = headers.get('content-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw apiError(gatewayErrors.unsupportedContentType);
  }
}

function strictly<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw error instanceof RequestSyntaxError ? malformedRequest(sentenceOf(error)) : error;
  }
}

/** The parser's sentence without its full stop, with what it is about. */
function sentenceOf(error: RequestSyntaxError): string {
  const sentence = error.message.endsWith('.') ? error.message.slice(0, -1) : error.message;
  const about = error.parameter ?? error.header;
  return about === undefined ? sentence : `${sentence} (${shortened(about, LONGEST_NAME)})`;
}
