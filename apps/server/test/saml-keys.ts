/** Keys of identity providers, made for one run of the tests. */
import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { DAY } from '../src/kernel/time.ts';

/** A key with its certificate, DER in Base64. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly certificate: string;
}

const algorithms = {
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-256',
  },
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const;

/** Makes a key, and a certificate that it signs itself. */
export async function makeSigningKey(kind: keyof typeof algorithms): Promise<SigningKey> {
  const algorithm = algorithms[kind];
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=idp.example',
      notBefore: new Date(Date.now() - DAY),
      notAfter: new Date(Date.now() + DAY),
      keys,
      signingAlgorithm: algorithm,
    },
    webcrypto,
  );
  return {
    key: KeyObject.from(keys.privateKey),
    certificate: Buffer.from(certificate.rawData).toString('base64'),
  };
}
