import type { RefusalReason, Refused } from '@wardenry/signature';
import { shortened } from '../../journal/record.ts';
import { type ApiError, apiError } from '../../kernel/errors.ts';
import { gatewayErrors, incompleteSignature } from '../errors.ts';
import type { Scheme } from '../request/dispatch.ts';

/** Clients compare this text with their own; one longer than any real request's is cut, so that a reply cannot outgrow it. */
const LONGEST_TEXT = 8192;

/** Characters of a name that an error repeats. */
const LONGEST_NAME = 64;

/** Reasons that the form of a signed request gives, before anything is compared. */
type FormReason = Exclude<
  RefusalReason,
  'signature-mismatch' | 'content-digest-mismatch' | 'unsupported-algorithm' | 'unsupported-version'
>;

/** What is wrong and what to do, as a clause; `name` is the header or the parameter at fault. */
const clauses: Readonly<Record<FormReason, (name: string) => string>> = {
  'path-not-root': () => 'an RPC signature covers the path / only; send the request to /',
  'unsigned-body': () =>
    'an RPC signature does not cover a body that is no form; send the parameters as a form or in the query',
  'duplicate-parameter': name => `the parameter ${name} stands more than once; send it once`,
  'signed-header-absent': name =>
    `SignedHeaders lists ${name}, which the request does not carry; send that header or sign without it`,
  'line-break': name =>
    `${name === '' ? 'the method or the path' : `the header ${name}`} contains a line break; send it without`,
  'required-header-unsigned': name =>
    `the header ${name} is not signed; list it in SignedHeaders and sign it`,
  'unsigned-acs-header': name =>
    `the header ${name} is not signed; list every x-acs- header in SignedHeaders, or do not send it`,
  'credential-mismatch': name =>
    `the header ${name} names another AccessKey than the Credential of the Authorization header; send the same one in both`,
  'ambiguous-raw-key': name =>
    `the name of the parameter ${name} was signed without percent-encoding, so that it could be read in two ways; encode names before signing`,
};

/** What is answered to a request whose signature is not valid. */
export function signatureRefusal(refused: Refused, scheme: Scheme): ApiError {
  switch (refused.reason) {
    case 'signature-mismatch':
    case 'content-digest-mismatch':
      return mismatch(refused, scheme);
    case 'unsupported-algorithm':
      return apiError(gatewayErrors.invalidSignatureMethod);
    case 'unsupported-version':
      return apiError(gatewayErrors.invalidSignatureVersion);
    default:
      return incompleteSignature(
        clauses[refused.reason](shortened(refused.header ?? refused.parameter ?? '', LONGEST_NAME)),
      );
  }
}

function mismatch(refused: Refused, scheme: Scheme): ApiError {
  const stringToSign = (refused.stringToSign ?? '').slice(0, LONGEST_TEXT);
  if (scheme === 'rpc-v1') return apiError(gatewayErrors.signatureV1Mismatch, { stringToSign });
  const canonicalRequest = (refused.canonicalRequest ?? '').slice(0, LONGEST_TEXT);
  return apiError(gatewayErrors.signatureV3Mismatch, { stringToSign, canonicalRequest });
}
