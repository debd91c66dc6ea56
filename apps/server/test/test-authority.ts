/** Certificate authorities that only a test trusts, and servers with certificates of theirs. */
import 'reflect-metadata';
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

const DAY = 86_400_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate with its private key, PEM, behind which stand the certificates between it and the root. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Somebody who signs certificates. */
export class TestAuthority {
  readonly pem: string;
  readonly #certificate: x509.X509Certificate;
  readonly #keys: webcrypto.CryptoKeyPair;
  /** The certificates between this one and the root, PEM. */
  readonly #between: string;

  private constructor(certificate: x509.X509Certificate, keys: webcrypto.CryptoKeyPair, between: string) {
    this.#certificate = certificate;
    this.#keys = keys;
    this.#between = between;
    this.pem = `${certificate.toString('pem')}\n`;
  }

  /** Makes a root. */
  static async root(name: string): Promise<TestAuthority> {
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned(
      {
        serialNumber: serialNumber(),
        name: `CN=${name}`,
        notBefore: new Date(Date.now() - DAY),
        notAfter: new Date(Date.now() + 30 * DAY),
        keys,
        signingAlgorithm: algorithm,
        extensions: authorityExtensions(),
      },
      webcrypto,
    );
    return new TestAuthority(certificate, keys, '');
  }

  /** SHA-1 of the certificate, in hexadecimal and lower case. */
  get fingerprint(): string {
    return fingerprintOf(this.pem);
  }

  /** Makes an authority below this one. */
  async intermediate(name: string): Promise<TestAuthority> {
    const keys = await newKeys();
    const certificate = await this.#sign(`CN=${name}`, keys.publicKey, authorityExtensions(), 30);
    const pem = `${certificate.toString('pem')}\n`;
    return new TestAuthority(certificate, keys, pem + this.#between);
  }

  /**
   * Makes the certificate of a server.
   *
   * @param names names and addresses
   * @param days for which it is valid; below 0 it has expired
   */
  async certificateFor(names: readonly string[], days = 7): Promise<Certificate> {
    const keys = await newKeys();
    const alternatives = names.map(value => ({
      type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
      value,
    }));
    const certificate = await this.#sign(
      `CN=${names[0]}`,
      keys.publicKey,
      [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension(alternatives),
      ],
      days,
    );
    const der = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    return {
      cert: `${certificate.toString('pem')}\n${this.#between}`,
      key: x509.PemConverter.encode(der, 'PRIVATE KEY'),
    };
  }

  #sign(
    subject: string,
    publicKey: webcrypto.CryptoKey,
    extensions: x509.Extension[],
    days: number,
  ): Promise<x509.X509Certificate> {
    return x509.X509CertificateGenerator.create(
      {
        serialNumber: serialNumber(),
        subject,
        issuer: this.#certificate.subject,
        notBefore: new Date(Date.now() - 2 * DAY),
        notAfter: new Date(Date.now() + days * DAY),
        publicKey,
        signingKey: this.#keys.privateKey,
        signingAlgorithm: algorithm,
        extensions,
      },
      webcrypto,
    );
  }
}

/** SHA-1 of the first certificate of a PEM text, in hexadecimal and lower case. */
export function fingerprintOf(pem: string): string {
  return new X509Certificate(pem).fingerprint.replaceAll(':', '').toLowerCase();
}

function authorityExtensions(): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
  ];
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function serialNumber(): string {
  return `01${randomBytes(8).toString('hex')}`;
}

/** An https server. */
export interface HttpsServer {
  readonly port: number;
  /** Connections that were made so far, whatever became of them. */
  readonly connections: () => number;
  stop(): Promise<void>;
}

/**
 * Serves https with a certificate of a test, on a free port of 127.0.0.1 unless another place is given.
 */
export async function serveHttps(
  certificate: Certificate,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  place: { readonly host: string; readonly port: number } = { host: '127.0.0.1', port: 0 },
): Promise<HttpsServer> {
  const server = createServer(certificate, answer);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  // Clients that do not trust the certificate hang up, as they should.
  server.on('tlsClientError', () => {});
  server.listen(place.port, place.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    connections: () => connections,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
