/** Bodies of operations of our own may be JSON objects, read as strictly as policy documents (spec: security Q1, Q26). */
import { readJson } from '@wardenry/policy';
import { apiError } from '../../kernel/errors.ts';
import type { AnyOperation } from '../../kernel/operation.ts';
import { gatewayErrors, malformedRequest } from '../errors.ts';
import type { DecodedRequest } from './decode.ts';
import type { Scheme } from './dispatch.ts';

/**
 * The parameters of a request whose body is no form: members of a JSON object join those of the query.
 *
 * @throws ApiError 415 unless the operation is our own, the signature is V3 and the type is JSON; 400 for a body that is
 *   not one flat object, and for a name that stands twice
 */
export function withJsonBody(
  request: DecodedRequest,
  operation: AnyOperation,
  scheme: Scheme,
): ReadonlyMap<string, string> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  // RPC V1 signs no body that is not a form.
  if (operation.api.product !== 'Wardenry' || scheme !== 'acs3' || type !== 'application/json') {
    throw apiError(gatewayErrors.unsupportedContentType);
  }
  const parameters = new Map(request.parameters);
  for (const [name, value] of membersOf(request.body)) {
    if (parameters.has(name))
      throw malformedRequest(`the parameter ${name} stands in the query and in the body`);
    parameters.set(name, value);
  }
  return parameters;
}

function membersOf(body: Uint8Array): [string, string][] {
  let problem: string | undefined;
  const root = readJson(textOf(body), (_code, _place, message) => {
    problem ??= message;
  });
  if (problem !== undefined || root === undefined)
    throw malformedRequest(`its JSON cannot be read: ${problem ?? ''}`);
  if (root.type !== 'object') throw malformedRequest('its JSON must be an object');
  const members: [string, string][] = [];
  for (const [name, { value }] of root.members) {
    if (value.type === 'object' || value.type === 'list') {
      throw malformedRequest(`the member ${name} must be a string, a number or a boolean`);
    }
    if (value.type !== 'null') members.push([name, value.type === 'string' ? value.value : value.text]);
  }
  return members;
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw malformedRequest('its body is not UTF-8');
  }
}
