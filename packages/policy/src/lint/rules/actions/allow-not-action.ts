import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const allowNotAction: LintRule = {
  code: 'allow-not-action',
  level: 'security',
  meaning: [
    'An Allow with NotAction allows everything that it does not name, services and actions added later included.',
    '带 NotAction 的 Allow 会允许未列出的所有操作，包括以后新增的服务与操作。',
  ],
  instead: [
    'List what is allowed in Action, or allow broadly and deny the exceptions in a statement of their own.',
    '请在 Action 中列出允许的操作，或用单独的 Deny 语句列出例外。',
  ],
  kinds: ['identity', 'control', 'resource'],
  check: eachStatement(({ actions }, report) => {
    if (!actions.negated) return;
    report(
      actions,
      'Allow with NotAction allows every other action, those of services added later too. List what is allowed in "Action".',
    );
  }, 'Allow'),
};
