import { compareDecimals, parseDecimal } from './decimal.ts';
import { compareInstants, parseInstant } from './instant.ts';
import { rememberLatest } from './memo.ts';
import type { ConditionOperator } from './operator.ts';

/** Values with an order: how they are written and compared. */
interface OrderedType<T> {
  /** Beginning of the operators' names. */
  readonly name: string;
  readonly expects: string;
  readonly parse: (text: string) => T | undefined;
  /** Negative, zero or positive as the first is less than, equal to or greater than the second. */
  readonly compare: (left: T, right: T) => number;
}

/** NumericEquals and its kin: exact decimal numbers (spec: policy 3.2). */
export const numericOperators = orderedOperators({
  name: 'Numeric',
  expects: 'a decimal number such as "10" or "-1.5", without an exponent',
  parse: parseDecimal,
  compare: compareDecimals,
});

/** DateEquals and its kin: points in time (spec: policy 3.2). */
export const dateOperators = orderedOperators({
  name: 'Date',
  expects: 'a date and time with its zone such as "2026-01-31T09:00:00+08:00" or "2026-01-31T01:00:00Z"',
  parse: parseInstant,
  compare: compareInstants,
});

function orderedOperators<T>(type: OrderedType<T>): readonly (readonly [string, ConditionOperator])[] {
  return [
    [`${type.name}Equals`, orderedOperator(type, order => order === 0)],
    [`${type.name}NotEquals`, orderedOperator(type, order => order === 0, { negated: true })],
    [`${type.name}LessThan`, orderedOperator(type, order => order < 0)],
    [`${type.name}LessThanEquals`, orderedOperator(type, order => order <= 0)],
    [`${type.name}GreaterThan`, orderedOperator(type, order => order > 0)],
    [`${type.name}GreaterThanEquals`, orderedOperator(type, order => order >= 0)],
  ];
}

function orderedOperator<T>(
  { expects, parse, compare }: OrderedType<T>,
  holds: (order: number) => boolean,
  { negated = false } = {},
): ConditionOperator {
  const parseRequestValue = rememberLatest(parse);
  return {
    negated,
    single: false,
    expects,
    accepts: policyValue => parse(policyValue) !== undefined,
    prepare: policyValues => {
      const limits = policyValues.map(parse).filter(limit => limit !== undefined);
      return requestValue => {
        const value = parseRequestValue(requestValue);
        if (value === undefined) return false;
        for (const limit of limits) {
          if (holds(compare(value, limit))) return true;
        }
        return false;
      };
    },
  };
}
