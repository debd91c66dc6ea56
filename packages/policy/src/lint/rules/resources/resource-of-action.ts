import { parseArn } from '../../../arn.ts';
import type { KnownAction } from '../../../catalogue/known-actions.ts';
import { knownActions } from '../../../catalogue/known-actions.ts';
import { fold } from '../../../letter-case.ts';
import type { Budget } from '../../budget.ts';
import { globsOverlap } from '../../coverage/glob-coverage.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement, levelOfMiss } from '../../lint-rule.ts';
import type { LintPatterns } from '../../lint-statement.ts';

export const listOnNamedResource: LintRule = {
  code: 'list-on-named-resource',
  level: 'suggestion',
  graver: true,
  meaning: [
    'The action is authorized on a whole collection, such as user/*, but the statement names single members of it, which never match.',
    '该操作按整个集合鉴权（例如 user/*），而语句写的是集合中的单个资源，因此永远不会匹配。',
  ],
  instead: [
    'Add the collection, such as "acs:ram:*:*:user/*", in a statement with the listing or creating actions.',
    '请将列举或创建类操作放在单独的语句中，并写集合，例如 "acs:ram:*:*:user/*"。',
  ],
  check: eachStatement(({ effect, actions, resources }, report, { budget }) => {
    for (const { action, place } of strangers(actions, resources, budget)) {
      const collection = collectionOf(action);
      if (collection === undefined) continue;
      if (!namesMember(collection, resources, budget)) continue;
      report(
        place,
        `${action.name} is authorized on the collection, and a single name does not match it. Write "Resource": "acs:${action.arnCodes[0]}:*:*:${collection}" in a statement of its own.`,
        levelOfMiss(effect, false),
      );
    }
  }),
};

export const resourceOfAction: LintRule = {
  code: 'resource-of-action',
  level: 'suggestion',
  graver: true,
  meaning: [
    'The action is never authorized on any of the statement’s resources, so that it has no effect here.',
    '该操作从不按语句中的任何资源鉴权，因此在此不起作用。',
  ],
  instead: [
    'Name a resource of the action, which the message shows, or remove the action.',
    '请写该操作对应的资源（见消息），或删除该操作。',
  ],
  check: eachStatement(({ effect, actions, resources }, report, { budget }) => {
    for (const { action, place } of strangers(actions, resources, budget)) {
      const collection = collectionOf(action);
      if (collection !== undefined && namesMember(collection, resources, budget)) continue;
      const expected = action.relativeIds.map(
        id => `"acs:${action.arnCodes[0]}:*:*:${id.replace('{}', '<name>')}"`,
      );
      report(
        place,
        `${action.name} is authorized on ${expected.join(' and ')}, which none of the resources covers. Name it, or remove the action.`,
        levelOfMiss(effect, false),
      );
    }
  }),
};

interface Stranger {
  readonly action: KnownAction;
  readonly place: LintPatterns['values'][number];
}

/** The listed actions, without wildcards, that are known never to be authorized on any of the listed resources. */
function strangers(
  actions: LintPatterns,
  resources: LintPatterns | undefined,
  budget: Budget,
): readonly Stranger[] {
  if (actions.negated || resources === undefined || resources.negated) return [];
  const answers = new Map<string, boolean>();
  const isCovered = ({ relativeIds, arnCodes }: KnownAction): boolean => {
    const question = [...arnCodes, ...relativeIds].join(' ');
    const answer =
      answers.get(question) ??
      relativeIds.some(id => resources.values.some(({ value }) => mayMean(value, id, arnCodes, budget)));
    answers.set(question, answer);
    return answer;
  };
  return actions.values.flatMap(place => {
    const action = knownActions(place.value.slice(0, place.value.indexOf(':')))?.get(fold(place.value));
    if (action === undefined || action.relativeIds.length === 0 || isCovered(action)) return [];
    return [{ action, place }];
  });
}

/** Whether a pattern may cover a resource of a form, in whatever account. */
function mayMean(pattern: string, relativeId: string, arnCodes: readonly string[], budget: Budget): boolean {
  const arn = parseArn(pattern);
  if (arn === undefined) return true;
  const service = fold(arn.service);
  if (!arnCodes.some(code => globsOverlap(service, code, budget))) return false;
  const wanted = relativeId.replace('{}', '?*');
  return globsOverlap(fold(arn.relativeId), relativeId === wanted ? literal(wanted) : wanted, budget);
}

/** In a request the star of a collection is an ordinary character (spec: policy 2.8); only a wildcard takes it. */
function literal(relativeId: string): string {
  return relativeId.replace('*', '\u0000');
}

function collectionOf({ relativeIds }: KnownAction): string | undefined {
  return relativeIds.length === 1 ? relativeIds.find(id => id.endsWith('/*')) : undefined;
}

function namesMember(collection: string, resources: LintPatterns | undefined, budget: Budget): boolean {
  const member = collection.replace('*', '?*');
  return (
    resources?.values.some(({ value }) =>
      globsOverlap(fold(parseArn(value)?.relativeId ?? ''), member, budget),
    ) ?? false
  );
}
