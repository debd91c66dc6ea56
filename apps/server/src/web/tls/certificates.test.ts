import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../kernel/time.ts';
import { CertificateRefused, givenCertificate, localCertificate } from './certificates.ts';
import { makeAuthority, makeServerCertificate } from './local-authority.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tls-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Serves one request over https and gives what a client that trusts `ca` gets. */
async function served(
  pair: { cert: string; key: string },
  ca: string,
  host: string,
  listenOn: string,
): Promise<string> {
  const server = createServer({ cert: pair.cert, key: pair.key }, (_request, response) =>
    response.end('served'),
  );
  await new Promise<void>(resolve => server.listen(0, listenOn, resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      const request = get({ host, port, ca, agent: false }, response => {
        let text = '';
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('end', () => resolve(text));
      });
      request.on('error', reject);
    });
  } finally {
    server.close();
  }
}

describe('the local certificate', () => {
  it.each([
    ['localhost', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
  ])('is accepted for %s by a client that trusts the CA', async (host, listenOn) => {
    const made = await localCertificate(folder, Date.now());
    const ca = readFileSync(made.authorityFile, 'utf8');
    expect(await served(made, ca, host, listenOn)).toBe('served');
  });

  it('is refused by a client that trusts another CA', async () => {
    const made = await localCertificate(folder, Date.now());
    const other = await makeAuthority(Date.now());
    await expect(served(made, other.cert, 'localhost', '127.0.0.1')).rejects.toThrow();
  });

  it('is made once', async () => {
    const first = await localCertificate(folder, Date.now());
    expect(first.made).toBe('authority');
    expect(await localCertificate(folder, Date.now())).toEqual({ ...first, made: 'nothing' });
  });

  it('keeps its private keys from others', async () => {
    await localCertificate(folder, Date.now());
    for (const name of ['ca.key', 'server.key']) {
      expect(statSync(join(folder, 'tls', name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(join(folder, 'tls')).mode & 0o777).toBe(0o700);
  });

  it('is renewed near its end by the same CA', async () => {
    const now = Date.now();
    const first = await localCertificate(folder, now);
    expect((await localCertificate(folder, now + 350 * DAY)).made).toBe('nothing');
    const renewed = await localCertificate(folder, now + 370 * DAY);
    expect(renewed.made).toBe('certificate');
    expect(renewed.cert).not.toBe(first.cert);
    expect(new X509Certificate(renewed.cert).validToDate.getTime()).toBeGreaterThan(now + 700 * DAY);
    const ca = new X509Certificate(readFileSync(first.authorityFile));
    expect(new X509Certificate(renewed.cert).verify(ca.publicKey)).toBe(true);
  });

  it('is made anew with its CA when the CA nears its end', async () => {
    const now = Date.now();
    await localCertificate(folder, now);
    expect((await localCertificate(folder, now + 3640 * DAY)).made).toBe('authority');
  });

  it.each(['ca.crt', 'ca.key', 'server.crt', 'server.key'])(
    'is made anew when %s was damaged',
    async name => {
      await localCertificate(folder, Date.now());
      writeFileSync(join(folder, 'tls', name), 'damaged');
      const made = await localCertificate(folder, Date.now());
      expect(made.made).toBe(name.startsWith('ca') ? 'authority' : 'certificate');
      const ca = readFileSync(made.authorityFile, 'utf8');
      expect(await served(made, ca, 'localhost', '127.0.0.1')).toBe('served');
    },
  );

  it('is made anew when the CA was exchanged', async () => {
    await localCertificate(folder, Date.now());
    const other = await makeAuthority(Date.now());
    writeFileSync(join(folder, 'tls', 'ca.crt'), other.cert);
    writeFileSync(join(folder, 'tls', 'ca.key'), other.key);
    const made = await localCertificate(folder, Date.now());
    expect(made.made).toBe('certificate');
    expect(await served(made, other.cert, 'localhost', '127.0.0.1')).toBe('served');
  });

  it('is valid for at most 398 days and for this machine only', async () => {
    const made = new X509Certificate((await localCertificate(folder, Date.now())).cert);
    const days = (made.validToDate.getTime() - made.validFromDate.getTime()) / DAY;
    expect(days).toBeLessThanOrEqual(398);
    expect(made.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
    expect(made.ca).toBe(false);
  });
});

describe('the local CA', () => {
  it('cannot vouch for other machines, even with its private key', async () => {
    const authority = await makeAuthority(Date.now());
    const x509 = await import('@peculiar/x509');
    const { webcrypto } = await import('node:crypto');
    const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const der = createPrivateKey(authority.key).export({ type: 'pkcs8', format: 'der' });
    const forged = await x509.X509CertificateGenerator.create(
      {
        subject: 'CN=bank.example',
        issuer: new x509.X509Certificate(authority.cert).subject,
        notBefore: new Date(Date.now() - DAY),
        notAfter: new Date(Date.now() + DAY),
        publicKey: keys.publicKey,
        signingKey: await webcrypto.subtle.importKey(
          'pkcs8',
          der,
          { name: 'ECDSA', namedCurve: 'P-256' },
          false,
          ['sign'],
        ),
        signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
        extensions: [
          new x509.SubjectAlternativeNameExtension([
            { type: 'dns', value: 'localhost' },
            { type: 'dns', value: 'bank.example' },
          ]),
        ],
      },
      webcrypto,
    );
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    const pair = { cert: forged.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') };
    await expect(served(pair, authority.cert, 'localhost', '127.0.0.1')).rejects.toThrow(
      'permitted subtree violation',
    );
  });
});

describe("the operator's certificate", () => {
  async function files(now = Date.now()): Promise<[string, string]> {
    const pair = await makeServerCertificate(await makeAuthority(now), now);
    const [cert, key] = [join(folder, 'given.crt'), join(folder, 'given.key')];
    writeFileSync(cert, pair.cert);
    writeFileSync(key, pair.key);
    return [cert, key];
  }

  it('is taken as it is', async () => {
    const [cert, key] = await files();
    expect(givenCertificate(cert, key, Date.now())).toEqual({
      cert: readFileSync(cert, 'utf8'),
      key: readFileSync(key, 'utf8'),
    });
  });

  it('is refused with one sentence when something is wrong with it', async () => {
    const [cert, key] = await files();
    const other = join(folder, 'other.key');
    writeFileSync(other, (await makeAuthority(Date.now())).key);
    const attempts: [string, string, number, string][] = [
      ['/none.crt', key, Date.now(), 'it does not exist'],
      [key, key, Date.now(), 'holds no PEM certificate'],
      [cert, cert, Date.now(), 'holds no PEM private key'],
      [cert, other, Date.now(), 'does not belong to the certificate'],
      [cert, key, Date.now() + 400 * DAY, 'expired'],
    ];
    for (const [certFile, keyFile, now, sentence] of attempts) {
      expect(() => givenCertificate(certFile, keyFile, now)).toThrow(CertificateRefused);
      expect(() => givenCertificate(certFile, keyFile, now)).toThrow(sentence);
    }
  });
});
