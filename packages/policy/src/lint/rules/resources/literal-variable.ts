import type { JsonString } from '../../../json/json.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';
import type { LintStatement } from '../../lint-statement.ts';

export const literalVariable: LintRule = {
  code: 'literal-variable',
  level: 'suggestion',
  meaning: [
    `The text holds \${…}. The language has no variables: it is compared as it stands.`,
    `文本中含有 \${…}。策略语言没有变量，会按原样比较。`,
  ],
  instead: [
    'Write out the value, in a statement for each case, or use a wildcard.',
    '请写出具体的值（每种情况一条语句），或使用通配符。',
  ],
  check: eachStatement((statement, report) => {
    for (const text of textsOf(statement)) {
      if (!text.value.includes('${')) continue;
      report(
        text,
        'The language has no variables, so "${" is compared as it stands. Write out the value, or use a wildcard.',
      );
    }
  }),
};

function textsOf({ resources, conditions }: LintStatement): readonly JsonString[] {
  return [...(resources?.values ?? []), ...conditions.flatMap(({ values }) => values)];
}
