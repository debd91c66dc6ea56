/**
 * What the governance report looks at. The first three names are the vendor's; its list is not published as a whole. Names
 * that begin with `Wardenry` are our own: each is one of the recommendations for a safe account (spec: domain 0.x, 9.3).
 */
import { isoSeconds } from '../../../kernel/time.ts';
import type { UsedKey } from '../../access-keys/index.ts';
import { isOld, isUnused, isUsedLately, longAgo } from '../age.ts';
import type { UserFacts } from '../facts.ts';
import type { Row } from '../report.ts';
import { passwordLevel } from '../security-practice/password-level.ts';
import type { GovernedAccount } from './account.ts';
import { columns, type GovernanceItem, metricOf } from './item.ts';

const keyColumns = {
  AccessKeyId: 'String',
  Status: 'String',
  CreateDate: 'String',
  LastUsedDate: 'String',
} as const;
const ofUsers = columns({ UserPrincipalName: 'String', UserId: 'String' });
const ofUserKeys = columns({ UserPrincipalName: 'String', ...keyColumns });

/** Every item, in the order of the names. */
export const governanceItems: readonly GovernanceItem[] = [
  {
    name: 'AccountRecentUsingAccessKey',
    columns: columns(keyColumns),
    ofAccount: ({ keys }, now) => keys.filter(key => isUsedLately(key, now)).map(keyRow),
  },
  {
    name: 'RecentAccountLoginTimes',
    columns: [],
    // Nobody can log on as the account so far.
    metric: () => metricOf(0),
  },
  {
    name: 'SSOLoginEnabled',
    columns: [],
    metric: ({ hasUserSso }) => metricOf(hasUserSso),
  },
  {
    name: 'WardenryAccountAccessKeys',
    columns: columns(keyColumns),
    ofAccount: ({ keys }) => keys.map(keyRow),
  },
  {
    name: 'WardenryAccountMFAEnabled',
    columns: [],
    metric: ({ hasMfa }) => metricOf(hasMfa),
  },
  {
    name: 'WardenryAdministrators',
    columns: columns({ PrincipalType: 'String', PrincipalName: 'String' }),
    ofAccount: administratorRows,
  },
  {
    name: 'WardenryIdleUsers',
    columns: ofUsers,
    ofUser: (user, now) => (isIdle(user, now) ? [userRow(user)] : []),
  },
  {
    name: 'WardenryOldAccessKeys',
    columns: ofUserKeys,
    ofUser: (user, now) => keyRows(user, key => isOld(key, now)),
  },
  {
    name: 'WardenryPasswordPolicyLevel',
    columns: [],
    metric: account => metricOf(passwordLevel(account.passwordPolicy)),
  },
  {
    name: 'WardenryUnconditionalFullAccessPolicies',
    columns: columns({ PolicyName: 'String' }),
    ofAccount: ({ fullAccess }) =>
      fullAccess
        .filter(({ policy, isUnconditional }) => policy.type === 'Custom' && isUnconditional)
        .map(({ policy }) => [policy.name]),
  },
  {
    name: 'WardenryUngroupedUsersWithPolicies',
    columns: ofUsers,
    ofUser: user => (user.hasOwnPolicy && !user.isGrouped ? [userRow(user)] : []),
  },
  {
    name: 'WardenryUnusedAccessKeys',
    columns: ofUserKeys,
    ofUser: (user, now) => keyRows(user, key => isUnused(key, now)),
  },
  {
    name: 'WardenryUsersWithActiveKeysAndInactiveLogon',
    columns: ofUsers,
    ofUser: user => (user.profile?.status === 'Inactive' && hasActiveKey(user) ? [userRow(user)] : []),
  },
  {
    name: 'WardenryUsersWithLogonAndAccessKey',
    columns: ofUsers,
    ofUser: user => (mayLogOn(user) && hasActiveKey(user) ? [userRow(user)] : []),
  },
  {
    name: 'WardenryUsersWithoutMFA',
    columns: ofUsers,
    ofUser: user => (mayLogOn(user) && !user.hasMfa ? [userRow(user)] : []),
  },
];

/** Everybody once, however many policies allow them everything. */
function administratorRows({ fullAccess }: GovernedAccount): readonly Row[] {
  const holders = fullAccess.flatMap(policy => policy.holders);
  const byName = new Map(holders.map(holder => [`${holder.type}/${holder.name}`, holder]));
  return [...byName.values()].map(({ type, name }) => [type, name]);
}

function mayLogOn({ profile }: UserFacts): boolean {
  return profile?.status === 'Active';
}

function hasActiveKey({ keys }: UserFacts): boolean {
  return keys.some(({ status }) => status === 'Active');
}

/** Whether somebody could come in who has been there for long and has not come in lately. */
function isIdle(facts: UserFacts, now: number): boolean {
  const { user, keys } = facts;
  if (!mayLogOn(facts) && !hasActiveKey(facts)) return false;
  const times = [user.createdAt, user.lastLoginAt ?? 0, ...keys.map(({ lastUse }) => lastUse?.usedAt ?? 0)];
  return Math.max(...times) < longAgo(now);
}

function userRow({ user }: UserFacts): Row {
  return [user.principalName, user.userId];
}

function keyRows({ user, keys }: UserFacts, isMeant: (key: UsedKey) => boolean): readonly Row[] {
  return keys.filter(isMeant).map(key => [user.principalName, ...keyRow(key)]);
}

function keyRow({ accessKeyId, status, createdAt, lastUse }: UsedKey): Row {
  const used = lastUse === undefined ? '' : isoSeconds(lastUse.usedAt);
  return [accessKeyId, status, isoSeconds(createdAt), used];
}
