/** What the gateway itself answers, before and around every operation (spec: wire 5.3). */
import { type ApiError, apiError, errorKind, missingParameter } from '../kernel/errors.ts';

export const gatewayErrors = {
  malformedRequest: errorKind(
    'InvalidRequest',
    400,
    'The request is ambiguous or malformed: {reason}. Send every parameter once, in the query or in the form, percent-encoded UTF-8.',
  ),
  malformedJson: errorKind(
    'InvalidRequest',
    400,
    'The JSON body is ambiguous or malformed: {reason}. Send one JSON object in UTF-8, with every member once.',
  ),
  lineTooLong: errorKind(
    'RequestLineTooLong',
    413,
    'The request line and the headers hold more than {limit} bytes. Send the parameters as a form body.',
  ),
  bodyTooLarge: errorKind('RequestBodyTooLarge', 413, 'The body holds more than {limit} bytes.'),
  bodyTruncated: errorKind('IncompleteBody', 400, 'The body ended before the announced length was reached.'),
  requestTimeout: errorKind(
    'RequestTimeout',
    408,
    'The request did not arrive in full in the time that there is. Send it again in one go.',
  ),
  expectationFailed: errorKind(
    'ExpectationFailed',
    417,
    'The header Expect asks for something that this server does not do. Send 100-continue or no such header.',
  ),
  unsupportedContentType: errorKind(
    'UnsupportedContentType',
    415,
    'A body must be sent as application/x-www-form-urlencoded; operations of Wardenry itself also take application/json under V3.',
  ),
  unsupportedMethod: errorKind(
    'UnsupportedHTTPMethod',
    400,
    'This http method is not supported. Use GET or POST.',
  ),
  needTls: errorKind('InvalidProtocol.NeedSsl', 404, 'Your request is denied as lack of ssl protect.'),
  missing: missingParameter,
  invalidVersion: errorKind(
    'InvalidVersion',
    400,
    'Specified parameter Version is not valid. Known are 2015-05-01 (RAM), 2019-08-15 (IMS), 2015-04-01 (STS), 2020-03-31 (ResourceManager) and 2026-11-01 (Wardenry).',
  ),
  actionNotFound: errorKind(
    'InvalidAction.NotFound',
    404,
    'Specified api is not found, please check your url and method.',
  ),
  actionDisagrees: errorKind(
    'InvalidParameter',
    400,
    'Specified parameter {name} is not valid: it differs from the signed header {header}.',
  ),
  invalidFormat: errorKind('InvalidParameter.Format', 400, 'Specified parameter format is not valid.'),
  invalidSignatureMethod: errorKind(
    'InvalidSignatureMethod',
    400,
    'Specified signature method is not valid. Use ACS3-HMAC-SHA256, ACS3-HMAC-SM3 or, for RPC requests, HMAC-SHA1.',
  ),
  invalidSignatureVersion: errorKind(
    'InvalidSignatureVersion',
    400,
    'Specified parameter SignatureVersion is not valid. Use 1.0.',
  ),
  incompleteSignature: errorKind(
    'IncompleteSignature',
    400,
    'The request signature does not conform to the standards: {reason}.',
  ),
  timestampFormat: errorKind(
    'InvalidTimeStamp.Format',
    400,
    'Specified time stamp or date value is not well formatted.',
  ),
  timestampExpired: errorKind(
    'InvalidTimeStamp.Expired',
    400,
    'Specified time stamp or date value is expired.',
  ),
  accessKeyNotFound: errorKind('InvalidAccessKeyId.NotFound', 404, 'Specified access key is not found.'),
  accessKeyInactive: errorKind('InvalidAccessKeyId.Inactive', 400, 'Specified access key is disabled.'),
  invalidGatewayToken: errorKind(
    'InvalidGatewayToken',
    401,
    'The gateway token is missing or not valid. CreateGatewayToken makes one; the proxy must present it in X-Wardenry-Gateway-Token.',
  ),
  missingSecurityToken: errorKind('MissingSecurityToken', 400, 'SecurityToken is mandatory for this action.'),
  securityTokenMalformed: errorKind(
    'InvalidSecurityToken.Malformed',
    400,
    'Specified SecurityToken is malformed.',
  ),
  securityTokenMismatch: errorKind(
    'InvalidSecurityToken.MismatchWithAccessKey',
    400,
    'Specified SecurityToken mismatch with the AccessKey.',
  ),
  securityTokenExpired: errorKind(
    'InvalidSecurityToken.Expired',
    400,
    'Specified SecurityToken is expired. Assume the role again.',
  ),
  // The code that makes clients fetch another token, which then tells them more.
  sessionEnded: errorKind(
    'InvalidSecurityToken.Expired',
    400,
    'Specified SecurityToken is expired: its role, or whoever assumed it, is gone or disabled, or had its sessions ended. Assume the role again.',
  ),
  signatureV1Mismatch: errorKind(
    'SignatureDoesNotMatch',
    400,
    // Clients cut the server's text off behind this exact prefix (spec: wire 2.4).
    'Specified signature is not matched with our calculation. server string to sign is:{stringToSign}',
  ),
  signatureV3Mismatch: errorKind(
    'SignatureDoesNotMatch',
    400,
    'Specified signature does not match our calculation. server StringToSign is [{stringToSign}] server CanonicalRequest is [{canonicalRequest}]',
  ),
  nonceUsed: errorKind('SignatureNonceUsed', 400, 'Specified signature nonce was used already.'),
  nonceTooLong: errorKind(
    'InvalidSignatureNonce',
    400,
    'Specified parameter SignatureNonce is not valid: it is longer than {limit} characters.',
  ),
  throttled: errorKind(
    'Throttling.User',
    400,
    'Request was denied due to user flow control. Try again after the time in x-acs-retry-after.',
  ),
  throttledSource: errorKind(
    'Throttling',
    400,
    'Request was denied due to request throttling: too many calls without an AccessKey come from this address. Try again after the time in x-acs-retry-after.',
  ),
  noPermission: errorKind(
    'NoPermission',
    403,
    'You are not authorized to do this action. You should be authorized by RAM. Resource: {resource} Action: {action}',
  ),
  serviceUnavailable: errorKind(
    'ServiceUnavailable',
    503,
    'The request has failed due to a temporary failure of the server. Try again; look first whether a change was made before its reply was lost.',
  ),
  internalError: errorKind(
    'InternalError',
    500,
    'The request failed inside the server. Give the RequestId to whoever runs it; the log holds the cause.',
  ),
} as const;

