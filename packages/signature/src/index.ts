export { type Acs3Algorithm, acs3Digest } from './acs3/algorithm.ts';
export { type Acs3Authorization, parseAuthorization } from './acs3/authorization.ts';
export { type CanonicalParts, canonicalPath, canonicalRequest, stringToSign } from './acs3/canonical.ts';
export { type Acs3SigningInput, type Acs3SigningOptions, signAcs3 } from './acs3/sign.ts';
export { canonicalHeaders, REQUIRED_HEADERS } from './acs3/signed-headers.ts';
export { verifyAcs3 } from './acs3/verify.ts';
export type { Credentials } from './credentials.ts';
export { type DigestName, isDigestAvailable } from './digest.ts';
export { encodeParameters, percentEncode } from './encode.ts';
export { type HmacKey, hmac, prepareHmacKey } from './hmac.ts';
export { assertDisjoint, type Parameter, parseForm, parseQuery } from './parameters.ts';
export {
  isForm,
  parseHeaders,
  parseRequest,
  parseTarget,
  type ReceivedRequest,
  type SignedRequest,
} from './request.ts';
export { type RpcV1Algorithm, rpcV1Digest } from './rpc-v1/algorithm.ts';
export { type RpcV1SigningOptions, signRpcV1 } from './rpc-v1/sign.ts';
export { rpcV1StringToSign } from './rpc-v1/string-to-sign.ts';
export { verifyRpcV1 } from './rpc-v1/verify.ts';
export { type RefusedScheme, type SignatureScheme, signatureScheme } from './scheme.ts';
export { SigningSecret } from './secret.ts';
export { RequestSyntaxError, type RequestSyntaxReason } from './syntax-error.ts';
export { formatTimestamp } from './timestamp.ts';
export type { Accepted, RefusalReason, Refused, Verdict } from './verdict.ts';
