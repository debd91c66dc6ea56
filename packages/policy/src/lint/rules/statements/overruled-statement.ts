import { findWithin } from '../../budget.ts';
import { statementCovers } from '../../coverage/statement-coverage.ts';
import type { LintRule } from '../../lint-rule.ts';

export const overruledStatement: LintRule = {
  code: 'overruled-statement',
  level: 'suggestion',
  meaning: [
    'A Deny of the document applies to every request that this Allow applies to, so that it never allows anything.',
    '文档中的某条 Deny 覆盖了该 Allow 适用的每个请求，因此它永远不会生效。',
  ],
  instead: [
    'Remove the Allow, or narrow the Deny: a Deny always wins.',
    '请删除该 Allow，或缩小 Deny 的范围：Deny 始终优先。',
  ],
  check: ({ statements, budget }, report) => {
    const denies = statements.filter(({ effect }) => effect === 'Deny');
    for (const statement of statements) {
      if (statement.effect !== 'Allow') continue;
      const deny = findWithin(budget, denies, other => statementCovers(other, statement, budget));
      if (deny === undefined) continue;
      report(
        statement,
        `${deny.path} denies all that this statement allows, and a Deny wins. Remove this statement, or narrow the other.`,
      );
    }
  },
};
