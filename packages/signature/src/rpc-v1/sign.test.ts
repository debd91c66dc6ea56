import { describe, expect, it } from 'vitest';
import { signRpcV1 } from '../index.ts';

const CREDENTIALS = { accessKeyId: 'an-id', accessKeySecret: 'a-secret' };
const OPTIONS = { date: new Date('2026-11-21T23:07:32.789Z'), nonce: 'a-nonce' };
const ACTION = { name: 'Action', value: 'ListUsers' };

describe('signing by RPC V1', () => {
  it('adds what the scheme wants to the parameters given', () => {
    const signed = signRpcV1('get', [ACTION], { ...CREDENTIALS, securityToken: 'a-token' }, OPTIONS);
    expect(Object.fromEntries(signed.map(({ name, value }) => [name, value]))).toEqual({
      Action: 'ListUsers',
      AccessKeyId: 'an-id',
      SecurityToken: 'a-token',
      Signature: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
      SignatureMethod: 'HMAC-SHA1',
      SignatureNonce: 'a-nonce',
      SignatureVersion: '1.0',
      Timestamp: '2026-11-21T23:07:32Z',
    });
  });

  it('signs a method in upper case, as it is sent', () => {
    expect(signRpcV1('post', [ACTION], CREDENTIALS, OPTIONS)).toEqual(
      signRpcV1('POST', [ACTION], CREDENTIALS, OPTIONS),
    );
  });

  it.each(['Action', 'Signature', 'AccessKeyId', 'Timestamp'])('refuses a second %s', name => {
    const parameters = [ACTION, { name, value: 'x' }];
    expect(() => signRpcV1('GET', parameters, CREDENTIALS, OPTIONS)).toThrow(TypeError);
  });
});
