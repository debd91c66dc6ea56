import {
  type AccessRequest,
  type DecideOptions,
  type Decision,
  decide,
  type Explanation,
  explain,
} from '@wardenry/policy';
import { sessionCondition } from '../../kernel/callers/condition-keys.ts';
import { type AccountId, callerArn, type Identity, principalArn } from '../../kernel/callers/identity.ts';
import type { KnownPrincipal, PrincipalLookup, RecordedDecision } from '../../kernel/decisions.ts';
import { apiError } from '../../kernel/errors.ts';
import type { Soon } from '../../kernel/soon.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { Question } from './check.ts';
import type { ComputingTime } from './computing-time.ts';
import { principalInactive, principalNotExist } from './errors.ts';
import { type About, whomOf } from './read-check.ts';

/** The answer to one question. */
export interface Answer {
  readonly identity: Identity;
  readonly question: Question;
  readonly decision: Decision;
  /** How it came about, when somebody wants to know. */
  readonly explanation?: Explanation;
}

/**
 * Finds whom a check names; at once when it is held.
 *
 * @param path of the check, e.g. `checks[3]`
 * @param now milliseconds since 1970
 * @throws ApiError for somebody who is not there, or must not be let in whatever the policies say
 */
export function findPrincipal(
  principals: PrincipalLookup,
  accountId: AccountId,
  about: About,
  path: string,
  now: number,
): Soon<KnownPrincipal> {
  const whom = whomOf(about, accountId);
  switch (whom?.kind) {
    case 'root':
      return { identity: { kind: 'root', accountId }, subject: { kind: 'root', account: accountId } };
    case 'user':
      return expected(principals.byUserName(accountId, whom.userName), `${path}.principal`);
    case 'key':
      return expected(principals.byAccessKey(accountId, whom.accessKeyId), `${path}.accessKeyId`);
    case 'token':
      return expected(principals.byToken(accountId, whom.presented, now), `${path}.securityToken`);
    default:
      throw apiError(principalNotExist, { path: `${path}.principal` });
  }
}

function expected(found: Soon<Found>, path: string): Soon<KnownPrincipal> {
  return found instanceof Promise ? found.then(each => present(each, path)) : present(found, path);
}

type Found = (KnownPrincipal & { readonly active?: boolean }) | 'ended' | undefined;

function present(found: Found, path: string): KnownPrincipal {
  if (found === undefined) throw apiError(principalNotExist, { path });
  if (found === 'ended' || found.active === false) throw apiError(principalInactive, { path });
  return found;
}

/** How questions of one call are decided. */
export interface Deciding {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether to explain, which takes time in proportion to all statements. */
  readonly explain: boolean;
  readonly options: DecideOptions;
  readonly time: ComputingTime;
}

/** Begins to decide the questions of a call. */
export type DecidingFor = (now: number, command: Pick<Deciding, 'explain'>) => Deciding;

/** A decision, and how it came about when somebody wants to know. */
type Judgement = Pick<Answer, 'decision' | 'explanation'>;

/**
 * Decides a question; at once when it is about one resource.
 *
 * @throws ApiError `DecisionTooCostly`
 */
export function answerTo(
  { identity, subject }: KnownPrincipal,
  question: Question,
  deciding: Deciding,
): Soon<Answer> {
  const { explain: why, options, time } = deciding;
  const judge = (request: AccessRequest): Judgement =>
    time.spend(() => {
      if (!why) return { decision: decide(subject, request, options) };
      const explanation = explain(subject, request, options);
      return { decision: explanation.decision, explanation };
    });
  const request = requestOf(identity, question, deciding.now);
  if (request.resources.length === 1) return { identity, question, ...judge(request) };
  return judgeEach(request, judge, time).then(parts => ({ identity, question, ...joined(parts) }));
}

/** Judges the resources one by one, so that others have their turn between them. */
async function judgeEach(
  request: AccessRequest,
  judge: (request: AccessRequest) => Judgement,
  time: ComputingTime,
): Promise<readonly Judgement[]> {
  const parts: Judgement[] = [];
  for (const resource of request.resources) {
    const part = judge({ ...request, resources: [resource] });
    parts.push(part);
    // Nothing behind it can change the decision, and an explanation is of all resources.
    if (part.decision.effect === 'ExplicitDeny' && part.explanation === undefined) break;
    await time.pause();
  }
  return parts;
}

/** The decision on all resources: an explicit deny is reported before an implicit one (spec: policy 2.9). */
function joined(parts: readonly Judgement[]): Judgement {
  const decisions = parts.map(({ decision }) => decision);
  const decision =
    decisions.find(({ effect }) => effect === 'ExplicitDeny') ??
    decisions.find(({ effect }) => effect === 'ImplicitDeny') ??
    decisions[0];
  if (decision === undefined) throw new TypeError('a question names at least one resource');
  const resources = parts.flatMap(({ explanation }) => explanation?.resources ?? []);
  return resources.length === 0 ? { decision } : { decision, explanation: { decision, resources } };
}

function requestOf(identity: Identity, question: Question, now: number): AccessRequest {
  const { actions, resources, conditions, resourceGroupId, controlLevels } = question;
  return {
    actions,
    resources,
    context: {
      get(key) {
        switch (key) {
          case 'acs:currenttime':
            return isoSeconds(now);
          case 'acs:principalarn':
            return principalArn(identity);
          default:
            return sessionCondition(identity, key) ?? conditions.get(key);
        }
      },
    },
    ...(resourceGroupId === undefined ? {} : { resourceGroupId }),
    ...(controlLevels === undefined ? {} : { controlLevels }),
  };
}

/** Characters of a name that a record keeps. */
const KEPT = 512;

/** What is written down about an answer. */
export function recordedDecision(
  { identity, question, decision }: Answer,
  dryRun: boolean,
): RecordedDecision {
  const [resource = ['']] = question.resources;
  const resourceShown = decision.effect === 'Allow' ? resource[0] : decision.resource;
  return {
    principal: callerArn(identity),
    action: question.actions[0].slice(0, KEPT),
    resource: resourceShown.slice(0, KEPT),
    decision: decision.effect,
    ...(dryRun ? { dryRun: true } : {}),
  };
}
