import { setImmediate as turn } from 'node:timers/promises';
import { compile } from '@wardenry/policy';
import { expect, it } from 'vitest';
import type { RequestContext } from '../../kernel/context.ts';
import { DEFAULT_DOMAIN_SUFFIX } from '../../kernel/context.ts';
import type { KnownPrincipal, PrincipalLookup } from '../../kernel/decisions.ts';
import { DEFAULT_LIMITS } from '../../kernel/limits.ts';
import { wardenryAuthorize } from './authorize.ts';
import { ComputingTime } from './computing-time.ts';
import { checkReaders } from './read-check.ts';

const accountId = '1000000000000001';

const alice: KnownPrincipal = {
  identity: { kind: 'user', accountId, userId: '1', userName: 'alice' },
  subject: { kind: 'user', account: accountId, name: 'alice', identity: compile([]) },
};

const nobody = (): never => {
  throw new Error('nobody is looked for by a key');
};
const held: PrincipalLookup = { byUserName: () => alice, byAccessKey: nobody, byToken: nobody };

const context: RequestContext = {
  requestId: 'id',
  now: 0,
  connection: { sourceIp: '192.0.2.1', secureTransport: true, host: '', userAgent: '' },
  limits: DEFAULT_LIMITS,
  domainSuffix: DEFAULT_DOMAIN_SUFFIX,
  caller: { kind: 'root', accountId, accessKeyId: 'key' },
  accountId,
};

const readers = checkReaders({
  checks: 10,
  resources: 10,
  conditions: 10,
  controlPolicies: 10,
  resourceName: 100,
  text: 100,
  computing: 1000,
});

const check = { principal: `acs:ram::${accountId}:user/alice`, action: 'shop:Get', resource: '*' };

it.each([true, false])('lets others have their turn between checks, explained: %s', async explain => {
  let now = 0;
  let turns = 0;
  let othersRun = false;
  const turnsOfOthers = {
    now: () => {
      if (othersRun) throw new Error('others have their turn');
      now += 3;
      return now;
    },
    next: async () => {
      turns += 1;
      othersRun = true;
      await turn();
      othersRun = false;
    },
  };
  const operation = wardenryAuthorize(readers, held, () => ({
    now: 0,
    explain,
    options: {},
    time: new ComputingTime(1000, turnsOfOthers),
  }));
  const checks = readers.checks(Array.from({ length: 10 }, () => check));
  if (!checks.ok) throw new Error(checks.problem);
  const command = { checks: checks.value, explain, dryRun: false };
  const result = await operation.run({ accountId, now: 0, context }, command, undefined);
  expect(result).toMatchObject({ answers: Array.from({ length: 10 }, () => ({ identity: alice.identity })) });
  // Every check takes 3 ms, so that every second one ends a slice.
  expect(turns).toBe(5);
});
