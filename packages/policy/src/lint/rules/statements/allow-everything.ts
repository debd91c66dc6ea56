import { meansEverything } from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const allowEverything: LintRule = {
  code: 'allow-everything',
  level: 'security',
  meaning: [
    'The statement allows every action on every resource, without a condition.',
    '该语句无条件地允许对所有资源执行所有操作。',
  ],
  instead: [
    'Name the services and resources that are needed, or attach AdministratorAccess if that is meant.',
    '请写明所需的服务与资源；如确需全部权限，请附加 AdministratorAccess。',
  ],
  kinds: ['identity'],
  check: eachStatement((statement, report) => {
    if (!meansEverything(statement)) return;
    report(
      statement,
      'The statement allows everything to whoever holds it. Name the actions and resources that are needed, or attach AdministratorAccess if that is meant.',
    );
  }, 'Allow'),
};
