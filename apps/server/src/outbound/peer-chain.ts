import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

/** Longer chains are no chains. */
const LONGEST_CHAIN = 16;

/**
 * The fingerprints of the certificates that vouch for the other end of a connection. A server may send any certificate
 * along, also such as have nothing to do with its own; here is only what is seen to have signed the one before it.
 *
 * @param socket connected and authorized, and not resumed from an earlier session, of which no chain is left
 * @returns SHA-1 in hexadecimal and lower case, from the server's own certificate to the last that is known
 */
export function peerFingerprints(socket: TLSSocket): readonly string[] {
  const chain: X509Certificate[] = [];
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.raw !== undefined && chain.length < LONGEST_CHAIN) {
    const certificate = new X509Certificate(next.raw);
    const last = chain.at(-1);
    if (last !== undefined && !isSignedBy(last, certificate)) break;
    chain.push(certificate);
    // A root is its own issuer.
    next = next.issuerCertificate === next ? undefined : next.issuerCertificate;
  }
  return chain.map(({ fingerprint }) => fingerprint.replaceAll(':', '').toLowerCase());
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
