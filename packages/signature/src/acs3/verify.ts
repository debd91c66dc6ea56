import { equalsInConstantTime, hexDigest } from '../digest.ts';
import { encodeParameters } from '../encode.ts';
import { sortByName } from '../order.ts';
import type { Parameter } from '../parameters.ts';
import type { SignedRequest } from '../request.ts';
import type { SigningSecret } from '../secret.ts';
import { ACCEPTED, refused, type Verdict } from '../verdict.ts';
import { acs3Digest } from './algorithm.ts';
import type { Acs3Authorization } from './authorization.ts';
import { ambiguousRawKey, canonicalPath, canonicalRequest, rawKeyQuery, stringToSign } from './canonical.ts';
import { canonicalHeaders, trimBlanks } from './signed-headers.ts';

/**
 * Decides whether the holder of a secret signed exactly this request (spec: wire 1). The caller has found the secret by
 * `authorization.credential`; date, nonce and the state of the key are the caller's to judge.
 *
 * The body is hashed last, so that nobody without the secret can make this side hash one.
 *
 * @param bodyDigest stands for the body where somebody else has it and checks it: its digest by the algorithm's hash, in
 *   lower-case hexadecimal
 */
export function verifyAcs3(
  request: SignedRequest,
  authorization: Acs3Authorization,
  secret: SigningSecret,
  bodyDigest?: string,
): Verdict {
  const { algorithm, credential, signedHeaders, signature } = authorization;
  const { method, path, body } = request;
  const digest = acs3Digest(algorithm);
  if (digest === undefined) return refused('unsupported-algorithm');
  if (method.includes('\n') || path.includes('\n')) return refused('line-break');
  const hasBody = bodyDigest === undefined ? body.length > 0 : bodyDigest !== hexDigest(digest, '');
  const headers = canonicalHeaders(request.headers, signedHeaders, hasBody);
  if (typeof headers !== 'string') return headers;
  const repeatedId = request.headers.get('x-acs-accesskey-id');
  if (repeatedId !== undefined && trimBlanks(repeatedId) !== credential) {
    return refused('credential-mismatch', { header: 'x-acs-accesskey-id' });
  }

  const contentDigest = trimBlanks(request.headers.get('x-acs-content-sha256') ?? '');
  const attempt: Attempt = (candidatePath, query) => {
    const canonical = canonicalRequest({
      method,
      path: candidatePath,
      query,
      headers,
      signedHeaders: signedHeaders.text,
      contentDigest,
    });
    const text = stringToSign(algorithm, digest, canonical);
    if (equalsInConstantTime(signature, secret.signAcs3(digest, text))) return ACCEPTED;
    return refused('signature-mismatch', { stringToSign: text, canonicalRequest: canonical });
  };
  const verdict = tryCanonicalForms(path, sortByName(request.query), attempt);
  if (!verdict.valid) return verdict;
  return (bodyDigest ?? hexDigest(digest, body)) === contentDigest
    ? verdict
    : refused('content-digest-mismatch');
}

/** The verdict on the signature if the client signed this path and this query. */
type Attempt = (path: string, query: string) => Verdict;

/**
 * Tries the forms in which clients sign one and the same request: parameter names encoded or raw, path rewritten or as
 * sent (spec: wire 1.4). Nearly always the first one fits; it is also the one that a mismatch reports.
 */
function tryCanonicalForms(path: string, sorted: readonly Parameter[], attempt: Attempt): Verdict {
  const encoded = encodeParameters(sorted);
  const verdict = tryPaths(path, encoded, attempt);
  if (verdict.valid) return verdict;
  const raw = rawKeyQuery(sorted);
  if (raw === encoded || !tryPaths(path, raw, attempt).valid) return verdict;
  const parameter = ambiguousRawKey(sorted);
  return parameter === undefined ? ACCEPTED : refused('ambiguous-raw-key', { parameter });
}

function tryPaths(path: string, query: string, attempt: Attempt): Verdict {
  const rewritten = canonicalPath(path);
  const verdict = attempt(rewritten, query);
  if (verdict.valid || rewritten === path) return verdict;
  const asSent = attempt(path, query);
  return asSent.valid ? asSent : verdict;
}
