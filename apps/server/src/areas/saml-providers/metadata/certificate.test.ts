import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificate } from './certificate.ts';

/** One value of DER (X.690 8.1), up to 64 KiB. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...contents: readonly Buffer[]) => der(0x30, ...contents);
const integer = (bytes: Buffer) =>
  der(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.alloc(1) : Buffer.alloc(0), bytes);
const bits = (content: Buffer) => der(0x03, Buffer.alloc(1), content);
const rsaWithSha256 = sequence(Buffer.from('06092a864886f70d01010b0500', 'hex'));
const rsaKey = sequence(Buffer.from('06092a864886f70d0101010500', 'hex'));

/** A certificate of a key, in Base64; its signature is none, and nobody asks. */
function certificateOf(publicKey: Buffer): string {
  const name = sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('idp')))));
  const time = der(0x17, Buffer.from('000101000000Z'));
  const signed = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.from([1])),
    rsaWithSha256,
    name,
    sequence(time, time),
    name,
    publicKey,
  );
  return sequence(signed, rsaWithSha256, bits(Buffer.alloc(256, 1))).toString('base64');
}

function rsaCertificate(length: number, exponent: Buffer): string {
  const modulus = randomBytes(length / 8);
  modulus.writeUInt8(0x80 | modulus.readUInt8(0), 0);
  modulus.writeUInt8(1 | modulus.readUInt8(length / 8 - 1), length / 8 - 1);
  return certificateOf(sequence(rsaKey, bits(sequence(integer(modulus), integer(exponent)))));
}

function ecCertificate(namedCurve: string): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve });
  return certificateOf(publicKey.export({ type: 'spki', format: 'der' }));
}

const F4 = Buffer.from([1, 0, 1]);

describe('the certificate of an identity provider', () => {
  it.each([
    ['RSA of 2048 bits', rsaCertificate(2048, F4)],
    ['RSA of 8192 bits', rsaCertificate(8192, F4)],
    ['RSA with the exponent 3', rsaCertificate(2048, Buffer.from([3]))],
    ['P-256', ecCertificate('prime256v1')],
    ['P-384', ecCertificate('secp384r1')],
    ['P-521', ecCertificate('secp521r1')],
  ])('may be of a key that is %s', (_key, certificate) => {
    expect(readCertificate(certificate)).toBe(certificate);
  });

  it.each([
    ['RSA with the exponent 1', rsaCertificate(2048, Buffer.from([1])), 'unusual public exponent'],
    ['RSA with an even exponent', rsaCertificate(2048, Buffer.from([1, 0, 0])), 'unusual public exponent'],
    ['RSA with an exponent of 5 bytes', rsaCertificate(2048, Buffer.alloc(5, 1)), 'unusual public exponent'],
    ['RSA with a huge exponent', rsaCertificate(3072, Buffer.alloc(383, 0x7f)), 'unusual public exponent'],
    ['RSA of 1024 bits', rsaCertificate(1024, F4), 'shorter than 2048 bits'],
    ['RSA of 16384 bits', rsaCertificate(16_384, F4), 'longer than 8192 bits'],
    ['secp112r1', ecCertificate('secp112r1'), 'another curve'],
    ['sect113r1', ecCertificate('sect113r1'), 'another curve'],
    ['prime192v1', ecCertificate('prime192v1'), 'another curve'],
    ['secp256k1', ecCertificate('secp256k1'), 'another curve'],
  ])('is refused when it is of a key that is %s', (_key, certificate, problem) => {
    expect(() => readCertificate(certificate)).toThrow(problem);
  });
});
