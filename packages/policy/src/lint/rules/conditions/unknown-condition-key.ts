import { conditionKeyNames, findConditionKey, isOfKnownService } from '../../../catalogue/condition-keys.ts';
import { quote } from '../../../findings.ts';
import { nearest } from '../../../nearest.ts';
import { holdsWithoutKey } from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement, levelOfMiss } from '../../lint-rule.ts';

/** Steps that looking for a near name takes. */
const SEARCH_STEPS = 5000;

export const unknownConditionKey: LintRule = {
  code: 'unknown-condition-key',
  level: 'suggestion',
  graver: true,
  meaning: [
    'No request is known to have this condition key, so that it counts as missing: positive operators do not hold, negated ones do.',
    '未知有请求带有此条件键，因此视为缺失：肯定运算符不成立，否定运算符成立。',
  ],
  instead: [
    'Correct the key; the message names the nearest one.',
    '请改正条件键；消息中会给出最接近的名称。',
  ],
  check: eachStatement(({ effect, conditions }, report, { budget }) => {
    for (const condition of conditions) {
      const { key } = condition;
      if (!isOfKnownService(key) || findConditionKey(key) !== undefined) continue;
      const meant = budget.spend(SEARCH_STEPS) ? nearest(nameOf(key), conditionKeyNames()) : undefined;
      const advice = meant === undefined ? 'Look up the condition keys.' : `Did you mean "${shown(meant)}"?`;
      report(
        condition,
        `${quote(key)} is no known condition key, so it counts as missing. ${advice}`,
        levelOfMiss(effect, holdsWithoutKey(condition)),
      );
    }
  }),
};

/** The key without the key of its tag. */
function nameOf(key: string): string {
  const slash = key.indexOf('/');
  return slash < 0 ? key : key.slice(0, slash + 1);
}

function shown(name: string): string {
  return name.endsWith('/') ? `${name}<tag key>` : name;
}
