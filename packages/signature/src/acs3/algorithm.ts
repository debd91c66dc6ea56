import { availableAlgorithms, type DigestName } from '../digest.ts';

const DIGESTS = { 'ACS3-HMAC-SHA256': 'sha256', 'ACS3-HMAC-SM3': 'sm3' } as const;

const available = availableAlgorithms<string, DigestName>(DIGESTS);

/** The ACS3 algorithms that this package implements (spec: wire 1.2). */
export type Acs3Algorithm = keyof typeof DIGESTS;

/**
 * The digest of an ACS3 algorithm, used for the body, the canonical request and the HMAC alike; `undefined` when the
 * algorithm is unknown, not implemented (`ACS3-RSA-SHA256`), or not computable on this runtime.
 */
export function acs3Digest(algorithm: string): DigestName | undefined {
  return available.get(algorithm);
}
