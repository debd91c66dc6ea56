import { isDeepStrictEqual } from 'node:util';
import type {
  AccessRequest,
  AttachedDocument,
  Decision,
  DocumentKind,
  Explanation,
  IdentityPrincipal,
} from '../src/index.ts';
import {
  compile,
  compileResourcePolicy,
  compileTrust,
  decide,
  decideAssumeRole,
  explain,
  explainAssumeRole,
  readStoredDocument,
  requestContext,
} from '../src/index.ts';
import { type Explained, expectedExplanation, readExplanation } from './explained.ts';
import type { Questions, RoleQuestions } from './generated/questions.ts';
import { assumeRoleByReference } from './reference/assume-role.ts';
import { decideByReference, readIdentity, readPolicies, readSurroundings } from './reference/decide.ts';
import type {
  PlainCaller,
  PlainIdentity,
  PlainPolicy,
  PlainRequest,
  PlainSurroundings,
  Verdict,
} from './reference/plain.ts';

/** Answers to one request. */
export interface Comparison {
  readonly request: PlainRequest;
  readonly expected: Answer;
  readonly given: Answer;
}

/** An answer, and its explanation resource by resource. */
interface Answer {
  readonly verdict: Verdict;
  readonly explained: readonly Explained[];
}

/** Decides every request by both evaluators. */
export function compareDecisions({ caller, surroundings, requests }: Questions): readonly Comparison[] {
  const read = caller.kind === 'root' ? caller : readIdentity(caller);
  const around = readSurroundings(surroundings);
  const principal = caller.kind === 'root' ? caller : compileIdentity(caller);
  const options = { resourceGroupDenyWins: surroundings.strict };
  const asked = requestsAmong(surroundings);
  return requests.map(request => ({
    request,
    expected: expectedAnswer(request, one => decideByReference(read, one, around)),
    given: answerOf(decide(principal, asked(request), options), explain(principal, asked(request), options)),
  }));
}

/** Decides by both evaluators whether a role may be assumed. */
export function compareAssumedRoles({
  caller,
  trust,
  surroundings,
  requests,
}: RoleQuestions): readonly Comparison[] {
  const read = isIdentity(caller) ? readIdentity(caller) : caller;
  const rules = readPolicies([trust], 'trust');
  const around = readSurroundings(surroundings);
  const principal = isIdentity(caller) ? compileIdentity(caller) : caller;
  const compiled = compileTrust(attach(trust, 'trust'));
  const options = { resourceGroupDenyWins: surroundings.strict };
  const asked = requestsAmong(surroundings);
  return requests.map(request => ({
    request,
    expected: expectedAnswer(request, one => assumeRoleByReference(read, rules, one, around)),
    given: answerOf(
      decideAssumeRole(principal, compiled, asked(request), options),
      explainAssumeRole(principal, compiled, asked(request), options),
    ),
  }));
}

/** What the second evaluator answers, and what it answers on each resource alone. */
function expectedAnswer(request: PlainRequest, decideOne: (request: PlainRequest) => Verdict): Answer {
  const { actions, resources } = request;
  const verdict = decideOne(request);
  const asksNothing = actions.length === 0 || resources.some(names => names.length === 0);
  if (asksNothing) return { verdict, explained: [] };
  const verdicts =
    resources.length === 1
      ? [verdict]
      : resources.map(names => decideOne({ ...request, resources: [names] }));
  return { verdict, explained: verdicts.map(expectedExplanation) };
}

function answerOf(decision: Decision, explanation: Explanation): Answer {
  if (!isDeepStrictEqual(explanation.decision, decision)) {
    throw new Error(`Explaining decides otherwise: ${JSON.stringify([decision, explanation.decision])}`);
  }
  return { verdict: verdictOf(decision), explained: readExplanation(explanation) };
}

/** Whether somebody is a user or a role. */
export function isIdentity(caller: PlainCaller): caller is PlainIdentity {
  return caller.kind === 'user' || caller.kind === 'role';
}

/** A user or role with its policies compiled. */
export function compileIdentity(identity: PlainIdentity): IdentityPrincipal {
  const { kind, account, name, policies, inResourceGroups, session, exemptFromControl } = identity;
  const inGroups = Object.entries(inResourceGroups).flatMap(([id, attached]) =>
    attached.map(policy => attach(policy, 'identity', { type: 'ResourceGroup', id })),
  );
  return {
    kind,
    account,
    name,
    identity: compile([...policies.map(policy => attach(policy, 'identity')), ...inGroups]),
    ...(session === undefined ? {} : { session: compile([attach(session, 'session')]) }),
    exemptFromControl,
  };
}

/** Makes requests with the policies that are around all of them, compiled once. */
export function requestsAmong({
  control,
  resource,
}: PlainSurroundings): (request: PlainRequest) => AccessRequest {
  const controlLevels = control?.map(level => compile(level.map(policy => attach(policy, 'control'))));
  const resourcePolicy = resource && compileResourcePolicy(attach(resource, 'resource'));
  return ({ context, ...request }) => ({
    ...request,
    context: requestContext(context),
    ...(controlLevels === undefined ? {} : { controlLevels }),
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
  });
}

function attach(
  { name, text }: PlainPolicy,
  kind: DocumentKind,
  scope: AttachedDocument['scope'] = { type: 'Account' },
): AttachedDocument {
  const { document } = readStoredDocument(text, kind);
  return {
    document,
    policyName: name,
    policyType: 'Custom',
    attachedTo: { type: 'RamUser', name: 'x' },
    scope,
  };
}

function verdictOf(decision: Decision): Verdict {
  if (decision.effect === 'Allow') return { effect: 'Allow' };
  const { effect, policyType, resource, matched } = decision;
  const denying = matched.map(({ policyName, statement }) => `${policyName}#${statement}`);
  return { effect, step: policyType, resource, denying };
}
