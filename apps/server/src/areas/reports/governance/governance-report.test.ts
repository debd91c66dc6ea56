import { readFile } from 'node:fs/promises';
import { allKnownActions } from '@wardenry/policy/lint';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, refusal, type TestAccount, type World } from '../../../../test/area-harness.ts';
import { DAY } from '../../../kernel/time.ts';
import { insert } from '../../../store/index.ts';
import { governanceItems } from './items.ts';

const names = governanceItems.map(({ name }) => name);
const administrator = { PolicyType: 'System', PolicyName: 'AdministratorAccess' };

let world: World;
let account: TestAccount;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  account = await world.account();
});
afterAll(() => world.close());

interface Metric {
  readonly GovernanceItem: string;
  readonly MetricType: string;
  readonly MetricValue: unknown;
}

/** Makes a report and gives what sums up each of its items. */
async function metrics(): Promise<Readonly<Record<string, unknown>>> {
  expect(await account.ims('GenerateGovernanceReport')).toEqual({ State: 'Completed' });
  const listed = await account.ims('ListRecentGovernanceMetrics');
  const { GovernanceMetric } = listed.GovernanceMetrics as unknown as { GovernanceMetric: readonly Metric[] };
  for (const { MetricType, MetricValue } of GovernanceMetric) {
    expect(typeof MetricValue).toBe(MetricType.toLowerCase());
  }
  return Object.fromEntries(GovernanceMetric.map(metric => [metric.GovernanceItem, metric.MetricValue]));
}

/** The metrics that an act changes, as they are after it. */
async function changedBy(act: () => Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const before = await metrics();
  await act();
  const after = await metrics();
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value));
}

interface ItemReport {
  readonly ColumnsSchema: { readonly ColumnSchema: readonly { readonly ColumnName: string }[] };
  readonly ColumnsValue: { readonly ColumnRow: readonly { readonly ColumnValue: readonly unknown[] }[] };
  readonly Marker?: string;
}

/** Makes a report and gives the rows of one item, by the names of the columns. */
async function rowsOf(GovernanceItemType: string): Promise<Readonly<Record<string, unknown>>[]> {
  await account.ims('GenerateGovernanceReport');
  const report = await account.ims('GetGovernanceItemReport', { GovernanceItemType });
  const { ColumnsSchema, ColumnsValue } = report as unknown as ItemReport;
  const columns = ColumnsSchema.ColumnSchema.map(({ ColumnName }) => ColumnName);
  return ColumnsValue.ColumnRow.map(({ ColumnValue }) => {
    expect(ColumnValue).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, index) => [column, ColumnValue[index]]));
  });
}

async function logOn(name: string): Promise<void> {
  await account.ims('CreateLoginProfile', {
    UserPrincipalName: account.principal(name),
    Password: 'Zederholz-17',
  });
}

