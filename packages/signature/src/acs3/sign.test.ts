import { describe, expect, it } from 'vitest';
import { parseAuthorization, SigningSecret, signAcs3 } from '../index.ts';

const REQUEST = {
  method: 'post',
  path: '/',
  headers: {
    Host: 'iam.example',
    'X-Acs-Action': 'ListUsers',
    'x-acs-version': '2015-05-01',
    accept: 'application/json',
  },
};
const CREDENTIALS = { accessKeyId: 'an-id', accessKeySecret: 'a-secret' };
const OPTIONS = { date: new Date('2026-11-21T23:07:32.789Z'), nonce: 'a-nonce' };

describe('signing by ACS3', () => {
  it('adds what the scheme wants to the headers given, under lower-case names', () => {
    const { authorization = '', ...headers } = signAcs3(REQUEST, CREDENTIALS, OPTIONS);
    expect(headers).toEqual({
      host: 'iam.example',
      'x-acs-action': 'ListUsers',
      'x-acs-version': '2015-05-01',
      accept: 'application/json',
      'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-acs-date': '2026-11-21T23:07:32Z',
      'x-acs-signature-nonce': 'a-nonce',
    });
    expect(parseAuthorization(authorization)).toMatchObject({
      algorithm: 'ACS3-HMAC-SHA256',
      credential: 'an-id',
      signedHeaders: {
        names: [
          'host',
          'x-acs-action',
          'x-acs-content-sha256',
          'x-acs-date',
          'x-acs-signature-nonce',
          'x-acs-version',
        ],
      },
    });
  });

  it('sends the token of temporary credentials together with the id', () => {
    const headers = signAcs3(REQUEST, { ...CREDENTIALS, securityToken: 'a+token==' }, OPTIONS);
    expect(headers).toMatchObject({ 'x-acs-accesskey-id': 'an-id', 'x-acs-security-token': 'a+token==' });
    expect(headers.authorization).toContain(';x-acs-security-token;');
  });

  it('signs the type of a body, and nothing that is not its business', () => {
    const headers = { ...REQUEST.headers, 'Content-Type': 'application/json', 'user-agent': 'a-client' };
    const { authorization = '' } = signAcs3({ ...REQUEST, headers }, CREDENTIALS, OPTIONS);
    const signedHeaders = parseAuthorization(authorization)?.signedHeaders.names;
    expect(signedHeaders).toContain('content-type');
    expect(signedHeaders).not.toContain('accept');
    expect(signedHeaders).not.toContain('user-agent');
  });

  it('signs the method in upper case, as it is sent', () => {
    const upperCase = signAcs3({ ...REQUEST, method: 'POST' }, CREDENTIALS, OPTIONS);
    expect(signAcs3(REQUEST, CREDENTIALS, OPTIONS)).toEqual(upperCase);
    expect(signAcs3({ ...REQUEST, method: 'GET' }, CREDENTIALS, OPTIONS)).not.toEqual(upperCase);
  });

  it('gives the same with a prepared secret, and leaves its input alone', () => {
    const before = structuredClone(REQUEST);
    const prepared = { ...CREDENTIALS, accessKeySecret: new SigningSecret('a-secret') };
    expect(signAcs3(REQUEST, prepared, OPTIONS)).toEqual(signAcs3(REQUEST, CREDENTIALS, OPTIONS));
    expect(REQUEST).toEqual(before);
  });

  it.each([
    ['a missing host', { headers: { 'x-acs-action': 'a', 'x-acs-version': 'v' } }, {}],
    ['a missing action', { headers: { host: 'h', 'x-acs-version': 'v' } }, {}],
    ['a header given twice', { headers: { ...REQUEST.headers, host: 'other' } }, {}],
    ['a line break in a header', { headers: { ...REQUEST.headers, 'x-acs-a': 'a\nb' } }, {}],
    ['an empty id', {}, { accessKeyId: '' }],
    ['an id that would end the credential', {}, { accessKeyId: 'a,SignedHeaders=host' }],
    ['an empty secret', {}, { accessKeySecret: '' }],
  ])('refuses %s', (_what, request, credentials) => {
    expect(() => signAcs3({ ...REQUEST, ...request }, { ...CREDENTIALS, ...credentials }, OPTIONS)).toThrow(
      TypeError,
    );
  });
});
