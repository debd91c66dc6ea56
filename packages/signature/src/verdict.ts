/** Why a signed request is refused; a closed list, so that callers can switch over it. */
export type RefusalReason =
  /** The algorithm is unknown, deliberately not offered (RSA, bearer), or missing from this runtime. */
  | 'unsupported-algorithm'
  /** RPC V1: `SignatureVersion` is not `1.0`. */
  | 'unsupported-version'
  /** RPC V1 signs `/` whatever the path is, so no other path can be trusted. */
  | 'path-not-root'
  /** RPC V1 signs form parameters only; a body that holds none is not covered. */
  | 'unsigned-body'
  /** RPC V1: a name occurs twice among query and form. */
  | 'duplicate-parameter'
  /** ACS3: `SignedHeaders` lists a header that the request does not carry. */
  | 'signed-header-absent'
  /** ACS3: the method, the path or a signed header contains a line break. */
  | 'line-break'
  /** ACS3: a header that must be signed is not listed in `SignedHeaders`. */
  | 'required-header-unsigned'
  /** ACS3: the request carries an `x-acs-*` header that `SignedHeaders` does not list. */
  | 'unsigned-acs-header'
  /** ACS3: `x-acs-accesskey-id` names another key than `Credential`. */
  | 'credential-mismatch'
  /** ACS3: the body is not the one whose digest was signed. */
  | 'content-digest-mismatch'
  /** ACS3: signed over unencoded parameter names, one of which makes that form ambiguous. */
  | 'ambiguous-raw-key'
  | 'signature-mismatch';

/** The signature covers the request. */
export interface Accepted {
  readonly valid: true;
  /**
   * Names of parameters that the signature does not cover: nearly always none. Some RPC V1 clients leave empty values
   * out of the signature, so anybody on the way could have added these; treat them as absent.
   */
  readonly unsignedParameters: readonly string[];
}

/** The request must not be believed. */
export interface Refused {
  readonly valid: false;
  readonly reason: RefusalReason;
  /** The header at fault, in lower case. */
  readonly header?: string;
  /** The parameter at fault. */
  readonly parameter?: string;
  /**
   * With `signature-mismatch`: what this side signed, for the caller to compare. It repeats the request, tokens
   * included: return it to nobody but the caller, and keep it out of logs.
   */
  readonly stringToSign?: string;
  /** ACS3, with `signature-mismatch`: the text whose digest ends the string to sign. As confidential as that. */
  readonly canonicalRequest?: string;
}

/** The answer to "did the holder of this secret sign exactly this request?" */
export type Verdict = Accepted | Refused;

/** The signature covers every part of the request that the scheme covers. */
export const ACCEPTED: Accepted = Object.freeze({ valid: true, unsignedParameters: Object.freeze([]) });

/** A refusal with the details that its reason has. */
export function refused(reason: RefusalReason, details: Omit<Refused, 'valid' | 'reason'> = {}): Refused {
  return { valid: false, reason, ...details };
}
