/**
 * Who signed this request. The order of the checks is that of the documented gateway: required fields, timestamp, clock
 * window, key, key state, token, signature (spec: wire 5.3). A nonce counts only once the signature is valid.
 */
import {
  type Acs3Authorization,
  parseAuthorization,
  type Verdict,
  verifyAcs3,
  verifyRpcV1,
} from '@wardenry/signature';
import { apiError } from '../../kernel/errors.ts';
import type { NonceClaim } from '../../kernel/ledger.ts';
import type { Soon } from '../../kernel/soon.ts';
import { gatewayErrors, incompleteSignature, missing } from '../errors.ts';
import type { DecodedRequest } from '../request/decode.ts';
import type { Scheme } from '../request/dispatch.ts';
import { nonceClaim } from './nonce.ts';
import type { KeyPrincipal, Principal } from './principal.ts';
import type { Principals } from './principals.ts';
import { signatureRefusal } from './signature-refusal.ts';
import { parseTimestamp } from './timestamp.ts';

/** How ids of temporary keys begin (spec: domain 1.1). */
const TEMPORARY = 'STS.';

/** A request of somebody who is known. */
export interface Authenticated {
  readonly principal: Principal;
  /** Absent where none is sent: with the token of a proxy. */
  readonly nonce?: NonceClaim;
  /** Parameters that the signature does not cover: anybody on the way could have added them, so they count as absent. */
  readonly unsignedParameters: readonly string[];
}

/** A request whose signature is valid. */
export interface ProvenRequest extends Authenticated {
  readonly principal: KeyPrincipal;
  readonly nonce: NonceClaim;
}

/** What a request claims before anything is verified. */
interface Claims {
  readonly accessKeyId: string;
  readonly nonce: string;
  readonly timestamp: string;
  readonly securityToken: string;
  verify(principal: KeyPrincipal): Verdict;
}

export interface AuthenticateOptions {
  readonly principals: Pick<Principals, 'find' | 'findSession'>;
  /** Milliseconds that a timestamp may lie in the past or in the future. */
  readonly clockWindow: number;
  /** Characters that a nonce may have. */
  readonly nonceLength: number;
  /** Keeps the nonces of another service's requests apart from our own. */
  readonly nonceScope?: string;
}

/**
 * Authenticates a signed request.
 *
 * @param now milliseconds since 1970
 * @throws ApiError with the gateway's code; StorageUnavailable when the key cannot be read
 */
export function authenticate(
  options: AuthenticateOptions,
  request: DecodedRequest,
  scheme: Exclude<Scheme, 'anonymous'>,
  now: number,
): ProvenRequest | Promise<ProvenRequest> {
  const claims = scheme === 'acs3' ? acs3Claims(request) : rpcV1Claims(request);
  const timestamp = parseTimestamp(claims.timestamp);
  if (timestamp === undefined) throw apiError(gatewayErrors.timestampFormat);
  if (Math.abs(now - timestamp) > options.clockWindow) throw apiError(gatewayErrors.timestampExpired);
  const terms: Terms = {
    scheme,
    expires: timestamp + options.clockWindow + 1000,
    nonceScope: options.nonceScope === undefined ? '' : `${options.nonceScope}\n`,
    nonceLength: options.nonceLength,
  };
  const found = claimedKey(options, claims, now);
  return found instanceof Promise
    ? found.then(principal => proven(claims, principal, terms))
    : proven(claims, found, terms);
}

/** What a proof is held against. */
interface Terms {
  readonly scheme: Scheme;
  /** When the request's own timestamp is too old, in milliseconds since 1970. */
  readonly expires: number;
  readonly nonceScope: string;
  readonly nonceLength: number;
}

function proven(
  claims: Claims,
  principal: KeyPrincipal | undefined,
  { scheme, expires, nonceScope, nonceLength }: Terms,
): ProvenRequest {
  if (principal === undefined) throw apiError(gatewayErrors.accessKeyNotFound);
  if (!principal.active) throw apiError(gatewayErrors.accessKeyInactive);
  const verdict = claims.verify(principal);
  if (!verdict.valid) throw signatureRefusal(verdict, scheme);
  const { accessKeyId, nonce: text } = claims;
  const nonce = nonceClaim({ scope: nonceScope, accessKeyId, text, expires }, nonceLength);
  return { principal, nonce, unsignedParameters: verdict.unsignedParameters };
}

/**
 * The AccessKey that a request says it was signed with; nothing of it is proven.
 *
 * @returns undefined when it names none that can be read
 */
export function claimedAccessKeyId({ headers, parameters }: DecodedRequest): string | undefined {
  const authorization = headers.get('authorization');
  if (authorization === undefined) return parameters.get('AccessKeyId');
  return parseAuthorization(authorization)?.credential;
}

function acs3Claims(request: DecodedRequest): Claims {
  const { headers } = request;
  const authorization = parseAuthorization(headers.get('authorization') ?? '');
  if (authorization === undefined) {
    throw incompleteSignature(
      'the Authorization header cannot be read; write it as <algorithm> Credential=<AccessKeyId>,SignedHeaders=<names>,Signature=<hex>',
    );
  }
  checkAlgorithm(authorization);
  if (authorization.credential === '') throw missing('AccessKeyId');
  return {
    accessKeyId: authorization.credential,
    nonce: required(headers.get('x-acs-signature-nonce'), 'SignatureNonce'),
    timestamp: required(headers.get('x-acs-date'), 'Timestamp'),
    securityToken: headers.get('x-acs-security-token') ?? '',
    verify: principal => verifyAcs3(request, authorization, principal.secret, request.bodyDigest),
  };
}

function checkAlgorithm(authorization: Acs3Authorization): void {
  const { algorithm } = authorization;
  if (algorithm !== 'ACS3-HMAC-SHA256' && algorithm !== 'ACS3-HMAC-SM3') {
    throw apiError(gatewayErrors.invalidSignatureMethod);
  }
}

function rpcV1Claims(request: DecodedRequest): Claims {
  const { parameters } = request;
  const accessKeyId = required(parameters.get('AccessKeyId'), 'AccessKeyId');
  const method = required(parameters.get('SignatureMethod'), 'SignatureMethod');
  if (method !== 'HMAC-SHA1' && method !== 'HMAC-SHA256')
    throw apiError(gatewayErrors.invalidSignatureMethod);
  if (required(parameters.get('SignatureVersion'), 'SignatureVersion') !== '1.0') {
    throw apiError(gatewayErrors.invalidSignatureVersion);
  }
  return {
    accessKeyId,
    nonce: required(parameters.get('SignatureNonce'), 'SignatureNonce'),
    timestamp: required(parameters.get('Timestamp'), 'Timestamp'),
    securityToken: parameters.get('SecurityToken') ?? '',
    verify: principal => verifyRpcV1(request, principal.secret),
  };
}

/**
 * Finds the key that a request says it was signed with. A temporary key is nothing without its token, and a token that is
 * missing, altered or somebody else's never makes the request one of whoever stands behind it (spec: wire 3).
 */
function claimedKey(
  { principals }: AuthenticateOptions,
  { accessKeyId, securityToken }: Claims,
  now: number,
): Soon<KeyPrincipal | undefined> {
  const temporary = accessKeyId.startsWith(TEMPORARY);
  if (securityToken === '') {
    if (temporary) throw apiError(gatewayErrors.missingSecurityToken);
    return principals.find(accessKeyId);
  }
  if (!temporary) throw apiError(gatewayErrors.securityTokenMismatch);
  return principals.findSession(accessKeyId, securityToken, now);
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw missing(name);
  return value;
}
