import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileIdentity, isIdentity, requestsAmong } from '../../test/compared.ts';
import { someQuestions, someRoleQuestions } from '../../test/generated/questions.ts';
import { attached } from '../../test/policies.ts';
import { decideAssumeRole } from '../decide/assume-role.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/decision.ts';
import { readStoredDocument } from '../document/parse-document.ts';
import { compileTrust } from '../policies/trust.ts';
import { explain, explainAssumeRole } from './explain.ts';
import type { Explanation, StepExplanation } from './explanation.ts';
import { explanationLines } from './explanation-lines.ts';

describe('an explanation', () => {
  it('decides as deciding does, and its steps lead to what was decided', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(someQuestions(4), ({ caller, surroundings, requests }) => {
        const principal = caller.kind === 'root' ? caller : compileIdentity(caller);
        const options = { resourceGroupDenyWins: surroundings.strict };
        for (const request of requests.map(requestsAmong(surroundings))) {
          const explanation = explain(principal, request, options);
          check(explanation, decide(principal, request, options));
          note(explanation, seen);
        }
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([
      'AccountLevelIdentityBasedPolicy',
      'ControlPolicy',
      'Reach',
      'ResourceBasedPolicy',
      'ResourceGroupLevelIdentityBasedPolicy',
      'Root',
      'SessionPolicy',
      'remarks',
      'unread',
    ]);
  });

  it('of a request for a role does so too', () => {
    fc.assert(
      fc.property(someRoleQuestions(4), ({ caller, trust, surroundings, requests }) => {
        const principal = isIdentity(caller) ? compileIdentity(caller) : caller;
        const compiled = compileTrust(attached(readStoredDocument(trust.text, 'trust').document, trust.name));
        const options = { resourceGroupDenyWins: surroundings.strict };
        for (const request of requests.map(requestsAmong(surroundings))) {
          check(
            explainAssumeRole(principal, compiled, request, options),
            decideAssumeRole(principal, compiled, request, options),
          );
        }
      }),
      { numRuns: 250 },
    );
  });
});

/** Holds an explanation against the decision, and its steps against what they are said to lead to. */
function check(explanation: Explanation, decision: Decision): void {
  expect(explanation.decision).toEqual(decision);
  expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  for (const { effect, steps } of explanation.resources) {
    expect(effectOf(steps)).toBe(effect);
    for (const step of steps) checkStatements(step);
  }
  if (decision.effect === 'ExplicitDeny') expect(deniersIn(explanation, decision)).toEqual(decision.matched);
  for (const language of ['en', 'zh'] as const) {
    expect(explanationLines(explanation, language).join('')).not.toContain('undefined');
  }
}

/** What a reader concludes from the outcomes of the steps alone. */
function effectOf(steps: readonly StepExplanation[]): Decision['effect'] {
  const reached = steps.filter(({ outcome }) => outcome !== 'NotReached');
  if (reached.some(({ outcome }) => outcome === 'ExplicitDeny')) return 'ExplicitDeny';
  const mustAllow = reached.filter(({ policyType }) => LIMITS.has(policyType));
  if (mustAllow.some(({ outcome }) => outcome !== 'Allow')) return 'ImplicitDeny';
  const sides = reached.filter(({ policyType }) => policyType !== 'AssumeRolePolicy');
  const isAllowed = sides.some(({ policyType, outcome }) => !LIMITS.has(policyType) && outcome === 'Allow');
  return isAllowed || sides.length === 0 ? 'Allow' : 'ImplicitDeny';
}

const LIMITS: ReadonlySet<string> = new Set(['ControlPolicy', 'SessionPolicy', 'AssumeRolePolicy', 'Reach']);

/** What statements are said to have done fits what their step is said to have come to. */
function checkStatements({ policyType, outcome, statements }: StepExplanation): void {
  const did = (effect: 'Allow' | 'Deny') =>
    statements.some(each => each.effect === effect && each.outcome === 'Applied');
  if (outcome === 'ExplicitDeny') expect(did('Deny')).toBe(true);
  else expect(did('Deny')).toBe(false);
  if (outcome === 'Allow') expect(did('Allow') || policyType === 'Root').toBe(true);
  if (outcome === 'ImplicitDeny') expect(did('Allow')).toBe(false);
  for (const { outcome: each, misses } of statements) {
    expect(misses.length > 0).toBe(each === 'NearMiss' || (each === 'Unreadable' && misses.length > 0));
    if (outcome === 'NotReached') expect(each).not.toBe('Applied');
    else expect(each).not.toBe('Shadowed');
  }
}

/** The denying statements of the step that the decision names, without what an explanation adds to them. */
function deniersIn(
  { resources }: Explanation,
  { policyType, resource }: Exclude<Decision, { effect: 'Allow' }>,
): readonly unknown[] {
  const explained = resources.find(each => each.resource === resource && each.effect === 'ExplicitDeny');
  const step = explained?.steps.find(
    each => each.policyType === policyType && each.outcome === 'ExplicitDeny',
  );
  return (step?.statements ?? [])
    .filter(({ effect, outcome }) => effect === 'Deny' && outcome === 'Applied')
    .map(({ effect: _, outcome: __, misses: ___, unread: ____, remarks: _____, ...reference }) => reference);
}

/** Takes note of what an explanation shows, so that the property is known to have met all of it. */
function note({ resources }: Explanation, seen: Set<string>): void {
  for (const { policyType, statements } of resources.flatMap(({ steps }) => steps)) {
    seen.add(policyType);
    for (const { unread, remarks } of statements) {
      if (unread !== undefined) seen.add('unread');
      if (remarks !== undefined) seen.add('remarks');
    }
  }
}
