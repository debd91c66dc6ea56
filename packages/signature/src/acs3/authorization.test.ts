import { describe, expect, it } from 'vitest';
import { parseAuthorization } from '../index.ts';
import { signedHeadersOf } from './signed-headers.ts';

const PARSED = {
  algorithm: 'ACS3-HMAC-SHA256',
  credential: 'an-id',
  signedHeaders: signedHeadersOf(['host', 'x-acs-date']),
  signature: 'abc',
};

describe('an ACS3 Authorization header', () => {
  it('is read into its parts', () => {
    const value = 'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host;x-acs-date,Signature=abc';
    expect(parseAuthorization(value)).toEqual(PARSED);
  });

  it('may have spaces after its commas', () => {
    const value = 'ACS3-HMAC-SHA256 Credential=an-id, SignedHeaders=host;x-acs-date,  Signature=abc';
    expect(parseAuthorization(value)).toEqual(PARSED);
  });

  it('may have an empty signature, for a mismatch to follow', () => {
    const value = 'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host;x-acs-date,Signature=';
    expect(parseAuthorization(value)).toEqual({ ...PARSED, signature: '' });
  });

  it('may name an algorithm that is not supported', () => {
    const value = 'ACS3-RSA-SHA256 Credential=an-id,SignedHeaders=host;x-acs-date,Signature=abc';
    expect(parseAuthorization(value)).toEqual({ ...PARSED, algorithm: 'ACS3-RSA-SHA256' });
  });

  it.each([
    '',
    'ACS3-HMAC-SHA256',
    'ACS3-HMAC-SHA256 ',
    'Basic YTpi',
    'acs an-id:c2ln',
    'acs3-hmac-sha256 Credential=an-id,SignedHeaders=host,Signature=abc',
    ' ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host,Signature=abc',
    'ACS3-HMAC-SHA256  Credential=an-id,SignedHeaders=host,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host',
    'ACS3-HMAC-SHA256 Credential=an-id,Signature=abc',
    'ACS3-HMAC-SHA256 SignedHeaders=host,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,Credential=other,SignedHeaders=host,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host,Signature=abc,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host,Signature=abc,',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host,Signature=abc,Extra=1',
    'ACS3-HMAC-SHA256 credential=an-id,signedheaders=host,signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host;host,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=x-acs-date;host,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host;;x-acs-date,Signature=abc',
    'ACS3-HMAC-SHA256 Credential=an-id,SignedHeaders=host;,Signature=abc',
  ])('is not %j', value => {
    expect(parseAuthorization(value)).toBeUndefined();
  });
});