describe('the governance report', () => {
  it('of an account with nothing in it has every item, and nothing to complain of', async () => {
    expect(await metrics()).toEqual({
      AccountRecentUsingAccessKey: 0,
      RecentAccountLoginTimes: 0,
      SSOLoginEnabled: false,
      WardenryAccountAccessKeys: 0,
      WardenryAccountMFAEnabled: false,
      WardenryAdministrators: 0,
      WardenryIdleUsers: 0,
      WardenryOldAccessKeys: 0,
      WardenryPasswordPolicyLevel: 'low',
      WardenryUnconditionalFullAccessPolicies: 0,
      WardenryUngroupedUsersWithPolicies: 0,
      WardenryUnusedAccessKeys: 0,
      WardenryUsersWithActiveKeysAndInactiveLogon: 0,
      WardenryUsersWithLogonAndAccessKey: 0,
      WardenryUsersWithoutMFA: 0,
    });
  });

  it('tells the keys of the account, and those that were used lately', async () => {
    const key = await account.accessKey();
    const made = world.isoNow();
    expect(await rowsOf('WardenryAccountAccessKeys')).toEqual([
      { AccessKeyId: key, Status: 'Active', CreateDate: made, LastUsedDate: '' },
    ]);
    expect(await changedBy(() => account.use(key, 'Ram'))).toEqual({ AccountRecentUsingAccessKey: 1 });
    expect(await changedBy(async () => world.advance(90 * DAY))).toEqual({});
    expect(await changedBy(async () => world.advance(1))).toEqual({ AccountRecentUsingAccessKey: 0 });
  });

  it('tells who may do everything', async () => {
    await account.user('alice');
    await account.group('devs');
    await account.role('deploy');
    await account.ram('AttachPolicyToUser', { ...administrator, UserName: 'alice' });
    await account.ram('AttachPolicyToGroup', { ...administrator, GroupName: 'devs' });
    await account.ram('AttachPolicyToRole', { ...administrator, RoleName: 'deploy' });
    expect(await rowsOf('WardenryAdministrators')).toEqual([
      { PrincipalType: 'User', PrincipalName: 'alice' },
      { PrincipalType: 'Group', PrincipalName: 'devs' },
      { PrincipalType: 'Role', PrincipalName: 'deploy' },
    ]);
    await account.ram('DetachPolicyFromUser', { ...administrator, UserName: 'alice' });
    expect(await rowsOf('WardenryAdministrators')).toHaveLength(2);
    // Everything within a resource group is not everything.
    const ResourceGroupId = `rg-${account.accountId.slice(1)}`;
    await account.ram('AttachPolicyToUser', { ...administrator, UserName: 'alice', ResourceGroupId });
    expect(await rowsOf('WardenryAdministrators')).toHaveLength(2);
  });

  it('finds policies of the account that allow everything, once somebody holds them', async () => {
    await account.user('alice');
    const everything = { Effect: 'Allow', Action: ['ecs:*', '*'], Resource: '*' };
    const Condition = { Bool: { 'acs:SecureTransport': 'true' } };
    const statements = {
      Free: everything,
      Bound: { ...everything, Condition },
      AllButUsers: { Effect: 'Allow', NotAction: 'ram:CreateUser', Resource: '*' },
      Refusal: { ...everything, Effect: 'Deny' },
      Narrow: { ...everything, Resource: 'acs:ram:*:*:user/bob' },
    };
    for (const [PolicyName, statement] of Object.entries(statements)) {
      const PolicyDocument = JSON.stringify({ Version: '1', Statement: [statement] });
      await account.ram('CreatePolicy', { PolicyName, PolicyDocument });
    }
    const attach = (PolicyName: string) =>
      account.ram('AttachPolicyToUser', { PolicyName, PolicyType: 'Custom', UserName: 'alice' });
    const ungrouped = { WardenryUngroupedUsersWithPolicies: 1 };
    expect(await changedBy(() => attach('AllButUsers'))).toEqual(ungrouped);
    for (const name of ['Refusal', 'Narrow']) expect(await changedBy(() => attach(name))).toEqual({});
    expect(await changedBy(() => attach('Bound'))).toEqual({ WardenryAdministrators: 1 });
    expect(await changedBy(() => attach('Free'))).toEqual({ WardenryUnconditionalFullAccessPolicies: 1 });
    expect(await rowsOf('WardenryUnconditionalFullAccessPolicies')).toEqual([{ PolicyName: 'Free' }]);
    expect(await rowsOf('WardenryAdministrators')).toEqual([
      { PrincipalType: 'User', PrincipalName: 'alice' },
    ]);
  });

  describe('judges a policy by what it allows, however it is written:', () => {
    const anywhere = { Effect: 'Allow', Resource: '*' };
    const reported = async (...Statement: readonly object[]) => {
      const PolicyName = 'Judged';
      await account.ram('CreatePolicy', {
        PolicyName,
        PolicyDocument: JSON.stringify({ Version: '1', Statement }),
      });
      await account.user('alice');
      await account.ram('AttachPolicyToUser', { PolicyName, PolicyType: 'Custom', UserName: 'alice' });
      const { WardenryAdministrators, WardenryUnconditionalFullAccessPolicies } = await metrics();
      return [WardenryAdministrators, WardenryUnconditionalFullAccessPolicies];
    };
    const knownServices = [...new Set(allKnownActions().map(({ name }) => name.split(':', 1)[0]))];
    const withSecondFactor = { Bool: { 'acs:MFAPresent': 'true' } };

    it.each([
      ['every service and action', [{ ...anywhere, Action: '*:*' }]],
      ['stars in a row', [{ ...anywhere, Action: '**:*' }]],
      ['every ARN', [{ Effect: 'Allow', Action: '*', Resource: 'acs:*:*:*:*' }]],
      ['all but what no service has', [{ ...anywhere, NotAction: ['nosuch:x'] }]],
      [
        'all resources but one that is not',
        [{ Effect: 'Allow', Action: '*', NotResource: 'acs:ram:*:*:user/x' }],
      ],
      [
        'in two parts',
        [
          { ...anywhere, NotAction: 'ram:*' },
          { ...anywhere, Action: 'ram:*' },
        ],
      ],
      [
        'with a refusal beside it',
        [
          { ...anywhere, Action: '*' },
          { ...anywhere, Effect: 'Deny', Action: 'ecs:*' },
        ],
      ],
    ])('%s is everything', async (_title, statements) => {
      expect(await reported(...statements)).toEqual([1, 1]);
    });

    it('all of the account by its id is everything', async () => {
      const Resource = `acs:*:*:${account.accountId}:*`;
      expect(await reported({ Effect: 'Allow', Action: '*', Resource })).toEqual([1, 1]);
    });

    it('one part under a condition makes it conditional', async () => {
      const parts = [
        { ...anywhere, NotAction: 'ram:*' },
        { ...anywhere, Action: 'ram:*', Condition: withSecondFactor },
      ];
      expect(await reported(...parts)).toEqual([1, 0]);
    });

    it.each([
      ['all but the identities', [{ ...anywhere, NotAction: 'ram:*' }]],
      ['every known service by its code', [{ ...anywhere, Action: knownServices.map(code => `${code}:*`) }]],
      ['all of another account', [{ Effect: 'Allow', Action: '*', Resource: 'acs:*:*:1000000000000000:*' }]],
      ['all of one service', [{ Effect: 'Allow', Action: '*', Resource: 'acs:ram:*:*:*' }]],
      ['a refusal of everything', [{ ...anywhere, Effect: 'Deny', Action: '*' }]],
    ])('%s is less', async (_title, statements) => {
      expect(await reported(...statements)).toEqual([0, 0]);
    });
  });

  it('tells users who hold a policy and are in no group', async () => {
    const UserId = await account.user('alice');
    await account.group('devs');
    const readOnly = { PolicyType: 'System', PolicyName: 'ReadOnlyAccess', UserName: 'alice' };
    await account.ram('AttachPolicyToUser', readOnly);
    expect(await rowsOf('WardenryUngroupedUsersWithPolicies')).toEqual([
      { UserPrincipalName: account.principal('alice'), UserId },
    ]);
    const join = { UserName: 'alice', GroupName: 'devs' };
    expect(await changedBy(() => account.ram('AddUserToGroup', join))).toEqual({
      WardenryUngroupedUsersWithPolicies: 0,
    });
  });

  it('tells users who log on, and what else is unwise about them', async () => {
    await account.user('alice');
    expect(await changedBy(() => logOn('alice'))).toEqual({ WardenryUsersWithoutMFA: 1 });
    expect(await changedBy(() => account.accessKey('alice'))).toEqual({
      WardenryUsersWithLogonAndAccessKey: 1,
    });
    const inactive = { UserPrincipalName: account.principal('alice'), Status: 'Inactive' };
    expect(await changedBy(() => account.ims('UpdateLoginProfile', inactive))).toEqual({
      WardenryUsersWithActiveKeysAndInactiveLogon: 1,
      WardenryUsersWithLogonAndAccessKey: 0,
      WardenryUsersWithoutMFA: 0,
    });
  });

  it('tells old and unused keys of users', async () => {
    await account.user('alice');
    const key = await account.accessKey('alice');
    const made = world.isoNow();
    expect(await changedBy(async () => world.advance(90 * DAY + 1))).toEqual({
      WardenryIdleUsers: 1,
      WardenryOldAccessKeys: 1,
      WardenryUnusedAccessKeys: 1,
    });
    expect(await changedBy(() => account.use(key, 'Sts'))).toEqual({
      WardenryIdleUsers: 0,
      WardenryUnusedAccessKeys: 0,
    });
    expect(await rowsOf('WardenryOldAccessKeys')).toEqual([
      {
        UserPrincipalName: account.principal('alice'),
        AccessKeyId: key,
        Status: 'Active',
        CreateDate: made,
        LastUsedDate: world.isoNow(),
      },
    ]);
  });

  it('takes a user for idle who has not come in for more than 90 days, and nobody before', async () => {
    await account.user('alice');
    await logOn('alice');
    world.advance(90 * DAY);
    expect(await metrics()).toMatchObject({ WardenryIdleUsers: 0 });
    world.advance(1);
    expect(await metrics()).toMatchObject({ WardenryIdleUsers: 1 });
  });

  it('takes nobody for idle who could not come in anyway', async () => {
    await account.user('alice');
    const UserAccessKeyId = await account.accessKey('alice');
    await account.ram('UpdateAccessKey', { UserName: 'alice', UserAccessKeyId, Status: 'Inactive' });
    world.advance(91 * DAY);
    expect(await metrics()).toMatchObject({ WardenryIdleUsers: 0 });
  });

  it('follows the password policy', async () => {
    const Strong = { RequireNumbers: 'true', RequireSymbols: 'true' };
    expect(await changedBy(() => account.ims('SetPasswordPolicy', Strong))).toEqual({
      WardenryPasswordPolicyLevel: 'mid',
    });
  });

  it('follows the settings of single sign-on', async () => {
    const enable = () =>
      world.change(account.root, scope =>
        insert(scope, 'user_sso_settings', {
          enabled: 1,
          auxiliary_domain: '',
          domain_required: 1,
          sign_algorithm: 'rsa-sha256',
          metadata_document: '',
          entity_id: '',
          redirect_url: '',
          post_url: '',
          certificates: '',
          wants_signed_requests: 0,
        }),
      );
    expect(await changedBy(enable)).toEqual({ SSOLoginEnabled: true });
  });

  it('sees nothing of another account', async () => {
    const other = await world.account();
    await other.user('alice');
    await other.accessKey();
    await other.ims('GenerateGovernanceReport');
    for (const name of ['GetGovernanceReportStatus', 'ListRecentGovernanceMetrics']) {
      expect(await refusal(account.ims(name))).toBe('EntityNotExist.GovernanceReport');
    }
    expect(await metrics()).toMatchObject({ WardenryAccountAccessKeys: 0 });
  });
});

