/** Certificates by which an identity provider signs. They are pinned as they are; no authority and no date is asked. */
import { X509Certificate } from 'node:crypto';
import { DocumentProblem } from '../../../xml/document-problem.ts';

/** Bits of the shortest RSA key that may vouch for anybody. */
const SHORTEST_RSA = 2048;

/**
 * Reads the text of an `X509Certificate` element (XML Signature 4.5.4).
 *
 * @param text Base64 of the DER form, broken into lines as it may be
 * @returns the same on one line
 * @throws DocumentProblem when it is no certificate, or one of a key that is not accepted
 */
export function readCertificate(text: string): string {
  const encoded = withoutSpace(text);
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.toString('base64') !== encoded) throw new DocumentProblem('a certificate in it is not Base64');
  refuseWeakKey(certificateIn(bytes));
  return encoded;
}

function certificateIn(bytes: Buffer): X509Certificate {
  try {
    const certificate = new X509Certificate(bytes);
    if (certificate.raw.equals(bytes)) return certificate;
  } catch (error) {
    throw new DocumentProblem('a certificate in it cannot be read', { cause: error });
  }
  throw new DocumentProblem('a certificate in it is followed by something else');
}

function refuseWeakKey({ publicKey }: X509Certificate): void {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey;
  if (type === 'ec') return;
  if (type !== 'rsa') throw new DocumentProblem('a certificate in it is of a key that is neither RSA nor EC');
  if ((details?.modulusLength ?? 0) < SHORTEST_RSA) {
    throw new DocumentProblem(`a certificate in it is of an RSA key shorter than ${SHORTEST_RSA} bits`);
  }
}

function withoutSpace(text: string): string {
  return [...text].filter(mark => mark !== ' ' && mark !== '\t' && mark !== '\n' && mark !== '\r').join('');
}
