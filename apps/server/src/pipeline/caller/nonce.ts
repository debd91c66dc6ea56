import { hash } from 'node:crypto';
import { apiError } from '../../kernel/errors.ts';
import type { NonceClaim } from '../../kernel/ledger.ts';
import type { OneTimeUse } from '../../kernel/operation.ts';
import { gatewayErrors } from '../errors.ts';

/** One nonce of one AccessKey. */
export interface Nonce {
  /** Empty for our own requests; what distinguishes the nonces of another service's from them. */
  readonly scope: string;
  /** The key whose nonce it is; keys cannot burn each other's nonces. */
  readonly accessKeyId: string;
  /** As sent. */
  readonly text: string;
  /** Milliseconds since 1970 after which the request's own timestamp is too old. */
  readonly expires: number;
}

/**
 * The claim that makes a signed request usable once.
 *
 * @param longest characters that a nonce may have
 * @throws ApiError when the nonce is longer
 */
export function nonceClaim({ scope, accessKeyId, text, expires }: Nonce, longest: number): NonceClaim {
  if (text.length > longest) throw apiError(gatewayErrors.nonceTooLong, { limit: longest });
  return { digest: digestOf(`${scope}${accessKeyId}\n${text}`), expires };
}

/** The claim that makes a proof usable once; no nonce of a key is called like it. */
export function oneTimeClaim({ name, expires }: Omit<OneTimeUse, 'spent'>): NonceClaim {
  return { digest: digestOf(`once\n${name}`), expires };
}

function digestOf(name: string): Buffer {
  // By way of text: a Buffer from hash() owns memory outside of the heap, these 16 bytes share a pooled one.
  return Buffer.from(hash('sha256', name, 'hex').slice(0, 32), 'hex');
}
