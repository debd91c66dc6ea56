import type { PolicySet } from '../policies/compile.ts';
import type { TrustedPrincipal } from '../policies/principals.ts';
import { namesPrincipal } from '../policies/principals.ts';
import type { CompiledStatement } from '../policies/statement.ts';
import { coversAction, coversResource, isUsable } from '../policies/statement.ts';
import type { CompiledResourcePolicy, PrincipalStatement } from '../policies/trust.ts';
import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import { conditionMisses, conditionRemarks, countFailing } from './condition-miss.ts';
import type { Miss, PrincipalMiss, StatementExplanation, StepExplanation } from './explanation.ts';
import { resourceDistance, resourceMiss } from './resource-miss.ts';
import { shownText, shownTexts } from './shown.ts';

/** Near misses of one step that an explanation tells of. */
const MOST_NEAR_MISSES = 20;
/** Statements that applied in one step, of which it tells. */
const MOST_APPLIED = 100;

/** What statements are held against: somebody who asks for one resource. */
export interface Asked {
  readonly principal: TrustedPrincipal;
  readonly request: RequestedAction;
  /** The names of the resource. */
  readonly names: readonly ResourceName[];
}

/** What is told of the statements of one step. */
export type Told = Pick<StepExplanation, 'statements' | 'leftOut'>;

type AnyStatement = CompiledStatement | PrincipalStatement;

/** Tells of the statements of a set of documents that apply, or nearly do. */
export function tellOfSet({ statements, unread }: PolicySet, asked: Asked, isReached: boolean): Told {
  return tell([...statements, ...unread], asked, isReached);
}

/** Tells of the statements of a resource's policy that apply, or nearly do. */
export function tellOfResourcePolicy(
  { deny, allow, unread }: CompiledResourcePolicy,
  asked: Asked,
  isReached: boolean,
): Told {
  return tell([...deny, ...allow, ...unread], asked, isReached);
}

/** Measures all statements, which is quick, and looks closer at those that are told of. */
function tell(statements: readonly AnyStatement[], asked: Asked, isReached: boolean): Told {
  const measured = statements
    .map(statement => ({ statement, distance: distanceOf(statement, asked) }))
    .toSorted((left, right) => left.statement.order - right.statement.order);
  const applying = measured.filter(({ statement, distance }) => distance === 0 && isUsable(statement));
  const near = measured
    .filter(({ statement, distance }) => distance !== FAR && !(distance === 0 && isUsable(statement)))
    .toSorted((left, right) => left.distance - right.distance);
  const shown = [...applying.slice(0, MOST_APPLIED), ...near.slice(0, MOST_NEAR_MISSES)];
  return {
    statements: shown.map(({ statement }) => toldOf(statement, asked, isReached)),
    leftOut: applying.length + near.length - shown.length,
  };
}

const FAR = Number.POSITIVE_INFINITY;

/**
 * How far a statement is from applying: 0 when it applies, a little more than the number of things it misses when it is
 * near, {@link FAR} when it is about something else. What misses the action is near only when it misses nothing else,
 * and is about an action of the same service.
 */
function distanceOf(statement: AnyStatement, asked: Asked): number {
  const { request, names, principal } = asked;
  const isAboutAction = coversAction(statement.actions, request.actions);
  if (!isAboutAction && !isAboutService(statement, request)) return FAR;
  const missed =
    (isNamed(statement, principal) ? 0 : 1) +
    (coversResource(statement.resources, names) ? 0 : 1 + resourceDistance(statement, names) / 2) +
    countFailing(statement, request.context);
  if (isAboutAction) return missed;
  return missed === 0 ? 1 : FAR;
}

/** Whether a pattern of the statement's actions may begin with the service of the request. */
function isAboutService({ actions: { patterns } }: CompiledStatement, { actions }: RequestedAction): boolean {
  const services = actions.map(action => action.slice(0, action.indexOf(':') + 1).toLowerCase());
  return patterns.some(({ prefix }) =>
    services.some(service => prefix.startsWith(service) || service.startsWith(prefix)),
  );
}

function isNamed(statement: AnyStatement, principal: TrustedPrincipal): boolean {
  return !('principals' in statement) || namesPrincipal(statement.principals, principal);
}

function toldOf(statement: AnyStatement, asked: Asked, isReached: boolean): StatementExplanation {
  const { reference, source, unread } = statement;
  const misses = missesOf(statement, asked);
  const remarks = misses.length === 0 ? conditionRemarks(statement, asked.request.context) : [];
  return {
    ...reference,
    effect: source.effect,
    outcome: outcomeOf(statement, misses, isReached),
    misses,
    ...(unread.length === 0 ? {} : { unread }),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
}

function outcomeOf(
  statement: AnyStatement,
  misses: readonly Miss[],
  isReached: boolean,
): StatementExplanation['outcome'] {
  if (!isUsable(statement)) return 'Unreadable';
  if (misses.length > 0) return 'NearMiss';
  return isReached ? 'Applied' : 'Shadowed';
}

function missesOf(statement: AnyStatement, { principal, request, names }: Asked): readonly Miss[] {
  const { actions, resources, source } = statement;
  const misses: Miss[] = [];
  if (!coversAction(actions, request.actions)) {
    const element = actions.negated ? 'NotAction' : 'Action';
    const patterns = shownTexts(source.action?.patterns ?? []);
    misses.push({ element, patterns, value: shownTexts(request.actions) });
  }
  if (!isNamed(statement, principal)) misses.push(principalMiss(statement, principal));
  if (!coversResource(resources, names)) misses.push(resourceMiss(statement, names));
  return [...misses, ...conditionMisses(statement, request.context)];
}

function principalMiss({ source }: CompiledStatement, principal: TrustedPrincipal): PrincipalMiss {
  const { RAM = [], Service = [], Federated = [] } = source.principals ?? {};
  return {
    element: 'Principal',
    expected: shownTexts([...RAM, ...Service, ...Federated]),
    seen: shownText(titleOf(principal)),
  };
}

function titleOf(principal: TrustedPrincipal): string {
  switch (principal.kind) {
    case 'service':
      return principal.name;
    case 'federated':
      return principal.provider;
    default:
      return `acs:ram::${principal.account}:${principal.kind}/${principal.name}`;
  }
}
