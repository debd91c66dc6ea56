/** Certificates by which an identity provider signs. They are pinned as they are; no authority and no date is asked. */
import { type AsymmetricKeyDetails, X509Certificate } from 'node:crypto';
import { DocumentProblem } from '../../../xml/document-problem.ts';

/** Bits of an RSA key that may vouch for anybody; what checks a signature grows with them. */
const SHORTEST_RSA = 2048;
const LONGEST_RSA = 8192;
/** The public exponent, which is odd (RFC 8017 3.1): with 1 everything is signed, and a long one makes every check slow. */
const LEAST_EXPONENT = 3n;
const GREATEST_EXPONENT = 0xffff_ffffn;

/** P-256, P-384 and P-521, as OpenSSL calls them. */
const curves: readonly string[] = ['prime256v1', 'secp384r1', 'secp521r1'];

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
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = publicKey;
  if (type === 'rsa') refuseWeakRsa(details);
  else if (type !== 'ec')
    throw new DocumentProblem('a certificate in it is of a key that is neither RSA nor EC');
  else if (!curves.includes(details.namedCurve ?? '')) {
    throw new DocumentProblem(
      'a certificate in it is of an EC key on another curve than P-256, P-384 or P-521',
    );
  }
}

function refuseWeakRsa({
  modulusLength: bits = 0,
  publicExponent: exponent = 0n,
}: AsymmetricKeyDetails): void {
  if (bits < SHORTEST_RSA) {
    throw new DocumentProblem(`a certificate in it is of an RSA key shorter than ${SHORTEST_RSA} bits`);
  }
  if (bits > LONGEST_RSA) {
    throw new DocumentProblem(`a certificate in it is of an RSA key longer than ${LONGEST_RSA} bits`);
  }
  const isOdd = exponent % 2n === 1n;
  if (!isOdd || exponent < LEAST_EXPONENT || exponent > GREATEST_EXPONENT) {
    throw new DocumentProblem('a certificate in it is of an RSA key with an unusual public exponent');
  }
}

function withoutSpace(text: string): string {
  return [...text].filter(mark => mark !== ' ' && mark !== '\t' && mark !== '\n' && mark !== '\r').join('');
}
