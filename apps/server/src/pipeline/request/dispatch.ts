/** Which operation is called, and how the caller proves who it is (spec: wire 0). */
import { apiError } from '../../kernel/errors.ts';
import { type AnyOperation, type Api, apis } from '../../kernel/operation.ts';
import { gatewayErrors, incompleteSignature, missing } from '../errors.ts';
import type { Format } from '../render.ts';
import type { DecodedRequest } from './decode.ts';

/** How a request is signed. */
export type Scheme = 'acs3' | 'rpc-v1' | 'anonymous';

/** Finds operations by version and name. */
export interface OperationIndex {
  find(version: string, name: string): AnyOperation | undefined;
  api(version: string): Api | undefined;
}

/** Builds the index; two declarations of one name are a bug and throw. */
export function indexOperations(operations: readonly AnyOperation[]): OperationIndex {
  const byName = new Map<string, AnyOperation>();
  for (const operation of operations) {
    const key = keyOf(operation.api.version, operation.name);
    if (byName.has(key)) throw new TypeError(`${operation.api.product} ${operation.name} is declared twice`);
    byName.set(key, operation);
  }
  return {
    find: (version, name) => byName.get(keyOf(version, name)),
    api: version => apis.find(api => api.version === version),
  };
}

// Terraform spells one action with another capital letter (spec: api index).
function keyOf(version: string, name: string): string {
  return `${version} ${name.toLowerCase()}`;
}

/**
 * Tells the scheme from the place of the signature.
 *
 * @throws ApiError for schemes that are recognised and refused: ROA, bearer
 */
export function schemeOf(request: DecodedRequest): Scheme {
  const authorization = request.headers.get('authorization');
  const signature = request.parameters.has('Signature');
  if (authorization?.startsWith('ACS3-') === true) {
    if (signature)
      throw incompleteSignature('it carries a V3 Authorization header and a Signature parameter');
    return 'acs3';
  }
  if (authorization !== undefined || isBearer(request)) throw apiError(gatewayErrors.invalidSignatureMethod);
  return signature ? 'rpc-v1' : 'anonymous';
}

function isBearer(request: DecodedRequest): boolean {
  return (
    request.headers.has('x-acs-bearer-token') ||
    request.headers.has('x-acs-zero-trust-idtoken') ||
    request.parameters.has('BearerToken') ||
    request.parameters.get('SignatureType') === 'BEARERTOKEN'
  );
}

/**
 * Finds the called operation by what the signature covers: headers under V3, parameters otherwise.
 *
 * @throws ApiError when action or version are missing, unknown or contradict each other
 */
export function dispatch(index: OperationIndex, request: DecodedRequest, scheme: Scheme): AnyOperation {
  const fromHeaders = scheme === 'acs3';
  const version = named(request, 'Version', 'x-acs-version', fromHeaders);
  const action = named(request, 'Action', 'x-acs-action', fromHeaders);
  if (index.api(version) === undefined) throw apiError(gatewayErrors.invalidVersion);
  const operation = index.find(version, action);
  if (operation === undefined) throw apiError(gatewayErrors.actionNotFound);
  if (scheme === 'anonymous' && operation.effect !== 'anonymous') throw missing('AccessKeyId');
  return operation;
}

function named(request: DecodedRequest, name: string, header: string, fromHeaders: boolean): string {
  const parameter = request.parameters.get(name);
  if (!fromHeaders) {
    if (parameter !== undefined && parameter !== '') return parameter;
    // A V3 request that was never signed: what it lacks is a key.
    throw missing(request.headers.has(header) ? 'AccessKeyId' : name);
  }
  const signed = request.headers.get(header);
  if (signed === undefined || signed === '') throw missing(name);
  return signed;
}

const signedNames = new Map([
  ['action', { name: 'Action', header: 'x-acs-action' }],
  ['version', { name: 'Version', header: 'x-acs-version' }],
]);

/**
 * Refuses parameters that name another action or version than the signed headers, in any spelling: another reader of the
 * request might go by them (spec: wire 0).
 */
export function assertAgreement(
  parameters: ReadonlyMap<string, string>,
  headers: ReadonlyMap<string, string>,
): void {
  for (const [name, value] of parameters) {
    if (name.length !== 6 && name.length !== 7) continue;
    const signed = signedNames.get(name.toLowerCase());
    if (signed !== undefined && headers.get(signed.header) !== value) {
      throw apiError(gatewayErrors.actionDisagrees, signed);
    }
  }
}

/**
 * The format of the reply: V3 always answers JSON, older shapes as `Format` says, XML when it says nothing.
 *
 * @throws ApiError `InvalidParameter.Format`
 */
export function formatOf(request: DecodedRequest, scheme: Scheme): Format {
  if (scheme === 'acs3') return 'JSON';
  const format = request.parameters.get('Format');
  if (format === undefined || format === '') return scheme === 'rpc-v1' ? 'XML' : 'JSON';
  const folded = format.toUpperCase();
  if (folded === 'JSON' || folded === 'XML') return folded;
  throw apiError(gatewayErrors.invalidFormat);
}
