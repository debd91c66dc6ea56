import { allHold, type Condition, compileCondition } from '../conditions/condition.ts';
import { canonicalKey } from '../conditions/condition-key.ts';
import { findOperator } from '../conditions/operators.ts';
import type { RequestContext } from '../request.ts';
import type { ConditionMiss } from './explanation.ts';

/** Values of one condition that an explanation repeats, of the policy and of the request. */
const SHOWN = 10;

/**
 * Tests a condition.
 *
 * @returns undefined when it holds
 */
export function conditionMiss(condition: Condition, context: RequestContext): ConditionMiss | undefined {
  const compiled = compileCondition(condition);
  if (compiled === undefined || allHold([compiled], context)) return undefined;
  const { operator, key, values } = condition;
  const seen = [context.get(canonicalKey(key)) ?? []].flat();
  return {
    element: 'Condition',
    operator,
    key,
    expected: values.slice(0, SHOWN),
    ...(seen.length === 0 ? {} : { seen: seen.slice(0, SHOWN) }),
    reason: reasonOf(operator, seen),
  };
}

/** What a request value must be is what a policy value must be, but for an address, which cannot be a block. */
function reasonOf(name: string, seen: readonly string[]): ConditionMiss['reason'] {
  if (seen.length === 0) return 'missing';
  const accepts = findOperator(name)?.operator.accepts;
  return accepts !== undefined && !seen.some(accepts) ? 'unparsable' : 'no-match';
}
