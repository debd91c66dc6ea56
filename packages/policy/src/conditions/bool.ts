import { equalsFolded } from '../letter-case.ts';
import type { ConditionOperator } from './operator.ts';

/** Bool: one policy value, `true` or `false` in any letter case (spec: policy 3.2). */
export const boolOperators: readonly (readonly [string, ConditionOperator])[] = [
  [
    'Bool',
    {
      negated: false,
      single: true,
      expects: '"true" or "false"',
      accepts: isBoolean,
      prepare: policyValues => requestValue =>
        isBoolean(requestValue) && policyValues.some(value => equalsFolded(value, requestValue)),
    },
  ],
];

function isBoolean(text: string): boolean {
  return equalsFolded(text, 'true') || equalsFolded(text, 'false');
}
