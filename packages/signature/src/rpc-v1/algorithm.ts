import { availableAlgorithms, type DigestName } from '../digest.ts';

const DIGESTS = { 'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256' } as const;

const available = availableAlgorithms<string, DigestName>(DIGESTS);

/** The values of `SignatureMethod` that this package implements (spec: wire 2.1). */
export type RpcV1Algorithm = keyof typeof DIGESTS;

/** The digest of a `SignatureMethod`; `undefined` when it is not supported. */
export function rpcV1Digest(signatureMethod: string): DigestName | undefined {
  return available.get(signatureMethod);
}
