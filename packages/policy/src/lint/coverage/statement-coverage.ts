import { parseArn } from '../../arn.ts';
import { fold } from '../../letter-case.ts';
import type { Budget } from '../budget.ts';
import type { LintCondition, LintPrincipals, LintStatement } from '../lint-statement.ts';
import { actionCovers, elementCovers, resourceCovers } from './pattern-coverage.ts';

/** Whether the wide statement is proven to apply to every request that the narrow one applies to. */
export function statementCovers(wide: LintStatement, narrow: LintStatement, budget: Budget): boolean {
  return (
    budget.spend(1) &&
    conditionsFollow(wide.conditions, narrow.conditions, budget) &&
    elementCovers(wide.actions, narrow.actions, actionCovers, budget) &&
    resourcesCover(wide, narrow, budget) &&
    principalsCover(wide.principals, narrow.principals, budget)
  );
}

/** Whether the conditions hold whenever the given ones do: each of them stands there too, and is no stricter. */
function conditionsFollow(
  conditions: readonly LintCondition[],
  given: readonly LintCondition[],
  budget: Budget,
): boolean {
  return conditions.every(condition => given.some(other => conditionFollows(condition, other, budget)));
}

/** Whether a principal is among those named: an account names all its users and roles (spec: policy 4.3). */
export function namesPrincipal(named: readonly string[], principal: string): boolean {
  const arn = parseArn(principal);
  if (arn === undefined) return named.some(name => fold(name) === fold(principal));
  return named.some(name => {
    const other = parseArn(name);
    if (other?.account !== arn.account) return false;
    return other.relativeId === 'root' || fold(other.relativeId) === fold(arn.relativeId);
  });
}

/**
 * More values make a condition hold more often, and a negated one less often, whatever its set qualifier
 * (spec: policy 3.1, 3.4).
 */
function conditionFollows(condition: LintCondition, given: LintCondition, budget: Budget): boolean {
  if (!budget.spend(1 + condition.values.length + given.values.length)) return false;
  if (condition.operatorName !== given.operatorName || condition.canonicalKey !== given.canonicalKey)
    return false;
  const { negated } = condition.operator.operator;
  return negated
    ? isWithin(condition.values, new Set(given.values.map(({ value }) => value)))
    : isWithin(given.values, new Set(condition.values.map(({ value }) => value)));
}

function isWithin(texts: LintCondition['values'], all: ReadonlySet<string>): boolean {
  return texts.every(({ value }) => all.has(value));
}

function resourcesCover(wide: LintStatement, narrow: LintStatement, budget: Budget): boolean {
  if (wide.resources === undefined || narrow.resources === undefined)
    return wide.resources === narrow.resources;
  return elementCovers(wide.resources, narrow.resources, resourceCovers, budget);
}

function principalsCover(
  wide: LintPrincipals | undefined,
  narrow: LintPrincipals | undefined,
  budget: Budget,
): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  return (['RAM', 'Service', 'Federated'] as const).every(type => {
    const named = wide[type].map(({ value }) => value);
    return narrow[type].every(({ value }) => budget.spend(named.length) && namesPrincipal(named, value));
  });
}
