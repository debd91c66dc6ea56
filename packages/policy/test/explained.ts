import type { Explanation } from '../src/index.ts';
import type { Verdict } from './reference/plain.ts';

/** What an explanation says about one resource, and what is wrong with how it says it. */
export interface Explained {
  readonly effect: Verdict['effect'];
  /** The statements that it holds responsible for an explicit deny, as `policy#place`. */
  readonly denying: readonly string[];
  /** Empty when the steps bear the answer out. */
  readonly complaint: string;
}

type ResourceExplanation = Explanation['resources'][number];

/** The answers for each resource, read off the steps and statements and not off the decision. */
export function readExplanation({ resources }: Explanation): readonly Explained[] {
  return resources.map(({ effect, steps }) => {
    const reached = steps.filter(({ outcome }) => outcome !== 'NotReached');
    const denial = reached.find(({ outcome }) => outcome === 'ExplicitDeny');
    const denying = denial === undefined ? [] : applied(denial, 'Deny');
    return { effect, denying, complaint: complaintAbout(effect, reached) };
  });
}

/** What a reader has to see in the same places. */
export function expectedExplanation(verdict: Verdict): Explained {
  const denying = verdict.effect === 'Allow' ? [] : verdict.denying;
  return { effect: verdict.effect, denying, complaint: '' };
}

function complaintAbout(effect: Verdict['effect'], reached: ResourceExplanation['steps']): string {
  const outcomes = reached.map(({ outcome }) => outcome);
  if (effect === 'ExplicitDeny') return '';
  if (outcomes.includes('ExplicitDeny')) return 'A step denies explicitly.';
  if (effect === 'ImplicitDeny') return outcomes.includes('ImplicitDeny') ? '' : 'No step denies.';
  // Only the account itself is allowed something by nobody's statement.
  const isRoot = reached.some(({ policyType }) => policyType === 'Root');
  const isWitnessed = isRoot || reached.some(step => applied(step, 'Allow').length > 0);
  return isWitnessed ? '' : 'No statement allows.';
}

/** The statements of an effect that applied in a step. */
function applied(step: ResourceExplanation['steps'][number], wanted: 'Allow' | 'Deny'): readonly string[] {
  return step.statements
    .filter(({ effect, outcome }) => effect === wanted && outcome === 'Applied')
    .map(({ policyName, statement }) => `${policyName}#${statement}`);
}
