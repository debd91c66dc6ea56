import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessRequest, compileIdentity, compileLevels } from '../../test/compared.ts';
import { someQuestions } from '../../test/generated/questions.ts';
import { decide } from '../decide/decide.ts';
import { explain } from './explain.ts';

describe('an explanation', () => {
  it('decides as deciding does, and its steps lead to what was decided', () => {
    fc.assert(
      fc.property(someQuestions(4), ({ caller, surroundings, requests }) => {
        const principal = caller.kind === 'root' ? caller : compileIdentity(caller);
        const levels = compileLevels(surroundings);
        const options = { resourceGroupDenyWins: surroundings.strict };
        for (const plain of requests) {
          const request = accessRequest(plain, levels);
          const { decision, resources } = explain(principal, request, options);
          expect(decision).toEqual(decide(principal, request, options));
          for (const { effect, steps } of resources) {
            const reached = steps.filter(({ outcome }) => outcome !== 'NotReached');
            const outcomes = reached.map(({ outcome }) => outcome);
            if (effect === 'ExplicitDeny') expect(outcomes.at(-1)).toBe('ExplicitDeny');
            if (effect === 'Allow') {
              expect(outcomes).not.toContain('ExplicitDeny');
              expect(reached.some(isWitness)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

type Step = ReturnType<typeof explain>['resources'][number]['steps'][number];

/** Every Allow is some statement's doing, or the account's own. */
function isWitness({ policyType, statements }: Step): boolean {
  const allows = statements.some(({ effect, outcome }) => effect === 'Allow' && outcome === 'Applied');
  return policyType === 'Root' || allows;
}
