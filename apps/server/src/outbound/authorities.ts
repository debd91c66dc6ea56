/** The certificate authorities that other servers are believed by. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { systemReason } from '../kernel/system-reason.ts';

/** The further authorities cannot be used; the server must not start. */
export class AuthoritiesRefused extends Error {
  override readonly name = 'AuthoritiesRefused';
}

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/**
 * Reads the file of the setting extra-ca-file.
 *
 * @returns each certificate of it, PEM
 * @throws AuthoritiesRefused when it cannot be read, or holds anything but certificates of authorities
 */
export function readAuthorities(path: string): readonly string[] {
  const certificates = certificatesIn(readText(path));
  if (certificates.length === 0) throw refused(path, 'holds no PEM certificate');
  for (const [index, pem] of certificates.entries()) {
    const place = `holds as certificate ${index + 1}`;
    const certificate = parse(pem);
    if (certificate === undefined) throw refused(path, `${place} something that cannot be read`);
    if (!certificate.ca) {
      throw refused(path, `${place} that of ${nameOf(certificate)}, which is no certificate authority`);
    }
  }
  return certificates;
}

/** What is trusted: what Node.js trusts anyway, and the further ones. */
export function trusted(extra: readonly string[]): readonly string[] {
  // Node.js before 22.15 does not tell what else its own settings make it trust.
  const usual =
    typeof tls.getCACertificates === 'function' ? tls.getCACertificates('default') : tls.rootCertificates;
  return [...usual, ...extra];
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw refused(path, `cannot be read: ${systemReason(cause)}`, cause);
  }
}

function certificatesIn(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; ; ) {
    const begin = text.indexOf(BEGIN, from);
    if (begin < 0) return found;
    const end = text.indexOf(END, begin);
    from = end < 0 ? text.length : end + END.length;
    found.push(text.slice(begin, from));
  }
}

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    // Whatever is wrong with it, the operator is told which one it is.
    return undefined;
  }
}

function nameOf({ subject }: X509Certificate): string {
  return subject.replaceAll('\n', ', ');
}

function refused(path: string, clause: string, cause?: unknown): AuthoritiesRefused {
  return new AuthoritiesRefused(`${path} (extra-ca-file) ${clause}.`, { cause });
}
