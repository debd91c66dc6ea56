import type { RequestContext } from '../request.ts';
import { canonicalKey, isConditionKey } from './condition-key.ts';
import type { ValueTest } from './operator.ts';
import { findOperator } from './operators.ts';

/** One line of a statement's `Condition` block: an operator, a key and the values to compare with. */
export interface Condition {
  /** As written, with its set qualifier. */
  readonly operator: string;
  /** As written. */
  readonly key: string;
  readonly values: readonly string[];
}

/** A condition made ready to be tested. */
export interface CompiledCondition {
  /** The key in its canonical spelling. */
  readonly key: string;
  /**
   * Whether every value of the request must pass; otherwise one is enough. It is also the answer for a request
   * without the key, or with an empty list of values: "every" holds of nothing, "some" does not.
   */
  readonly every: boolean;
  readonly negated: boolean;
  readonly compares: ValueTest;
}

/**
 * Makes a condition ready to be tested. `undefined` when it cannot be read: the operator is unknown, the key is no
 * condition key, no value is given or one is not of the operator's type, or a Bool has several (spec: policy 3.3).
 */
export function compileCondition({ operator: name, key, values }: Condition): CompiledCondition | undefined {
  const found = findOperator(name);
  if (found === undefined || !isConditionKey(key) || values.length === 0) return undefined;
  const { qualifier, operator } = found;
  if (!values.every(operator.accepts) || (operator.single && values.length > 1)) return undefined;
  return {
    key: canonicalKey(key),
    every: qualifier === undefined ? operator.negated : qualifier === 'ForAllValues',
    negated: operator.negated,
    compares: operator.prepare(values),
  };
}

/** Whether all conditions of a statement hold for a request (spec: policy 3.1, 3.3, 3.4). */
export function allHold(conditions: readonly CompiledCondition[], context: RequestContext): boolean {
  for (const condition of conditions) {
    if (!holds(condition, context.get(condition.key))) return false;
  }
  return true;
}

/** Whether a condition holds for what a request has of its key. */
export function holds(condition: CompiledCondition, value: string | readonly string[] | undefined): boolean {
  const { every, negated, compares } = condition;
  if (value === undefined) return every;
  if (typeof value === 'string') return compares(value) !== negated;
  for (const one of value) {
    if ((compares(one) !== negated) !== every) return !every;
  }
  return every;
}
