/** Which operation is called, and how the caller proves who it is (spec: wire 0). */
import { type SignatureScheme, signatureScheme } from '@wardenry/signature';
import { apiError } from '../../kernel/errors.ts';
import { type AnyOperation, apis, type Operation, type PathAlias } from '../../kernel/operation.ts';
import type { ProxyDialect } from '../../kernel/proxy.ts';
import { gatewayErrors, incompleteSignature, malformedRequest, missing } from '../errors.ts';
import type { Format } from '../render.ts';
import type { DecodedRequest } from './decode.ts';

/** How a request that is served is signed. */
export type Scheme = SignatureScheme;

/** Finds operations by version and name. */
export interface OperationIndex {
  find(version: string, name: string): AnyOperation | undefined;
  isVersion(text: string): boolean;
  /** Paths besides `/` under which something is called. */
  readonly paths: ReadonlySet<string>;
  /** What proxies call at a path, in a language of their own. */
  proxied(path: string): ProxiedOperation | undefined;
}

/** An operation as proxies call it. */
export interface ProxiedOperation {
  readonly operation: Operation;
  readonly method: string;
  readonly dialect: ProxyDialect;
}

/** Builds the index; two declarations of one name are a bug and throw. */
export function indexOperations(operations: readonly AnyOperation[]): OperationIndex {
  const byVersion = new Map<string, Map<string, AnyOperation>>(
    apis.map(({ version }) => [version, new Map()]),
  );
  for (const operation of operations) {
    const names = byVersion.get(operation.api.version);
    const name = operation.name.toLowerCase();
    if (names?.has(name) === true) {
      throw new TypeError(`${operation.api.product} ${operation.name} is declared twice`);
    }
    names?.set(name, operation);
  }
  const proxied = proxiedIn(operations);
  return {
    proxied: path => proxied.get(path),
    // Terraform spells one action with another capital letter (spec: api index).
    find: (version, name) => byVersion.get(version)?.get(name.toLowerCase()),
    isVersion: version => byVersion.has(version),
    paths: new Set(operations.flatMap(operation => aliasesOf(operation).map(({ path }) => path))),
  };
}

function proxiedIn(operations: readonly AnyOperation[]): ReadonlyMap<string, ProxiedOperation> {
  const proxied = new Map<string, ProxiedOperation>();
  for (const operation of operations) {
    if (operation.effect === 'anonymous') continue;
    for (const { method, path, proxied: dialect } of aliasesOf(operation)) {
      if (dialect !== undefined) proxied.set(path, { operation, method, dialect });
    }
  }
  return proxied;
}

function aliasesOf(operation: AnyOperation): readonly PathAlias[] {
  return operation.effect === 'anonymous' ? [] : (operation.aliases ?? []);
}

/**
 * Tells the scheme from the place of the signature.
 *
 * @throws ApiError for schemes that are recognised and refused, such as ROA and bearer, and for two signatures
 */
export function schemeOf(request: DecodedRequest): Scheme {
  const scheme = signatureScheme(request);
  switch (scheme) {
    case 'acs3':
    case 'rpc-v1':
    case 'anonymous':
      return scheme;
    case 'contradictory':
      throw incompleteSignature(
        'it carries a V3 Authorization header and a Signature parameter; send only one of them',
      );
    default:
      throw apiError(gatewayErrors.invalidSignatureMethod);
  }
}

/**
 * Finds the called operation by what the signature covers: headers under V3, parameters otherwise. Whether it may be
 * called without a signature is another question: {@link assertSigned}.
 *
 * @throws ApiError when action or version are missing or unknown, and when the path is that of another operation
 */
export function dispatch(index: OperationIndex, request: DecodedRequest, scheme: Scheme): AnyOperation {
  const inHeaders = scheme === 'acs3' || (scheme === 'anonymous' && isNamedInHeaders(request));
  const version = named(request, 'Version', 'x-acs-version', inHeaders);
  const action = named(request, 'Action', 'x-acs-action', inHeaders);
  if (!index.isVersion(version)) throw apiError(gatewayErrors.invalidVersion);
  const operation = index.find(version, action);
  if (operation === undefined) throw apiError(gatewayErrors.actionNotFound);
  assertPath(operation, request);
  return operation;
}

function assertPath(operation: AnyOperation, { method, path }: DecodedRequest): void {
  if (path === '/') return;
  const alias = aliasesOf(operation).find(each => each.path === path);
  if (alias === undefined) throw malformedRequest(`the path is not that of ${operation.name}`);
  if (alias.method !== method) throw apiError(gatewayErrors.unsupportedMethod);
}

/**
 * Refuses a request without a signature unless the operation asks for none.
 *
 * @throws ApiError `MissingAccessKeyId`
 */
export function assertSigned(operation: AnyOperation, request: DecodedRequest, scheme: Scheme): void {
  if (scheme !== 'anonymous') return;
  // Only a V3 signature makes headers count, so what names its operation there lacks one.
  if (operation.effect !== 'anonymous' || isNamedInHeaders(request)) throw missing('AccessKeyId');
}

/** Whether a request has the shape of V3. */
function isNamedInHeaders({ headers, parameters }: DecodedRequest): boolean {
  return headers.has('x-acs-action') && !parameters.has('Action');
}

function named(request: DecodedRequest, name: string, header: string, inHeaders: boolean): string {
  const value = inHeaders ? request.headers.get(header) : request.parameters.get(name);
  if (value === undefined || value === '') throw missing(name);
  return value;
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
