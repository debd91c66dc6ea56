import { knownActions, type ServiceActions } from '../../../catalogue/known-actions.ts';
import { quote } from '../../../findings.ts';
import { compileGlob, matchesGlob } from '../../../glob/glob.ts';
import { fold } from '../../../letter-case.ts';
import { nearest } from '../../../nearest.ts';
import type { Budget } from '../../budget.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement, levelOfMiss } from '../../lint-rule.ts';

/** Steps that looking for a near name takes. */
const SEARCH_STEPS = 20_000;

/** Steps that trying a pattern on a name takes. */
const STEPS_OF_GLOB = 4;

export const unknownAction: LintRule = {
  code: 'unknown-action',
  level: 'suggestion',
  graver: true,
  meaning: [
    'The service, whose actions are all known, has no action of this name, or none that the pattern covers.',
    '该服务的操作均已知，但没有此名称的操作，或没有与该模式匹配的操作。',
  ],
  instead: ['Correct the name; the message names the nearest one.', '请改正名称；消息中会给出最接近的名称。'],
  check: eachStatement(({ effect, actions }, report, { budget }) => {
    for (const action of actions.values) {
      const { value } = action;
      const service = value.slice(0, value.indexOf(':'));
      const known = knownActions(service);
      if (known === undefined || mayBeKnown(value, known, budget)) continue;
      const meant = budget.spend(SEARCH_STEPS) ? nearest(value, namesOf(known)) : undefined;
      const advice =
        meant === undefined ? `Look up the actions of "${service}".` : `Did you mean "${meant}"?`;
      report(
        action,
        `${quote(value)} is no known action of its service, so it matches nothing. ${advice}`,
        levelOfMiss(effect, actions.negated),
      );
    }
  }),
};

/** Whether an action is known, or a pattern covers one that is; `true` also when the budget is used up. */
function mayBeKnown(pattern: string, known: ServiceActions, budget: Budget): boolean {
  const folded = fold(pattern);
  if (known.has(folded)) return true;
  if (!folded.includes('*') && !folded.includes('?')) return false;
  if (!budget.spend(known.size * STEPS_OF_GLOB)) return true;
  const glob = compileGlob(folded);
  for (const name of known.keys()) if (matchesGlob(glob, name)) return true;
  return false;
}

function namesOf(known: ServiceActions): readonly string[] {
  return Array.from(known.values(), ({ name }) => name);
}
