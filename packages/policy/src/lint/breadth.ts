import { parseArn } from '../arn.ts';
import { compileGlob, matchesGlob } from '../glob/glob.ts';
import { fold } from '../letter-case.ts';
import type { Budget } from './budget.ts';
import { resourceCovers } from './coverage/pattern-coverage.ts';
import type { LintCondition, LintPatterns, LintStatement } from './lint-statement.ts';

/** Whether a text is nothing but stars. */
function isStars(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charAt(at) !== '*') return false;
  return text !== '';
}

/** Whether a pattern stands for every action: `*`, or `*:*`. */
function isEveryAction(pattern: string): boolean {
  return pattern.split(':').every(isStars);
}

/** Whether a pattern stands for every resource, or for every ARN. */
function isEveryResource(pattern: string): boolean {
  const arn = parseArn(pattern);
  return arn === undefined ? pattern === '*' : Object.values(arn).every(isStars);
}

/** Whether a statement lists every action. */
export function meansEveryAction({ actions }: LintStatement): boolean {
  return !actions.negated && actions.values.some(({ value }) => isEveryAction(value));
}

/** Whether a statement lists every resource. */
export function meansEveryResource({ resources }: LintStatement): boolean {
  return resources?.negated === false && resources.values.some(({ value }) => isEveryResource(value));
}

/** Whether a statement is about everything, whatever the circumstances. */
export function meansEverything(statement: LintStatement): boolean {
  return statement.conditions.length === 0 && meansEveryAction(statement) && meansEveryResource(statement);
}

/** Whether a list of resources has all of RAM's resources of a kind, such as `user/*`. */
export function meansAllOf(relativeId: string, { negated, values }: LintPatterns, budget: Budget): boolean {
  return (
    !negated &&
    values.some(({ value }) => {
      const account = parseArn(value)?.account ?? '*';
      return resourceCovers(value, `acs:ram::${account}:${relativeId}`, budget);
    })
  );
}

/** Whether an element means an action, given in lower case. */
export function meansAction({ negated, values }: LintPatterns, action: string): boolean {
  return values.some(({ value }) => matchesGlob(compileGlob(fold(value)), action)) !== negated;
}

/** Whether a condition holds for a request that does not have its key (spec: policy 3.3, 3.4). */
export function holdsWithoutKey({ operator: { qualifier, operator } }: LintCondition): boolean {
  return qualifier === undefined ? operator.negated : qualifier === 'ForAllValues';
}