/** Errors of parameters that are there; `{name}` in the code is the parameter's name on the wire. */
export const parameterErrors = {
  length: errorKind(
    'InvalidParameter.{name}.Length',
    400,
    'The parameter - "{name}" beyond the length limit: {min} to {max} characters are allowed.',
  ),
  invalidChars: errorKind(
    'InvalidParameter.{name}.InvalidChars',
    400,
    'The parameter - "{name}" contains invalid chars. Allowed are {allowed}.',
  ),
  format: errorKind(
    'InvalidParameter.{name}.Format',
    400,
    'The format of the parameter - "{name}" is incorrect. Expected: {expected}.',
  ),
  range: errorKind(
    'InvalidParameter.{name}.Range',
    400,
    'The parameter - "{name}" is out of range: {min} to {max} are allowed.',
  ),
  choice: errorKind(
    'InvalidParameter.{name}',
    400,
    'Specified parameter {name} is not valid. Allowed are {allowed}.',
  ),
  json: errorKind('InvalidParameter.{name}', 400, 'The parameter - "{path}" is not valid: {problem}.'),
} as const;

/** A parameter or header that every request of its kind carries is absent. */
export function missing(name: string): ApiError {
  return apiError(gatewayErrors.missing, { name });
}

/** @param reason a clause without a full stop */
export function incompleteSignature(reason: string): ApiError {
  return apiError(gatewayErrors.incompleteSignature, { reason });
}

/** @param reason a clause without a full stop */
export function malformedRequest(reason: string): ApiError {
  return apiError(gatewayErrors.malformedRequest, { reason });
}

/** @param reason a clause without a full stop */
export function malformedJson(reason: string): ApiError {
  return apiError(gatewayErrors.malformedJson, { reason });
}
