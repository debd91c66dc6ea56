import { describe, expect, it } from 'vitest';
import { readPrincipal } from './principal-name.ts';

describe('the name of a principal', () => {
  it.each([
    ['acs:ram::1:root', { type: 'root', account: '1' }],
    ['acs:ram::1:user/alice', { type: 'user', account: '1', name: 'alice' }],
    ['acs:ram:*:1:role/app', { type: 'role', account: '1', name: 'app' }],
    ['acs:ram::1:saml-provider/ad', { type: 'federated', provider: 'acs:ram::1:saml-provider/ad' }],
    ['acs:ram::1:oidc-provider/ci', { type: 'federated', provider: 'acs:ram::1:oidc-provider/ci' }],
    ['ecs.aliyuncs.com', { type: 'service', name: 'ecs.aliyuncs.com' }],
  ])('%s is read', (text, principal) => {
    expect(readPrincipal(text)).toEqual(principal);
  });

  it.each([
    '',
    'alice',
    'user/alice',
    'acs:ram::1:user/',
    'acs:ram::1:user',
    'acs:ram::1:group/readers',
    'acs:ram:::user/alice',
    'acs:oss::1:user/alice',
    'acs:ram::1:Root',
    'acs:ram::user/alice',
    'acs:ecs.aliyuncs.com',
  ])('%j names nobody', text => {
    expect(readPrincipal(text)).toBeUndefined();
  });
});
