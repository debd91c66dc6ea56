import type { JsonString } from '../../../json/json.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement, levelOfMiss } from '../../lint-rule.ts';
import type { LintStatement } from '../../lint-statement.ts';

export const literalVariable: LintRule = {
  code: 'literal-variable',
  level: 'suggestion',
  graver: true,
  meaning: [
    `The text holds \${…}. The language has no variables: it is compared as it stands.`,
    `文本中含有 \${…}。策略语言没有变量，会按原样比较。`,
  ],
  instead: [
    'Write out the value, in a statement for each case, or use a wildcard.',
    '请写出具体的值（每种情况一条语句），或使用通配符。',
  ],
  check: eachStatement((statement, report) => {
    for (const { values, negated } of comparisonsOf(statement)) {
      for (const text of values) {
        if (!text.value.includes('${')) continue;
        report(
          text,
          'The language has no variables, so "${" is compared as it stands. Write out the value, or use a wildcard.',
          levelOfMiss(statement.effect, negated),
        );
      }
    }
  }),
};

interface Comparison {
  readonly values: readonly JsonString[];
  readonly negated: boolean;
}

function comparisonsOf({ resources, conditions }: LintStatement): readonly Comparison[] {
  const compared = conditions.map(({ values, operator }) => ({ values, negated: operator.operator.negated }));
  return resources === undefined ? compared : [resources, ...compared];
}
