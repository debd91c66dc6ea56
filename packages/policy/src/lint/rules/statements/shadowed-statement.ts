import { findRedundant } from '../../coverage/redundant.ts';
import { statementCovers } from '../../coverage/statement-coverage.ts';
import type { LintRule } from '../../lint-rule.ts';
import type { LintStatement } from '../../lint-statement.ts';

export const shadowedStatement: LintRule = {
  code: 'shadowed-statement',
  level: 'suggestion',
  meaning: [
    'Another statement with the same effect applies to every request that this one applies to.',
    '该语句适用的每个请求，都已由另一条效果相同的语句覆盖。',
  ],
  instead: ['Remove the statement; no decision changes.', '请删除该语句，任何判定结果都不会改变。'],
  check: ({ statements, budget }, report) => {
    const covers = (wide: LintStatement, narrow: LintStatement) =>
      wide.effect === narrow.effect && statementCovers(wide, narrow, budget);
    for (const { item, by } of findRedundant(statements, covers, budget)) {
      report(
        item,
        `${by.path} applies to everything that this ${item.effect} applies to. Remove this statement, or narrow the other.`,
      );
    }
  },
};
