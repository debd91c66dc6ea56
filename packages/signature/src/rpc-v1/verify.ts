import { equalsInConstantTime } from '../digest.ts';
import { sortByName } from '../order.ts';
import type { Parameter } from '../parameters.ts';
import type { SignedRequest } from '../request.ts';
import type { SigningSecret } from '../secret.ts';
import { ACCEPTED, refused, type Verdict } from '../verdict.ts';
import { rpcV1Digest } from './algorithm.ts';
import { rpcV1StringToSign } from './string-to-sign.ts';

/**
 * Decides whether the holder of a secret signed exactly this request (spec: wire 2.1). The caller has found the secret
 * by the parameter `AccessKeyId`; timestamp, nonce and the state of the key are the caller's to judge.
 *
 * Parameters of query and form count as one set, and headers are not covered at all: trust none of them.
 */
export function verifyRpcV1(request: SignedRequest, secret: SigningSecret): Verdict {
  if (request.path !== '/') return refused('path-not-root');
  if (request.body.length > 0 && request.form.length === 0) return refused('unsigned-body');
  const all = request.form.length === 0 ? request.query : request.query.concat(request.form);
  const signed = sortByName(all.filter(isNotSignature));
  const repeated = all.length - signed.length > 1 ? 'Signature' : adjacentDuplicate(signed);
  if (repeated !== undefined) return refused('duplicate-parameter', { parameter: repeated });

  if (parameterValue(signed, 'SignatureVersion') !== '1.0') return refused('unsupported-version');
  // Present and empty is how several clients say "the ordinary one"; the others are RSA and bearer.
  if (parameterValue(signed, 'SignatureType') !== '') return refused('unsupported-algorithm');
  const digest = rpcV1Digest(parameterValue(signed, 'SignatureMethod'));
  if (digest === undefined) return refused('unsupported-algorithm');

  // Comparing texts, not decoded bytes, leaves a signature exactly one spelling.
  const signature = parameterValue(all, 'Signature');
  const isSigned = (text: string) => equalsInConstantTime(signature, secret.signRpcV1(digest, text));
  const stringToSign = rpcV1StringToSign(request.method, signed);
  if (isSigned(stringToSign)) return ACCEPTED;

  // Java clients send empty values, but sign without them.
  const filled = signed.filter(isFilled);
  if (filled.length < signed.length && isSigned(rpcV1StringToSign(request.method, filled))) {
    return { valid: true, unsignedParameters: signed.filter(isEmpty).map(({ name }) => name) };
  }
  return refused('signature-mismatch', { stringToSign });
}

function isNotSignature({ name }: Parameter): boolean {
  return name !== 'Signature';
}

function isFilled({ value }: Parameter): boolean {
  return value !== '';
}

function isEmpty({ value }: Parameter): boolean {
  return value === '';
}

function parameterValue(parameters: readonly Parameter[], name: string): string {
  for (const parameter of parameters) if (parameter.name === name) return parameter.value;
  return '';
}

/** The parsers leave none; a request put together without them must not slip through. */
function adjacentDuplicate(sorted: readonly Parameter[]): string | undefined {
  let previous: string | undefined;
  for (const { name } of sorted) {
    if (name === previous) return name;
    previous = name;
  }
  return undefined;
}
