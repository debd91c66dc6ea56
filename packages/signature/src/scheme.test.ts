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
    expect(schemeOf({ authorization: 'ACS3-HMAC-SHA256 x' }, 'Signature=x')).toBe('acs3');
    expect(schemeOf({ authorization: 'ACS3-RSA-SHA256 x' })).toBe('acs3');
    expect(schemeOf({ authorization: 'acs an-id:c2ln' })).toBe('roa-v1');
  });

  it('is found in the query or the form next', () => {
    expect(schemeOf({}, 'Signature=')).toBe('rpc-v1');
    expect(schemeOf({ authorization: 'Basic x' }, '', 'Signature=x')).toBe('rpc-v1');
    expect(schemeOf({}, 'Signature=x&BearerToken=y&SignatureType=BEARERTOKEN')).toBe('rpc-v1');
  });

  it('is bearer only when a token says so', () => {
    expect(schemeOf({ 'x-acs-bearer-token': 'x' })).toBe('bearer');
    expect(schemeOf({}, 'BearerToken=x&SignatureType=BEARERTOKEN')).toBe('bearer');
    expect(schemeOf({}, 'BearerToken=x')).toBe('anonymous');
  });

  it('is none otherwise, whatever looks similar', () => {
    expect(schemeOf({})).toBe('anonymous');
    expect(schemeOf({ authorization: 'Bearer x' }, 'signature=x')).toBe('anonymous');
  });
});
