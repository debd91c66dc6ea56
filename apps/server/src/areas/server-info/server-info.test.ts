import { describe, expect, it } from 'vitest';
import type { RequestContext } from '../../kernel/context.ts';
import { DEFAULT_DOMAIN_SUFFIX } from '../../kernel/context.ts';
import { DEFAULT_LIMITS } from '../../kernel/limits.ts';
import { serverInfoArea } from './index.ts';

const accountId = '1234567890123456';
const context: RequestContext = {
  requestId: 'AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE',
  now: 0,
  accountId,
  caller: { kind: 'root', accountId, accessKeyId: 'LTAI-root' },
  connection: { sourceIp: '127.0.0.1', secureTransport: false, host: 'localhost', userAgent: 'test' },
  limits: DEFAULT_LIMITS,
  domainSuffix: DEFAULT_DOMAIN_SUFFIX,
};

describe('GetServerInfo', () => {
  it('tells what the server is, and how many accounts it holds at the time of the call', async () => {
    let accounts = 1;
    const area = serverInfoArea({
      version: '1.2.3',
      database: 'sqlite',
      countAccounts: async () => accounts,
    });
    const [operation] = area.operations;
    if (operation === undefined || operation.effect === 'anonymous') throw new Error('it has a caller');
    accounts = 2;
    const result = await operation.run({ accountId, now: 0, context }, {}, undefined);
    expect(operation.render(result, { prepared: undefined, context })).toEqual({
      Name: 'Wardenry',
      Version: '1.2.3',
      Database: 'sqlite',
      AccountCount: 2,
    });
    expect(operation.actions).toEqual(['wardenry:GetServerInfo']);
    expect(operation.authorization).toMatchObject({ kind: 'policy' });
  });
});
