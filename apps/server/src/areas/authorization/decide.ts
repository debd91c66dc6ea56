import { type AccessRequest, type Decision, decide, type Explanation, explain } from '@wardenry/policy';
import type { KnownPrincipal, PrincipalLookup, RecordedDecision, Soon } from '../../kernel/decisions.ts';
import { apiError } from '../../kernel/errors.ts';
import { type AccountId, callerArn, type Identity } from '../../kernel/identity.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { Question } from './check.ts';
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
 * @throws ApiError for somebody who is not there, or must not be let in whatever the policies say
 */
export function findPrincipal(
  principals: PrincipalLookup,
  accountId: AccountId,
  about: About,
  path: string,
): Soon<KnownPrincipal> {
  const whom = whomOf(about, accountId);
  switch (whom?.kind) {
    case 'root':
      return { identity: { kind: 'root', accountId }, subject: { kind: 'root', account: accountId } };
    case 'user':
      return expected(principals.byUserName(accountId, whom.userName), `${path}.principal`);
    case 'key':
      return expected(principals.byAccessKey(accountId, whom.accessKeyId), `${path}.accessKeyId`);
    default:
      throw apiError(principalNotExist, { path: `${path}.principal` });
  }
}

function expected(found: Soon<Found>, path: string): Soon<KnownPrincipal> {
  return found instanceof Promise ? found.then(each => present(each, path)) : present(found, path);
}

type Found = (KnownPrincipal & { readonly active?: boolean }) | undefined;

function present(found: Found, path: string): KnownPrincipal {
  if (found === undefined) throw apiError(principalNotExist, { path });
  if (found.active === false) throw apiError(principalInactive, { path });
  return found;
}

/**
 * Decides a question.
 *
 * @param now milliseconds since 1970
 * @param why whether to explain, which takes time in proportion to all statements
 */
export function answerTo(
  { identity, subject }: KnownPrincipal,
  question: Question,
  now: number,
  why: boolean,
): Answer {
  const request = requestOf(identity, question, now);
  if (!why) return { identity, question, decision: decide(subject, request) };
  const explanation = explain(subject, request);
  return { identity, question, decision: explanation.decision, explanation };
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
            return identity.kind === 'user'
              ? `acs:ram:*:${identity.accountId}:user/${identity.userName}`
              : undefined;
          default:
            return conditions.get(key);
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
