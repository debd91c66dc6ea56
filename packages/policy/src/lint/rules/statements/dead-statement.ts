import type { Budget } from '../../budget.ts';
import { findWithin } from '../../budget.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';
import type { LintCondition, LintPatterns } from '../../lint-statement.ts';

export const deadStatement: LintRule = {
  code: 'dead-statement',
  level: 'suggestion',
  meaning: [
    'The statement can never apply: it excludes everything, or its conditions contradict each other.',
    '该语句永远不会适用：它排除了一切，或其条件相互矛盾。',
  ],
  instead: [
    'Remove the statement, or correct what contradicts itself.',
    '请删除该语句，或改正其中相互矛盾的部分。',
  ],
  check: eachStatement(({ actions, resources, conditions }, report, { budget }) => {
    for (const element of [actions, resources]) {
      if (element === undefined || !excludesEverything(element)) continue;
      report(
        element,
        `${element.name} excludes everything, so that the statement never applies. Exclude less, or remove the statement.`,
      );
    }
    for (const condition of conditions) {
      const end = findWithin(budget, conditions, each => endsBefore(each, condition, budget));
      if (end !== undefined) {
        report(
          condition,
          `The period that begins here is over before it begins, at ${end.operatorName}, so that the statement never applies. Correct one of the times.`,
        );
      }
      const other = findWithin(budget, conditions, each => contradicts(each, condition, budget));
      if (other === undefined) continue;
      report(
        condition,
        `No value of ${condition.key} satisfies both ${condition.operatorName} and ${other.operatorName} here, so that the statement never applies. Correct one of them.`,
      );
    }
  }),
};

function excludesEverything({ negated, values }: LintPatterns): boolean {
  return negated && values.some(({ value }) => value === '*');
}

/** Whether one condition, a negated one, refuses every value that the other accepts. */
function contradicts(negated: LintCondition, positive: LintCondition, budget: Budget): boolean {
  return (
    negated.canonicalKey === positive.canonicalKey &&
    negated.operator.qualifier !== 'ForAnyValue' &&
    positive.operator.qualifier !== 'ForAllValues' &&
    !positive.operator.operator.negated &&
    baseName(negated).replace('Not', '') === baseName(positive) &&
    negated.operator.operator.negated &&
    budget.spend(negated.values.length + positive.values.length) &&
    isWithin(positive, negated)
  );
}

/** Whether one condition lets in no present that the other, the beginning of a period, lets in. */
function endsBefore(end: LintCondition, beginning: LintCondition, budget: Budget): boolean {
  return (
    isBound(end, 'DateLessThan') &&
    isBound(beginning, 'DateGreaterThan') &&
    budget.spend(end.values.length * beginning.values.length) &&
    !beginning.values.some(({ value }) => end.operator.operator.prepare(textsOf(end))(value))
  );
}

/** A request has one present, unlike other keys, of which several values may satisfy a condition each. */
function isBound({ canonicalKey, operatorName }: LintCondition, name: string): boolean {
  return canonicalKey === 'acs:currenttime' && operatorName.startsWith(name);
}

function textsOf({ values }: LintCondition): readonly string[] {
  return values.map(({ value }) => value);
}

function isWithin({ values }: LintCondition, { values: all }: LintCondition): boolean {
  const refused = new Set(all.map(({ value }) => value));
  return values.every(({ value }) => refused.has(value));
}

function baseName({ operatorName }: LintCondition): string {
  return operatorName.slice(operatorName.indexOf(':') + 1);
}
