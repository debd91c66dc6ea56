import { matchesAnyGlob } from '../glob/any-glob.ts';
import { compileGlob } from '../glob/glob.ts';
import type { ConditionOperator, ValueTest } from './operator.ts';

type Prepare = ConditionOperator['prepare'];

/** StringEquals and its kin. They compare code unit by code unit, without normalization (spec: policy 3.2). */
export const stringOperators: readonly (readonly [string, ConditionOperator])[] = [
  ['StringEquals', stringOperator(equalsAny)],
  ['StringNotEquals', stringOperator(equalsAny, { negated: true })],
  ['StringEqualsIgnoreCase', stringOperator(equalsAnyIgnoringCase)],
  ['StringNotEqualsIgnoreCase', stringOperator(equalsAnyIgnoringCase, { negated: true })],
  ['StringLike', stringOperator(matchesAny)],
  ['StringNotLike', stringOperator(matchesAny, { negated: true })],
];

function stringOperator(prepare: Prepare, { negated = false } = {}): ConditionOperator {
  return { negated, single: false, expects: 'a text', accepts: () => true, prepare };
}

function equalsAny(policyValues: readonly string[]): ValueTest {
  const [only] = policyValues;
  if (policyValues.length === 1) return value => value === only;
  const all = new Set(policyValues);
  return value => all.has(value);
}

/**
 * Folds the letters of every language: unlike the ASCII names of actions and entities, values such as those of tags are
 * people's own words, and `É` is the capital of `é` to whoever wrote the policy.
 */
function equalsAnyIgnoringCase(policyValues: readonly string[]): ValueTest {
  const equals = equalsAny(policyValues.map(value => value.toLowerCase()));
  return value => equals(value.toLowerCase());
}

function matchesAny(policyValues: readonly string[]): ValueTest {
  const globs = policyValues.map(compileGlob);
  return value => matchesAnyGlob(globs, value);
}
