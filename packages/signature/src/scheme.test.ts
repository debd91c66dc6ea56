import { describe, expect, it } from 'vitest';
import { parseQuery, signatureScheme } from './index.ts';

function schemeOf(headers: Record<string, string>, query = '', form = '') {
  return signatureScheme({
    headers: new Map(Object.entries(headers)),
    query: parseQuery(query),
    form: parseQuery(form),
  });
}

describe('the scheme of a request', () => {
  it('is found in the Authorization header first', () => {
    expect(schemeOf({ authorization: 'ACS3-HMAC-SHA256 x' })).toBe('acs3');
    expect(schemeOf({ authorization: 'ACS3-RSA-SHA256 x' })).toBe('acs3');
    expect(schemeOf({ authorization: 'acs an-id:c2ln' })).toBe('roa-v1');
  });

  it('is found in the query or the form next', () => {
    expect(schemeOf({}, 'Signature=')).toBe('rpc-v1');
    expect(schemeOf({}, '', 'Signature=x')).toBe('rpc-v1');
  });

  it('is contradictory when there are two signatures', () => {
    expect(schemeOf({ authorization: 'ACS3-HMAC-SHA256 x' }, 'Signature=x')).toBe('contradictory');
    expect(schemeOf({ authorization: 'ACS3-HMAC-SHA256 x' }, '', 'Signature=')).toBe('contradictory');
  });

  it('is unknown with an Authorization header of any other kind, whatever else is there', () => {
    expect(schemeOf({ authorization: 'Bearer x' })).toBe('unknown');
    expect(schemeOf({ authorization: 'Basic x' }, '', 'Signature=x')).toBe('unknown');
    expect(schemeOf({ authorization: '' })).toBe('unknown');
    expect(schemeOf({ authorization: 'acs3-hmac-sha256 x' })).toBe('unknown');
  });

  it('is bearer when anything says so, even beside a signature', () => {
    expect(schemeOf({ 'x-acs-bearer-token': 'x' })).toBe('bearer');
    expect(schemeOf({ 'x-acs-zero-trust-idtoken': 'x' }, 'Signature=x')).toBe('bearer');
    expect(schemeOf({}, 'BearerToken=x')).toBe('bearer');
    expect(schemeOf({}, 'Signature=x', 'SignatureType=BEARERTOKEN')).toBe('bearer');
    expect(schemeOf({}, 'Signature=x&SignatureType=')).toBe('rpc-v1');
  });

  it('is none otherwise, whatever looks similar', () => {
    expect(schemeOf({})).toBe('anonymous');
    expect(schemeOf({ signature: 'x' }, 'signature=x&bearertoken=x')).toBe('anonymous');
  });
});
