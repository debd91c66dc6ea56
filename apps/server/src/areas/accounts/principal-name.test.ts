import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../kernel/limits.ts';
import type { Scope } from '../../kernel/scope.ts';
import { defaultDomain, userNameFromPrincipalName, userPrincipalName } from './index.ts';

const accountId = '1234567890123456';
const scope: Scope = {
  accountId,
  now: 0,
  context: {
    requestId: 'AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE',
    now: 0,
    accountId,
    caller: { kind: 'root', accountId, accessKeyId: 'LTAI-root' },
    connection: { sourceIp: '127.0.0.1', secureTransport: false, host: 'localhost', userAgent: 'test' },
    limits: DEFAULT_LIMITS,
  },
};

describe('the principal name of a user', () => {
  it('is read back from the domain that it was made with', async () => {
    const principalName = userPrincipalName('Alice.B', await defaultDomain(scope));
    expect(principalName).toBe(`Alice.B@${accountId}.onaliyun.com`);
    expect(await userNameFromPrincipalName(scope, principalName)).toBe('Alice.B');
  });

  it('may also end in the id of the account, and letter case of the domain does not matter', async () => {
    expect(await userNameFromPrincipalName(scope, `alice@${accountId}`)).toBe('alice');
    expect(await userNameFromPrincipalName(scope, `alice@${accountId}.OnAliyun.COM`)).toBe('alice');
  });

  it.each([
    'alice',
    '',
    `@${accountId}`,
    `${accountId}.onaliyun.com`,
    'alice@',
    'alice@6543210987654321.onaliyun.com',
    'alice@6543210987654321',
    'alice@onaliyun.com',
    'alice@.onaliyun.com',
    `alice@${accountId}.onaliyun.com.example.com`,
    `alice@example.com@${accountId}`,
    `alice@ ${accountId}`,
  ])('of nobody here is %j', async principalName => {
    expect(await userNameFromPrincipalName(scope, principalName)).toBeUndefined();
  });
});