describe('what was reported last', () => {
  it('is not there before it was made', async () => {
    const item = { GovernanceItemType: 'SSOLoginEnabled' };
    for (const [name, parameters] of [
      ['GetGovernanceReportStatus', {}],
      ['ListRecentGovernanceMetrics', {}],
      ['GetGovernanceItemReport', item],
    ] as const) {
      expect(await refusal(account.ims(name, parameters))).toBe('EntityNotExist.GovernanceReport');
    }
  });

  it('is complete as a whole and in every item', async () => {
    await account.ims('GenerateGovernanceReport');
    expect(await account.ims('GetGovernanceReportStatus')).toEqual({
      WholeReportStatus: 'Completed',
      GovernanceItemsStatus: {
        GovernanceItemStatus: names.map(name => ({ GovernanceItem: name, Status: 'Completed' })),
      },
    });
  });

  it('stays as it was when the account changes, and says when that was', async () => {
    await account.ims('GenerateGovernanceReport');
    const made = world.isoNow();
    world.advance(DAY);
    await account.accessKey();
    const item = { GovernanceItemType: 'WardenryAccountAccessKeys' };
    expect(await account.ims('GetGovernanceItemReport', item)).toMatchObject({
      GenerateTime: made,
      MetricType: 'Number',
      MetricValue: 0,
      ColumnsValue: { ColumnRow: [] },
      IsTruncated: false,
    });
    expect(await account.ims('ListRecentGovernanceMetrics')).toMatchObject({ GenerateTime: made });
  });

  it('is read page by page', async () => {
    const keys = [await account.accessKey(), await account.accessKey()];
    await account.ims('GenerateGovernanceReport');
    const one = { GovernanceItemType: 'WardenryAccountAccessKeys', MaxItems: '1' };
    const first = (await account.ims('GetGovernanceItemReport', one)) as unknown as ItemReport;
    const Marker = first.Marker ?? '';
    const second = (await account.ims('GetGovernanceItemReport', {
      ...one,
      Marker,
    })) as unknown as ItemReport;
    const ids = [first, second].map(({ ColumnsValue }) => ColumnsValue.ColumnRow[0]?.ColumnValue[0]);
    expect(ids).toEqual(keys);
    expect(second.Marker).toBeUndefined();
    const other = { ...one, GovernanceItemType: 'WardenryAdministrators', Marker };
    expect(await refusal(account.ims('GetGovernanceItemReport', other))).toBe('InvalidParameter.Marker');
  });

  it('has no item of another name', async () => {
    const unknown = { GovernanceItemType: 'ssologinenabled' };
    expect(await refusal(account.ims('GetGovernanceItemReport', unknown))).toMatch(
      /^InvalidParameter\.GovernanceItemType/,
    );
  });
});

it('is authorized on the whole account', async () => {
  for (const name of [
    'GenerateGovernanceReport',
    'GetGovernanceReportStatus',
    'ListRecentGovernanceMetrics',
  ]) {
    expect(await account.resources('Ims', name, {})).toEqual(['*']);
  }
  const item = { GovernanceItemType: 'SSOLoginEnabled' };
  expect(await account.resources('Ims', 'GetGovernanceItemReport', item)).toEqual(['*']);
});

it('has its items in the order of their names', () => {
  expect(names).toEqual(names.toSorted());
});

it.each(['reports.md', 'reports.zh-CN.md'])(
  'every item is explained in docs/%s, and no other',
  async page => {
    const text = await readFile(new URL(`../../../../../../docs/${page}`, import.meta.url), 'utf8');
    const [, table = ''] = text.split('GetGovernanceItemReport');
    expect([...table.matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name)).toEqual(
      expect.arrayContaining([...names]),
    );
    expect([...table.matchAll(/^\| (Wardenry\w+) \|/gm)]).toHaveLength(names.length - 3);
  },
);
