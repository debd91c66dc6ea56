/** The certificate that https is served with: the operator's, or one that a local CA in the data folder has signed. */
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { systemReason } from '../../kernel/system-reason.ts';
import { DAY } from '../../kernel/time.ts';
import type { KeyPairPem } from './local-authority.ts';

/** The certificate cannot be used; the server must not start. */
export class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused';
}

/**
 * Reads the operator's certificate.
 *
 * @throws CertificateRefused when a file cannot be read, the two do not belong together or the time is over
 */
export function givenCertificate(certFile: string, keyFile: string, now: number): KeyPairPem {
  const cert = readPem(certFile, 'tls-cert-file');
  const key = readPem(keyFile, 'tls-key-file');
  const parsed = read(
    () => new X509Certificate(cert),
    `${certFile} (tls-cert-file) holds no PEM certificate.`,
  );
  const privateKey = read(() => createPrivateKey(key), `${keyFile} (tls-key-file) holds no PEM private key.`);
  if (!parsed.checkPrivateKey(privateKey)) {
    throw new CertificateRefused(
      `The private key in ${keyFile} does not belong to the certificate in ${certFile}.`,
    );
  }
  if (parsed.validToDate.getTime() <= now) {
    throw new CertificateRefused(
      `The certificate in ${certFile} expired at ${parsed.validToDate.toISOString()}.`,
    );
  }
  return { cert, key };
}

function readPem(path: string, setting: string): string {
  return usable(path, setting, () => readFileSync(path, 'utf8'));
}

function usable<Result>(path: string, setting: string, attempt: () => Result): Result {
  try {
    return attempt();
  } catch (cause) {
    throw new CertificateRefused(`${path} (${setting}) cannot be used: ${systemReason(cause)}.`, { cause });
  }
}

function read<Result>(attempt: () => Result, sentence: string): Result {
  try {
    return attempt();
  } catch (cause) {
    throw new CertificateRefused(sentence, { cause });
  }
}

/** A server certificate signed by the local CA. */
export interface LocalCertificate extends KeyPairPem {
  /** Path of the CA's certificate, to be trusted by clients. */
  readonly authorityFile: string;
  /** What this start made. */
  readonly made: 'nothing' | 'certificate' | 'authority';
}

/** Certificates are made anew when they end within this time. */
const MARGIN = 30 * DAY;

/**
 * Takes the local certificates of a data folder, and makes what is missing, damaged or near its end. Clients that trust
 * the CA keep trusting it for ten years, while the server's certificate changes every year.
 *
 * @param now milliseconds since 1970
 */
export async function localCertificate(dataDir: string, now: number): Promise<LocalCertificate> {
  const folder = join(dataDir, 'tls');
  usable(folder, 'local certificates', () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  const authorityFile = join(folder, 'ca.crt');
  const held = heldPair(folder, 'ca', now);
  const server = heldPair(folder, 'server', now);
  if (held !== undefined && server !== undefined && signedBy(server, held)) {
    return { ...server, authorityFile, made: 'nothing' };
  }
  const { makeAuthority, makeServerCertificate } = await import('./local-authority.ts');
  const authority = held ?? (await makeAuthority(now));
  if (held === undefined) storePair(folder, 'ca', authority);
  const renewed = await makeServerCertificate(authority, now);
  storePair(folder, 'server', renewed);
  return { ...renewed, authorityFile, made: held === undefined ? 'authority' : 'certificate' };
}

/** @returns undefined when the pair is missing, damaged or near its end */
function heldPair(folder: string, name: string, now: number): KeyPairPem | undefined {
  const [certFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  if (statSync(certFile, { throwIfNoEntry: false }) === undefined) return undefined;
  if (statSync(keyFile, { throwIfNoEntry: false }) === undefined) return undefined;
  const pair = { cert: readPem(certFile, 'local certificate'), key: readPem(keyFile, 'its key') };
  return isUsable(pair, now) ? pair : undefined;
}

function isUsable({ cert, key }: KeyPairPem, now: number): boolean {
  try {
    const parsed = new X509Certificate(cert);
    return parsed.checkPrivateKey(createPrivateKey(key)) && parsed.validToDate.getTime() - now > MARGIN;
  } catch {
    // Half a file of an interrupted start: it is made anew.
    return false;
  }
}

function signedBy(server: KeyPairPem, authority: KeyPairPem): boolean {
  return new X509Certificate(server.cert).verify(new X509Certificate(authority.cert).publicKey);
}

/** The key first: a certificate without its key would look whole. */
function storePair(folder: string, name: string, { cert, key }: KeyPairPem): void {
  writeWhole(join(folder, `${name}.key`), key, 0o600);
  writeWhole(join(folder, `${name}.crt`), cert, 0o644);
}

function writeWhole(path: string, content: string, mode: number): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  usable(path, 'local certificates', () => {
    const file = openSync(draft, 'wx', mode);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  });
}
