import { expect, test } from 'vitest';
import type { JournalRecord } from '../../journal/record.ts';
import { JournalWriter } from '../../journal/writer.ts';
import type { SessionTokens } from '../../kernel/callers/sessions.ts';
import { DEFAULT_DOMAIN_SUFFIX, type RequestContext } from '../../kernel/context.ts';
import { ApiError } from '../../kernel/errors.ts';
import type { KeySnapshot, Ledger, LedgerEntry, SnapshotSource, Touched } from '../../kernel/ledger.ts';
import { DEFAULT_LIMITS } from '../../kernel/limits.ts';
import { changeOperation, type Operation, wardenry } from '../../kernel/operation.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { AnonymousFlow } from '../caller/anonymous-flow.ts';
import { DecisionBudget } from '../caller/decision-budget.ts';
import { systemClock } from '../caller/freshness.ts';
import { Principals } from '../caller/principals.ts';
import type { Exchange } from '../exchange.ts';
import { perform } from './perform.ts';

const accountId = '1000000000000001';
const accessKeyId = 'WDNKalice';

/** May change the thing called `before`, and nothing else. */
const policy = {
  Version: '1',
  Statement: [
    { Effect: 'Allow', Action: 'wardenry:Touch', Resource: `acs:wardenry:*:${accountId}:thing/before` },
  ],
};

const snapshot = (statement: object, userName = 'alice'): KeySnapshot => ({
  accountId,
  revision: 1,
  accessKeyId,
  active: true,
  secret: 'secret',
  caller: { kind: 'user', accountId, accessKeyId, userId: '200000000000000001', userName },
  attachments: [
    {
      policyType: 'Custom',
      policyName: 'touch',
      version: 'v1',
      document: JSON.stringify(statement),
      attachedTo: { type: 'RamUser', name: 'alice' },
      resourceGroupId: '',
    },
  ],
  dependsOn: [],
});

/** Nobody calls with a token here. */
const noTokens: SessionTokens = {
  issue: () => {
    throw new Error('no sessions are issued');
  },
  open: () => undefined,
};

/** An operation on a thing that is called otherwise each time somebody looks. */
function touchOperation(names: string[]): Operation {
  return changeOperation({
    api: wardenry,
    name: 'Touch',
    summary: ['Touches.', '触碰。'],
    parameters: {},
    response: {},
    errors: [],
    target: async () => names.shift(),
    authorization: { kind: 'policy', resources: (_command, name) => [{ relativeId: `thing/${name}` }] },
    run: async () => {},
    render: () => ({}),
  });
}

/** What stands in the transaction, when it is not what stood there before. */
interface Meanwhile {
  /** The caller's name. */
  readonly userName?: string;
  /** The tags of every resource. */
  readonly tags?: ReadonlyMap<string, string>;
}

/** Performs a change of an account that moves on between the decision and the lock; gives what is written down. */
async function performed(
  operation: Operation,
  statement: object,
  { userName = 'alice', tags }: Meanwhile = {},
  touched: readonly Touched[] | 'unknown' = 'unknown',
) {
  let locked = false;
  const tagsNow = () => (locked ? tags : undefined) ?? new Map([['team', 'dev']]);
  const entries: LedgerEntry[] = [];
  const source: SnapshotSource = {
    byAccessKey: async () => snapshot(statement),
    byAccessKeyWithin: async () => snapshot(statement, userName),
    byUserName: async () => undefined,
    byGatewayToken: async () => undefined,
    byRoleName: async () => undefined,
    byRoleNameWithin: async () => undefined,
    byProvider: async () => undefined,
    byProviderWithin: async () => undefined,
    newsOf: async () => [],
    onCommit: () => {},
  };
  const ledger: Ledger = {
    read: async (context, run) => run({ accountId, context, now: context.now }),
    async change({ context, decideAgain, run, entry }) {
      const scope: ChangeScope = { accountId, context, now: context.now, touch: () => {} };
      locked = true;
      await decideAgain(scope, touched);
      const result = await run(scope);
      entries.push(entry(result));
      return result;
    },
    record: async entry => void entries.push(entry),
  };
  const principals = new Principals({
    source,
    systemDocuments: () => undefined,
    clock: systemClock,
    freshness: { lease: 5000, idle: 60_000 },
    tokens: noTokens,
    capacity: 10,
  });
  const principal = await principals.find(accessKeyId);
  if (principal === undefined) throw new Error('there is no key');
  const exchange: Exchange = {
    requestId: 'id',
    now: 0,
    connection: { sourceIp: '192.0.2.1', secureTransport: true, host: '', userAgent: '' },
    format: 'JSON',
    decoded: undefined,
    dialect: undefined,
    operation: undefined,
    parameters: new Map(),
    nested: new Map(),
    federated: undefined,
    authenticated: {
      principal,
      nonce: { digest: new Uint8Array(16), expires: 0 },
      unsignedParameters: [],
    },
    resources: [],
    decisions: undefined,
    issued: undefined,
    concerns: undefined,
  };
  const options = {
    ledger,
    principals,
    journal: new JournalWriter(1, '00'),
    limits: DEFAULT_LIMITS,
    domainSuffix: DEFAULT_DOMAIN_SUFFIX,
    decisions: new DecisionBudget(10),
    diagnoses: { seal: () => 'sealed', open: () => undefined },
    resourceTags: async () => tagsNow(),
    clock: systemClock,
    anonymous: new AnonymousFlow({ anonymousRate: 1, anonymousBurst: 1, proofsPerAccount: 1 }),
    preparationFor: () => {
      throw new Error('nothing is prepared');
    },
  };
  const outcome = await perform(options, exchange, operation).catch((error: unknown) => error);
  const records = entries.map(({ row }) => JSON.parse(row?.record ?? 'null') as JournalRecord);
  return { outcome, resources: exchange.resources, records };
}

