import { describe, expect, it } from 'vitest';
import { isPrincipal } from './principal-form.ts';

describe('isPrincipal', () => {
  it.each([
    ['RAM', 'acs:ram::1:root'],
    ['RAM', 'acs:ram:*:1:user/alice'],
    ['RAM', 'acs:ram::1:role/a/b'],
    ['Service', 'ecs.aliyuncs.com'],
    ['Service', 'a-1.B.aliyuncs.com'],
    ['Federated', 'acs:ram::1:saml-provider/corp'],
    ['Federated', 'acs:ram:*:1:oidc-provider/corp'],
  ] as const)('takes for %s %s', (type, text) => {
    expect(isPrincipal(type, text)).toBe(true);
  });

  it.each([
    ['RAM', 'acs:ram:cn-hangzhou:1:root'],
    ['RAM', 'acs:oss::1:root'],
    ['RAM', 'acs:ram:::root'],
    ['RAM', 'acs:ram::1a:root'],
    ['RAM', 'acs:ram::*:root'],
    ['RAM', 'acs:ram::1:user/'],
    ['RAM', 'acs:ram::1:user/*'],
    ['RAM', 'acs:ram::1:user/a?'],
    ['RAM', 'acs:ram::1:group/dev'],
    ['RAM', 'acs:ram::1:rooted'],
    ['RAM', 'acs:ram::1:saml-provider/corp'],
    ['RAM', 'root'],
    ['Service', '.aliyuncs.com'],
    ['Service', 'ecs.aliyuncs.com.example.com'],
    ['Service', '*.aliyuncs.com'],
    ['Service', 'e cs.aliyuncs.com'],
    ['Federated', 'acs:ram::1:root'],
    ['Federated', 'acs:ram::1:user/alice'],
    ['Federated', 'acs:ram::1:saml-provider/'],
  ] as const)('does not take for %s %s', (type, text) => {
    expect(isPrincipal(type, text)).toBe(false);
  });
});
