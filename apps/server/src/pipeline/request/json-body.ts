/** Bodies of operations of our own may be JSON objects, read as strictly as policy documents (spec: security Q1, Q26). */
import { isUtf8 } from 'node:buffer';
import { type ApiError, apiError } from '../../kernel/errors.ts';
import type { AnyOperation } from '../../kernel/operation.ts';
import type { JsonParameter, Parameter } from '../../kernel/parameters.ts';
import { violation } from '../call/violation.ts';
import { gatewayErrors, malformedJson, parameterErrors } from '../errors.ts';
import type { DecodedRequest } from './decode.ts';
import type { Scheme } from './dispatch.ts';
import { readStrictJson } from './strict-json.ts';

/** Parameters as they came in: texts by name, and what was nested in a JSON body. */
export interface SentParameters {
  readonly parameters: ReadonlyMap<string, string>;
  readonly nested: ReadonlyMap<string, unknown>;
}

/**
 * Refuses a body that is no form unless it may be JSON. To be asked before the caller is known.
 *
 * @throws ApiError 415 unless the operation is our own, the signature is V3 and the type is JSON
 */
export function assertJsonBody(
  { headers, foreignBody }: DecodedRequest,
  operation: AnyOperation,
  scheme: Scheme,
): void {
  if (!foreignBody) return;
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  // RPC V1 signs no body that is not a form.
  if (operation.api.product !== 'Wardenry' || scheme !== 'acs3' || type !== 'application/json') {
    throw apiError(gatewayErrors.unsupportedContentType);
  }
}

/**
 * The parameters of a request whose body is JSON: members of the object join those of the query. To be read once the caller
 * is known, so that no stranger makes us read.
 *
 * @throws ApiError 400 for a body that is no object, for a name that stands twice, for members that the operation cannot
 *   take, and for those of another type than is declared
 */
export function withJsonBody(request: DecodedRequest, operation: AnyOperation): SentParameters {
  const parameters = new Map(request.parameters);
  const nested = new Map<string, unknown>();
  const declared = Object.values(operation.parameters);
  const strict = declared.some(({ kind }) => kind === 'json');
  for (const [name, value] of Object.entries(membersOf(request.body))) {
    const parameter = declared.find(({ wire }) => wire === name);
    if (strict && parameter === undefined) throw unknownMember(name, declared);
    if (parameters.has(name)) {
      throw malformedJson(`the parameter ${shown(name)} stands in the query and in the body`);
    }
    if (value === null) continue;
    if (parameter?.kind === 'json') nested.set(name, value);
    else parameters.set(name, parameter === undefined ? textOf(name, value) : textFor(parameter, value));
  }
  return { parameters, nested };
}

function membersOf(body: Uint8Array): object {
  if (!isUtf8(body)) throw malformedJson('it is not UTF-8');
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  const json = readStrictJson(text);
  if (!json.ok) throw malformedJson(json.problem);
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformedJson('it is no object');
  }
  return value;
}

/** What JSON holds for each kind of parameter: one type each, so that no two readers take a value for two things. */
const types = {
  boolean: { expected: 'true or false, without quotation marks', accepts: isBoolean },
  integer: { expected: 'a whole number, without quotation marks', accepts: Number.isSafeInteger },
  text: { expected: 'a JSON string', accepts: isString },
  choice: { expected: 'a JSON string', accepts: isString },
  // Lists stand in flat parameters; those that are JSON there are JSON text here as well.
  list: { expected: 'a JSON string', accepts: isString },
} as const;

/** The text of a member, as it would stand in a flat parameter. */
function textFor(parameter: Exclude<Parameter, JsonParameter>, value: unknown): string {
  const { expected, accepts } = types[parameter.kind];
  if (accepts(value)) return String(value);
  throw violation(parameterErrors.format, parameter, { expected });
}

/** The text of a member that the operation does not know, which means nothing to it. */
function textOf(name: string, value: unknown): string {
  if (isString(value)) return value;
  if (isBoolean(value) || Number.isSafeInteger(value)) return String(value);
  throw malformedJson(`the member ${shown(name)} must be a string, a whole number below 2^53 or a boolean`);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A misspelled member that was passed over could be the one that forbids something. */
function unknownMember(name: string, declared: readonly Parameter[]): ApiError {
  const known = declared.map(({ wire }) => wire).join(', ');
  return malformedJson(`the member ${shown(name)} is none of ${known}`);
}

/** Characters of a name that an error repeats. */
const LONGEST_NAME = 64;

function shown(name: string): string {
  return name.slice(0, LONGEST_NAME);
}
