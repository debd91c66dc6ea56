import type { CompiledCondition, Condition } from '../conditions/condition.ts';
import { holds } from '../conditions/condition.ts';
import { findOperator } from '../conditions/operators.ts';
import type { CompiledStatement } from '../policies/statement.ts';
import type { RequestContext } from '../request.ts';
import type { ConditionMiss } from './explanation.ts';
import { shownTexts } from './shown.ts';

/** Conditions of one statement that an explanation tells of, so that no document makes it long. */
const MOST_CONDITIONS = 20;

/** How many conditions of a statement do not hold. */
export function countFailing({ conditions }: CompiledStatement, context: RequestContext): number {
  let failing = 0;
  for (const condition of conditions) {
    if (!holds(condition, context.get(condition.key))) failing += 1;
  }
  return failing;
}

/** The conditions of a statement that do not hold, the first few of many. */
export function conditionMisses(
  statement: CompiledStatement,
  context: RequestContext,
): readonly ConditionMiss[] {
  const failing = tested(statement, context).filter(({ isHeld }) => !isHeld);
  return failing.slice(0, MOST_CONDITIONS).map(({ told }) => told);
}

/** The conditions of a statement that hold because there is nothing to compare with, the first few of many. */
export function conditionRemarks(
  statement: CompiledStatement,
  context: RequestContext,
): readonly ConditionMiss[] {
  const held = tested(statement, context).filter(({ isHeld, told }) => isHeld && told.reason !== 'no-match');
  return held.slice(0, MOST_CONDITIONS).map(({ told }) => told);
}

interface Tested {
  readonly isHeld: boolean;
  readonly told: ConditionMiss;
}

/** Conditions are compiled all or none, each at its place. */
function tested({ source, conditions }: CompiledStatement, context: RequestContext): readonly Tested[] {
  return conditions.flatMap((compiled, place) => {
    const written = source.conditions?.[place];
    return written === undefined ? [] : [test(written, compiled, context)];
  });
}

function test(
  { operator, key, values }: Condition,
  compiled: CompiledCondition,
  context: RequestContext,
): Tested {
  const value = context.get(compiled.key);
  const seen = value === undefined ? [] : [value].flat();
  return {
    isHeld: holds(compiled, value),
    told: {
      element: 'Condition',
      operator,
      key,
      expected: shownTexts(values),
      ...(seen.length === 0 ? {} : { seen: shownTexts(seen) }),
      reason: reasonOf(operator, seen),
    },
  };
}

/** What a request value must be is what a policy value must be, but for an address, which cannot be a block. */
function reasonOf(name: string, seen: readonly string[]): ConditionMiss['reason'] {
  if (seen.length === 0) return 'missing';
  const accepts = findOperator(name)?.operator.accepts;
  return accepts !== undefined && !seen.some(accepts) ? 'unparsable' : 'no-match';
}
