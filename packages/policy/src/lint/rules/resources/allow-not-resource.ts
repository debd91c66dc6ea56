import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const allowNotResource: LintRule = {
  code: 'allow-not-resource',
  level: 'security',
  meaning: [
    'An Allow with NotResource allows its actions on every resource that it does not name, those made later included.',
    '带 NotResource 的 Allow 会允许对未列出的所有资源执行操作，包括以后创建的资源。',
  ],
  instead: [
    'List the resources in Resource, or deny the exceptions in a statement of their own.',
    '请在 Resource 中列出资源，或用单独的 Deny 语句列出例外。',
  ],
  kinds: ['identity', 'control', 'resource'],
  check: eachStatement(({ resources }, report) => {
    if (resources?.negated !== true) return;
    report(
      resources,
      'Allow with NotResource covers every other resource, those made later too. List what is allowed in "Resource".',
    );
  }, 'Allow'),
};
