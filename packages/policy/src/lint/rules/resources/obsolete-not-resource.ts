import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const obsoleteNotResource: LintRule = {
  code: 'obsolete-not-resource',
  level: 'suggestion',
  meaning: [
    'NotResource is gone from the vendor’s texts on the language; it still works here, perhaps not elsewhere.',
    '厂商的策略语言文档已不再包含 NotResource；此处仍然有效，在其他环境中可能无效。',
  ],
  instead: ['List the resources in Resource.', '请在 Resource 中列出资源。'],
  check: eachStatement(({ resources }, report) => {
    if (resources?.negated !== true) return;
    report(
      resources,
      'NotResource is no longer part of the documented language. Write "Resource" and list what is meant.',
    );
  }),
};
