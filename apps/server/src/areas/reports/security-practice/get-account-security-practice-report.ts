import { ims, readOperation, wholeAccount } from '../../../kernel/operation.ts';
import { booleanField, integerField, object, textField } from '../../../kernel/response.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { countUsersWithOldKeys, countUsersWithUnusedKeys } from '../../access-keys/index.ts';
import { countUsers } from '../../users/index.ts';
import { isOld, isUnused, longAgo } from '../age.ts';
import { accountFacts } from '../facts.ts';
import { countUsersWithSecondFactor } from '../second-factors.ts';
import { passwordLevel } from './password-level.ts';
import { type SecurityPractice, scoreOf } from './score.ts';

/** IMS GetAccountSecurityPracticeReport: nine counters and a score, as they are now (spec: domain 0.9, 9.1). */
export const imsGetAccountSecurityPracticeReport = readOperation({
  api: ims,
  name: 'GetAccountSecurityPracticeReport',
  summary: [
    'Shows how safe the account is, in nine figures and a score.',
    '查询账号安全状况的九项指标和评分。',
  ],
  parameters: {},
  response: {
    AccountSecurityPracticeInfo: object({
      Score: integerField,
      AccountSecurityPracticeUserInfo: object({
        SubUser: integerField,
        SubUserBindMfa: integerField,
        SubUserWithUnusedAccessKey: integerField,
        SubUserWithOldAccessKey: integerField,
        RootWithAccessKey: integerField,
        UnusedAkNum: integerField,
        OldAkNum: integerField,
        SubUserPwdLevel: textField,
        BindMfa: booleanField,
      }),
    }),
  },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: securityPractice,
  render: practice => ({
    AccountSecurityPracticeInfo: {
      Score: scoreOf(practice),
      AccountSecurityPracticeUserInfo: {
        SubUser: practice.users,
        SubUserBindMfa: practice.usersWithMfa,
        SubUserWithUnusedAccessKey: practice.usersWithUnusedKeys,
        SubUserWithOldAccessKey: practice.usersWithOldKeys,
        RootWithAccessKey: practice.accountKeys,
        UnusedAkNum: practice.unusedAccountKeys,
        OldAkNum: practice.oldAccountKeys,
        SubUserPwdLevel: practice.passwordLevel,
        BindMfa: practice.hasMfa,
      },
    },
  }),
});

async function securityPractice(scope: Scope): Promise<SecurityPractice> {
  const account = await accountFacts(scope);
  const { now } = scope;
  return {
    users: await countUsers(scope),
    usersWithMfa: await countUsersWithSecondFactor(scope),
    usersWithUnusedKeys: await countUsersWithUnusedKeys(scope, longAgo(now)),
    usersWithOldKeys: await countUsersWithOldKeys(scope, longAgo(now)),
    accountKeys: account.keys.length,
    unusedAccountKeys: account.keys.filter(key => isUnused(key, now)).length,
    oldAccountKeys: account.keys.filter(key => isOld(key, now)).length,
    passwordLevel: passwordLevel(account.passwordPolicy),
    hasMfa: account.hasMfa,
  };
}
