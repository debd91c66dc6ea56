import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestAuthority } from '../../test/test-authority.ts';
import { AuthoritiesRefused, readAuthorities, trusted } from './authorities.ts';

const folder = mkdtempSync(join(tmpdir(), 'wardenry-authorities-'));
let first: TestAuthority;
let second: TestAuthority;

beforeAll(async () => {
  first = await TestAuthority.root('First');
  second = await TestAuthority.root('Second');
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, 'ca.pem');
  writeFileSync(path, content);
  return path;
}

describe('the file of further authorities', () => {
  it('holds one or several, with remarks between them', () => {
    expect(readAuthorities(file(first.pem))).toEqual([first.pem.trim()]);
    const several = `# ours\n${first.pem}\n# theirs\r\n${second.pem}`;
    expect(readAuthorities(file(several))).toEqual([first.pem.trim(), second.pem.trim()]);
  });

  it('is trusted beside what is trusted anyway', () => {
    expect(trusted([first.pem]).length).toBe(trusted([]).length + 1);
  });

  it('must be there', () => {
    expect(() => readAuthorities(join(folder, 'missing.pem'))).toThrow(AuthoritiesRefused);
    expect(() => readAuthorities(join(folder, 'missing.pem'))).toThrow(
      /missing\.pem \(extra-ca-file\) cannot be read: .*\.$/,
    );
  });

  it.each([
    ['nothing', '', 'holds no PEM certificate.'],
    ['something else', 'hello', 'holds no PEM certificate.'],
    [
      'a certificate that was cut',
      '-----BEGIN CERTIFICATE-----\nMIIB',
      'holds as certificate 1 something that cannot be read.',
    ],
  ])('must not hold %s', (_what, content, clause) => {
    expect(() => readAuthorities(file(content))).toThrow(`(extra-ca-file) ${clause}`);
  });

  it('must not hold the certificate of a server', async () => {
    const { cert } = await first.certificateFor(['idp.test']);
    expect(() => readAuthorities(file(first.pem + cert))).toThrow(
      'holds as certificate 2 that of CN=idp.test, which is no certificate authority.',
    );
  });
});
