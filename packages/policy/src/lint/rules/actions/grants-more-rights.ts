import { fold } from '../../../letter-case.ts';
import { meansAction, meansAllOf, meansEverything } from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

/** Actions by which one gives oneself rights or another's credentials, with what each must be limited to. */
const ACTIONS: readonly (readonly [action: string, all: string])[] = [
  ['ram:AttachPolicyToUser', 'user/*'],
  ['ram:AttachPolicyToGroup', 'group/*'],
  ['ram:AttachPolicyToRole', 'role/*'],
  ['ram:AttachPolicy', 'policy/*'],
  ['ram:CreatePolicyVersion', 'policy/*'],
  ['ram:SetDefaultPolicyVersion', 'policy/*'],
  ['ram:AddUserToGroup', 'group/*'],
  ['ram:CreateAccessKey', 'user/*'],
  ['ram:CreateLoginProfile', 'user/*'],
  ['ram:UpdateLoginProfile', 'user/*'],
  ['ram:UpdateRole', 'role/*'],
];

/** So many actions a message names. */
const NAMED = 3;

export const grantsMoreRights: LintRule = {
  code: 'grants-more-rights',
  level: 'security',
  meaning: [
    'Whoever holds the statement can give themselves more rights, or take over another user: it allows to attach policies, change them, join groups or create credentials, on any user, group, role or policy.',
    '持有者可借此为自己增加权限或接管其他用户：该语句允许对任意用户、用户组、角色或策略进行授权、修改策略、加入用户组或创建凭证。',
  ],
  instead: [
    'Name the users, groups, roles or policies that are meant, or add a condition.',
    '请写明具体的用户、用户组、角色或策略，或添加条件。',
  ],
  kinds: ['identity'],
  check: eachStatement((statement, report, { budget }) => {
    const { actions, resources, conditions } = statement;
    if (conditions.length > 0 || resources === undefined || meansEverything(statement)) return;
    const granted = ACTIONS.filter(
      ([action, all]) => meansAction(actions, fold(action)) && meansAllOf(all, resources, budget),
    );
    if (granted.length === 0) return;
    const names = granted.slice(0, NAMED).map(([action]) => action);
    const more = granted.length > NAMED ? ` and ${granted.length - NAMED} more` : '';
    report(
      actions,
      `With ${names.join(', ')}${more} on any resource, holders can give themselves every right. Name the users, groups, roles or policies that are meant.`,
    );
  }, 'Allow'),
};
