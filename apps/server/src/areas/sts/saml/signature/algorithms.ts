/**
 * Algorithms by which an identity provider may sign, by their names in XML (RFC 9231; XML Encryption 5.8). What is not
 * here is refused: SHA-1, and every HMAC, whose key would be the public certificate.
 */
export type Hash = 'sha256' | 'sha384' | 'sha512';

/** How a signature is made. */
export interface SignatureAlgorithm {
  readonly hash: Hash;
  /** The only kind of key that it is checked with (spec: security 1.3, confusion of key types). */
  readonly keyType: 'rsa' | 'ec';
}

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const ENCRYPTION = 'http://www.w3.org/2001/04/xmlenc#';

/** How `SignedInfo` may be signed. */
export const signatureAlgorithms: ReadonlyMap<string, SignatureAlgorithm> = new Map<
  string,
  SignatureAlgorithm
>([
  [`${MORE}rsa-sha256`, { hash: 'sha256', keyType: 'rsa' }],
  [`${MORE}rsa-sha384`, { hash: 'sha384', keyType: 'rsa' }],
  [`${MORE}rsa-sha512`, { hash: 'sha512', keyType: 'rsa' }],
  [`${MORE}ecdsa-sha256`, { hash: 'sha256', keyType: 'ec' }],
  [`${MORE}ecdsa-sha384`, { hash: 'sha384', keyType: 'ec' }],
  [`${MORE}ecdsa-sha512`, { hash: 'sha512', keyType: 'ec' }],
]);

/** How what is signed may be digested. */
export const digestAlgorithms: ReadonlyMap<string, Hash> = new Map([
  [`${ENCRYPTION}sha256`, 'sha256'],
  [`${MORE}sha384`, 'sha384'],
  [`${ENCRYPTION}sha512`, 'sha512'],
]);

/** The two transforms of a signature inside of what it signs, in this order (SAML core 5.4.4). */
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const EXCLUSIVE_CANONICAL = 'http://www.w3.org/2001/10/xml-exc-c14n#';
