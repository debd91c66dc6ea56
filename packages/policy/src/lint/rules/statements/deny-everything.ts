import { meansEverything } from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const denyEverything: LintRule = {
  code: 'deny-everything',
  level: 'suggestion',
  meaning: [
    'The statement denies every action on every resource, so that no Allow has any effect.',
    '该语句拒绝对所有资源的所有操作，任何 Allow 都不会生效。',
  ],
  instead: [
    'Add a condition, or name what to deny. What nothing allows is refused without a Deny.',
    '请添加条件，或写明要拒绝的内容。未被允许的请求本来就会被拒绝。',
  ],
  check: eachStatement((statement, report) => {
    if (!meansEverything(statement)) return;
    report(
      statement,
      'The statement denies everything, whatever else is allowed. Add a condition or name what to deny; what nothing allows is refused anyway.',
    );
  }, 'Deny'),
};
