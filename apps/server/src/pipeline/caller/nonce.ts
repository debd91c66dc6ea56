import { hash } from 'node:crypto';
import { apiError } from '../../kernel/errors.ts';
import type { NonceClaim } from '../../kernel/ledger.ts';
import { gatewayErrors } from '../errors.ts';

/** Longest nonce accepted; clients send 32 to 64 characters (spec: wire 1.1). */
const LONGEST = 256;

/**
 * The claim that makes a signed request usable once.
 *
 * @param accessKeyId the key whose nonces these are; keys cannot burn each other's nonces
 * @param nonce as sent
 * @param expires milliseconds since 1970 after which the request's own timestamp is too old
 * @throws ApiError when the nonce is longer than any client's
 */
export function nonceClaim(accessKeyId: string, nonce: string, expires: number): NonceClaim {
  if (nonce.length > LONGEST) throw apiError(gatewayErrors.nonceTooLong, { limit: LONGEST });
  // By way of text: a Buffer from hash() owns memory outside of the heap, these 16 bytes share a pooled one.
  const digest = hash('sha256', `${accessKeyId}\n${nonce}`, 'hex');
  return { digest: Buffer.from(digest.slice(0, 32), 'hex'), expires };
}
