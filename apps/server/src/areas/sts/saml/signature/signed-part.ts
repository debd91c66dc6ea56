/** Checks a signature inside of the element that it signs, and gives what was signed. */
import { createHash, verify, X509Certificate } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { canonicalForm } from '../../../../xml/canonical-form.ts';
import { elementsOf, parseXml, plainTextOf } from '../../../../xml/parse.ts';
import { invalid } from '../assertion-problem.ts';
import { onlyChild, SIGNATURE } from '../namespaces.ts';
import type { SignatureAlgorithm } from './algorithms.ts';
import { bytesIn } from './bytes-in.ts';
import { inclusivePrefixesIn, readSignedInfo } from './signed-info.ts';

/**
 * Characters of the canonical form of a `SignedInfo`; identity providers write about one thousand. It is made before
 * anything is known to be signed.
 */
const LONGEST_SIGNED_INFO = 8192;

/** What may stand in a signature. An `Object` could hold what is signed in place of what is read. */
const parts: readonly string[] = ['SignedInfo', 'SignatureValue', 'KeyInfo'];

/**
 * Verifies a signature, and reads anew what it covers, from its very bytes: nothing that stands beside them in the document
 * can reach whoever reads what is returned (spec: security Q24, verify then read signed bytes). What a `KeyInfo` says is
 * never looked at.
 *
 * @param element what is signed
 * @param signature a child of it
 * @param certificates of the identity provider, DER in Base64
 * @returns the root of what was signed, without the signature
 * @throws AssertionProblem or DocumentProblem
 */
export async function signedPart(
  element: Element,
  signature: Element,
  certificates: readonly string[],
): Promise<Element> {
  const bytes = signedInfoBytes(signature);
  const info = readSignedInfo(await parseXml(bytes));
  const value = bytesIn(plainTextOf(onlyChild(signature, SIGNATURE, 'SignatureValue')), 'its SignatureValue');
  if (!certificates.some(certificate => isSignedBy(certificate, info.algorithm, bytes, value))) {
    throw invalid('its signature is by none of the certificates in the metadata of its provider');
  }
  if (info.uri !== `#${element.getAttribute('ID')}`) {
    throw invalid(`the signature inside of its ${element.localName} signs something else`);
  }
  const { inclusivePrefixes } = info;
  const signed = Buffer.from(canonicalForm(element, { without: signature, inclusivePrefixes }));
  if (!createHash(info.digestHash).update(signed).digest().equals(info.digest)) {
    throw invalid(`its ${element.localName} is not as it was signed`);
  }
  return parseXml(signed);
}

/** What the signature itself was made over. It says how; once the signature is checked, it says so for certain. */
function signedInfoBytes(signature: Element): Buffer {
  for (const { localName, namespaceURI } of elementsOf(signature)) {
    if (namespaceURI === SIGNATURE && parts.includes(localName ?? '')) continue;
    throw invalid('its signature holds other elements than SAML allows');
  }
  const signedInfo = onlyChild(signature, SIGNATURE, 'SignedInfo');
  const canonicalization = onlyChild(signedInfo, SIGNATURE, 'CanonicalizationMethod');
  const inclusivePrefixes = inclusivePrefixesIn(canonicalization);
  return Buffer.from(canonicalForm(signedInfo, { inclusivePrefixes, longest: LONGEST_SIGNED_INFO }));
}

function isSignedBy(
  certificate: string,
  { hash, keyType }: SignatureAlgorithm,
  bytes: Buffer,
  signature: Buffer,
): boolean {
  const { publicKey: key } = new X509Certificate(Buffer.from(certificate, 'base64'));
  if (key.asymmetricKeyType !== keyType) return false;
  // In XML both halves of an ECDSA signature stand one behind the other (RFC 9231 2.3.6).
  return verify(hash, bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
