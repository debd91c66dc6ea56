/** Whether a token proves what it says: the rules of the provider that an account registered (spec: domain 8.3, wire 7.3). */

import type { AccountId } from '../../../kernel/callers/identity.ts';
import { type ApiError, apiError } from '../../../kernel/errors.ts';
import { OutboundFailure, outboundReason } from '../../../kernel/outbound.ts';
import { HOUR } from '../../../kernel/time.ts';
import { fingerprintKey, type OidcProvider } from '../../oidc-providers/index.ts';
import { discoveryUrl, type Publication } from './discovery.ts';
import {
  audienceNotMatch,
  certificateNotTrusted,
  contentInvalid,
  fingerprintMismatch,
  issuerBroken,
  issuerNotMatch,
  signatureInvalid,
  tokenExpired,
  tooManyFetches,
  urlRefused,
} from './errors.ts';
import type { Issuers } from './issuers.ts';
import { readToken, type TokenClaims, type UnverifiedToken } from './json-web-token.ts';
import { BrokenDocument } from './key-set.ts';

/** What a provider says of the tokens that it vouches with. */
export type TokenRules = Pick<OidcProvider, 'issuerUrl' | 'clientIds' | 'fingerprints' | 'issuanceLimitTime'>;

/** Whose token it must be, and when. */
export interface Expectation {
  readonly provider: TokenRules;
  /** The account that registered the provider. */
  readonly accountId: AccountId;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A token that its issuer has signed. */
export interface VerifiedToken {
  /** All of it proven. */
  readonly claims: TokenClaims;
  /** What it was verified by. */
  readonly publication: Publication;
}

/** How far an issuer's clock may be ahead of ours, in milliseconds. */
const CLOCK_TOLERANCE = 60_000;
/** Milliseconds after which a call that found no room may try again. */
const RETRY_AFTER = 1000;

/**
 * Verifies a token.
 *
 * What a token says is compared before its signature is verified: that costs nothing, and so nobody makes the server ask an
 * issuer by a token that could not be accepted. It is believed only when the signature is right.
 *
 * @param text as the caller sent it
 * @throws ApiError of `tokenErrors`
 */
export async function verifyToken(
  text: string,
  expectation: Expectation,
  issuers: Issuers,
): Promise<VerifiedToken> {
  const token = readToken(text);
  const { claims } = token;
  compare(claims, expectation);
  const publication = await publicationFor(token, expectation, issuers);
  assertVouchedFor(publication, expectation);
  await verifySignature(token, publication);
  return { claims, publication };
}

/**
 * Holds a verified token against what its provider says by now: while the issuer was being asked, which takes seconds, an
 * audience, a certificate or the whole provider may have been withdrawn.
 *
 * @throws ApiError of `tokenErrors`
 */
export function assertStillAccepted({ claims, publication }: VerifiedToken, expectation: Expectation): void {
  compare(claims, expectation);
  assertVouchedFor(publication, expectation);
}

function compare(claims: TokenClaims, { provider, now }: Expectation): void {
  if (claims.issuer !== provider.issuerUrl) throw apiError(issuerNotMatch);
  if (!claims.audiences.some(audience => provider.clientIds.includes(audience))) {
    throw apiError(audienceNotMatch);
  }
  if (claims.expiresAt <= now) throw apiError(tokenExpired);
  if (claims.issuedAt < now - provider.issuanceLimitTime * HOUR) throw apiError(tokenExpired);
  if (claims.issuedAt > now + CLOCK_TOLERANCE) throw notYet('iat');
  if (claims.notBefore !== undefined && claims.notBefore > now + CLOCK_TOLERANCE) throw notYet('nbf');
}

function notYet(claim: string): ApiError {
  return apiError(contentInvalid, { reason: `Its claim "${claim}" lies in the future.` });
}

async function publicationFor(
  { key }: UnverifiedToken,
  { provider, accountId }: Expectation,
  issuers: Issuers,
): Promise<Publication> {
  const { issuerUrl: issuer } = provider;
  try {
    return await issuers.publicationOf(
      { issuer, accountId },
      publication => publication.keys.has(key) && isVouchedFor(publication, provider),
    );
  } catch (error) {
    throw refusalOf(error, issuer);
  }
}

function assertVouchedFor(publication: Publication, { provider }: Expectation): void {
  if (!isVouchedFor(publication, provider)) throw apiError(fingerprintMismatch, { url: provider.issuerUrl });
}

/** Whether an authority with a registered fingerprint is in every chain; a provider may leave that to TLS alone. */
function isVouchedFor({ chains }: Publication, { fingerprints }: TokenRules): boolean {
  if (fingerprints.length === 0) return true;
  const registered = new Set(fingerprints.map(fingerprintKey));
  return chains.every(chain => chain.some(fingerprint => registered.has(fingerprint)));
}

async function verifySignature({ text, key }: UnverifiedToken, { keys }: Publication): Promise<void> {
  const { compactVerify, errors } = await import('jose');
  for (const publicKey of await keys.keysFor(key)) {
    try {
      await compactVerify(text, publicKey, { algorithms: [key.algorithm] });
      return;
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
    }
  }
  throw apiError(signatureInvalid);
}

/** What a caller is told when an issuer could not be asked. */
function refusalOf(error: unknown, issuer: string): unknown {
  const extras = { cause: error };
  if (error instanceof BrokenDocument) {
    return apiError(issuerBroken, { issuer, reason: error.message }, extras);
  }
  if (!(error instanceof OutboundFailure)) return error;
  const reason = outboundReason(error.problem);
  switch (error.problem) {
    case 'busy':
      return apiError(tooManyFetches, {}, { ...extras, retryAfter: RETRY_AFTER });
    case 'untrusted-certificate':
      return apiError(certificateNotTrusted, {}, extras);
    case 'not-https':
      return apiError(urlRefused, { url: discoveryUrl(issuer), reason }, extras);
    default:
      return apiError(issuerBroken, { issuer, reason: `${sentence(reason)}.` }, extras);
  }
}

function sentence(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
