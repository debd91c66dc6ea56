import type { ConditionKeyType } from '../../../catalogue/condition-keys.ts';
import { findConditionKey } from '../../../catalogue/condition-keys.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';
import type { LintCondition } from '../../lint-statement.ts';

const EXPECTED: Readonly<Record<ConditionKeyType, string>> = {
  text: 'a text: compare it with StringEquals, StringLike and their kin',
  date: 'a point in time: compare it with DateLessThan, DateGreaterThan and their kin',
  bool: 'true or false: compare it with Bool',
  address: 'an address: compare it with IpAddress or NotIpAddress',
};

export const operatorOfKey: LintRule = {
  code: 'operator-of-key',
  level: 'suggestion',
  meaning: [
    'The operator compares values of another type than the condition key has, so that it does not find what it should.',
    '运算符比较的值类型与条件键的类型不同，无法得到预期结果。',
  ],
  instead: [
    'Use an operator for the type of the key, which the message names.',
    '请使用与条件键类型相符的运算符（见消息）。',
  ],
  check: eachStatement(({ conditions }, report) => {
    for (const condition of conditions) {
      const known = findConditionKey(condition.key);
      if (known === undefined || known.name.endsWith('/') || fits(condition, known.type)) continue;
      report(
        condition,
        `${condition.operatorName} does not fit ${condition.key}, which is ${EXPECTED[known.type]}.`,
      );
    }
  }),
};

function fits({ operatorName, values }: LintCondition, type: ConditionKeyType): boolean {
  const operator = operatorName.slice(operatorName.indexOf(':') + 1);
  switch (type) {
    case 'text':
      return operator.startsWith('String');
    case 'date':
      return operator.startsWith('Date');
    case 'bool':
      return operator === 'Bool' || operator.startsWith('String');
    case 'address':
      if (operator.endsWith('IpAddress') || operator.endsWith('Like')) return true;
      return operator.startsWith('String') && !values.some(({ value }) => value.includes('/'));
  }
}
