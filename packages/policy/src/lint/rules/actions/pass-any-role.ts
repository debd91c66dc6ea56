import {
  holdsWithoutKey,
  meansAction,
  meansAllOf,
  meansEveryAction,
  meansEveryResource,
} from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const passAnyRole: LintRule = {
  code: 'pass-any-role',
  level: 'security',
  meaning: [
    'The statement allows to hand every role to every service: a service with a strong role then does what its user may not.',
    '该语句允许将任意角色授予任意服务：服务获得高权限角色后，可执行用户本身无权执行的操作。',
  ],
  instead: [
    'Name the roles in Resource, or the service in a condition: "StringEquals": {"acs:Service": "ecs.aliyuncs.com"}.',
    '请在 Resource 中写明角色，或在条件中写明服务："StringEquals": {"acs:Service": "ecs.aliyuncs.com"}。',
  ],
  kinds: ['identity'],
  check: eachStatement((statement, report, { budget }) => {
    const { actions, resources, conditions } = statement;
    if (resources === undefined || (meansEveryAction(statement) && meansEveryResource(statement))) return;
    if (!meansAction(actions, 'ram:passrole') || !meansAllOf('role/*', resources, budget)) return;
    if (conditions.some(condition => condition.canonicalKey === 'acs:service' && !holdsWithoutKey(condition)))
      return;
    report(
      actions,
      'ram:PassRole on any role hands every role to every service. Name the roles in "Resource", or add "StringEquals": {"acs:Service": "<service>.aliyuncs.com"}.',
    );
  }, 'Allow'),
};
