/** Makes the local CA and the certificates that it signs. Loaded only when one of them must be made. */
import { DAY } from '../../kernel/time.ts';
import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { loopbackOnly, NAME_CONSTRAINTS } from './name-constraints.ts';

/** A certificate and its private key, PEM. */
export interface KeyPairPem {
  readonly cert: string;
  readonly key: string;
}

const AUTHORITY_DAYS = 3650;
/** Apple's systems take no server certificate that is valid for longer. */
const SERVER_DAYS = 397;
/** A machine whose clock is a little behind takes the certificate too. */
const BACKDATED = DAY;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * Makes a CA that can vouch for this machine only.
 *
 * @param now milliseconds since 1970
 */
export async function makeAuthority(now: number): Promise<KeyPairPem> {
  const keys = await newKeys();
  const mark = randomBytes(4).toString('hex');
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name: `CN=Wardenry local CA ${mark}`,
      ...validity(now, AUTHORITY_DAYS),
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        new x509.Extension(NAME_CONSTRAINTS, true, loopbackOnly()),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { cert: `${certificate.toString('pem')}\n`, key: await privatePem(keys.privateKey) };
}

/**
 * Makes a server certificate for localhost, 127.0.0.1 and ::1.
 *
 * @param now milliseconds since 1970
 */
export async function makeServerCertificate(authority: KeyPairPem, now: number): Promise<KeyPairPem> {
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(authority.cert);
  const certificate = await x509.X509CertificateGenerator.create(
    {
      serialNumber: serialNumber(),
      subject: 'CN=localhost',
      issuer: issuer.subject,
      ...validity(now, SERVER_DAYS),
      publicKey: keys.publicKey,
      signingKey: await importedKey(authority.key),
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([
          { type: 'dns', value: 'localhost' },
          { type: 'ip', value: '127.0.0.1' },
          { type: 'ip', value: '::1' },
        ]),
        await x509.AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { cert: `${certificate.toString('pem')}\n`, key: await privatePem(keys.privateKey) };
}

function validity(now: number, days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(now - BACKDATED), notAfter: new Date(now - BACKDATED + days * DAY) };
}

/** Positive and 127 bits random (RFC 5280, 4.1.2.2). */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 0x01;
  return bytes.toString('hex');
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return `${x509.PemConverter.encode(der, 'PRIVATE KEY')}\n`;
}

async function importedKey(pem: string): Promise<webcrypto.CryptoKey> {
  const [der] = x509.PemConverter.decode(pem);
  if (der === undefined) throw new TypeError('the CA has no private key');
  return webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}