const arn = (name: string) => `acs:wardenry:*:${accountId}:thing/${name}`;

test('a change is recorded with the name that its object had when it was decided for good', async () => {
  const anything = { Version: '1', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const { records } = await performed(touchOperation(['before', 'after']), anything);
  expect(records.map(({ resources }) => resources)).toEqual([[arn('after')]]);
});

test('a change that is refused under the lock names the object that it was refused on', async () => {
  const { outcome, resources, records } = await performed(touchOperation(['before', 'after']), policy);
  expect(outcome).toBeInstanceOf(ApiError);
  expect(outcome).toMatchObject({ code: 'NoPermission', accessDenied: { AuthResource: arn('after') } });
  expect(resources).toEqual([arn('after')]);
  expect(records).toEqual([]);
});

/** An operation on one thing, or on the user who calls, that reads nothing to know which. */
function plainOperation(about: (context: RequestContext) => string): Operation {
  return changeOperation({
    api: wardenry,
    name: 'Touch',
    summary: ['Touches.', '触碰。'],
    parameters: {},
    response: {},
    errors: [],
    authorization: {
      kind: 'policy',
      resources: (_command, _target, context) => [{ relativeId: about(context) }],
    },
    run: async () => {},
    render: () => ({}),
  });
}

test('a decision that rests on a tag is made again, although nothing else that it rests on was touched', async () => {
  const byTag = {
    Version: '1',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'wardenry:Touch',
        Resource: '*',
        Condition: { StringEquals: { 'acs:ResourceTag/team': 'dev' } },
      },
    ],
  };
  const touched = [{ kind: 'user', id: '300000000000000001' }] as const;
  const thing = plainOperation(() => 'thing/tagged');
  expect((await performed(thing, byTag, {}, touched)).records).toHaveLength(1);
  const { outcome, records } = await performed(thing, byTag, { tags: new Map([['team', 'prod']]) }, touched);
  expect(outcome).toMatchObject({ code: 'NoPermission' });
  expect(records).toEqual([]);
});

test('a caller who was renamed is decided about, and recorded, under the new name', async () => {
  const own = plainOperation(({ caller }) => `thing/${caller.kind === 'user' ? caller.userName : ''}`);
  const only = (name: string) => ({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: 'wardenry:Touch', Resource: arn(name) }],
  });
  const renamed = { userName: 'retired' };
  const refused = await performed(own, only('alice'), renamed);
  expect(refused.outcome).toMatchObject({
    code: 'NoPermission',
    accessDenied: { AuthResource: arn('retired') },
  });
  expect(refused.records).toEqual([]);
  const named = { ...only('alice').Statement[0], Resource: [arn('alice'), arn('retired')] };
  const { records } = await performed(own, { Version: '1', Statement: [named] }, renamed);
  expect(records.map(({ resources, caller }) => [resources, caller])).toMatchObject([
    [[arn('retired')], { userName: 'retired' }],
  ]);
});
