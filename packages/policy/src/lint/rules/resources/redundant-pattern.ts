import { quote } from '../../../findings.ts';
import type { Budget } from '../../budget.ts';
import type { Covers } from '../../coverage/pattern-coverage.ts';
import { actionCovers, resourceCovers } from '../../coverage/pattern-coverage.ts';
import { findRedundant } from '../../coverage/redundant.ts';
import type { LintRule, RuleReport } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';
import type { LintPatterns } from '../../lint-statement.ts';

export const redundantPattern: LintRule = {
  code: 'redundant-pattern',
  level: 'suggestion',
  meaning: [
    'Another pattern of the same list covers everything that this one covers.',
    '同一列表中的另一个模式已覆盖该模式匹配的全部内容。',
  ],
  instead: ['Remove the pattern; nothing changes.', '请删除该模式，效果不变。'],
  check: eachStatement(({ actions, resources }, report, { budget }) => {
    checkList(actions, actionCovers, budget, report);
    if (resources !== undefined) checkList(resources, resourceCovers, budget, report);
  }),
};

function checkList({ values }: LintPatterns, covers: Covers, budget: Budget, report: RuleReport): void {
  const redundant = findRedundant(values, (wide, narrow) => covers(wide.value, narrow.value, budget), budget);
  for (const { item, by } of redundant) {
    report(item, `${quote(by.value)} in the same list covers ${quote(item.value)} already. Remove it.`);
  }
}
