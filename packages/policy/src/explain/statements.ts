import type { PatternList, Statement } from '../document/document.ts';
import { fold } from '../letter-case.ts';
import type { StatementReference } from '../policies/attachment.ts';
import type { PolicySet } from '../policies/compile.ts';
import type { UnreadStatement } from '../policies/statement.ts';
import { type CompiledStatement, coversAction, coversResource } from '../policies/statement.ts';
import type { CompiledTrust, TrustedPrincipal, TrustStatement } from '../policies/trust.ts';
import { namesPrincipal } from '../policies/trust.ts';
import type { RequestedAction } from '../request.ts';
import type { ResourceName } from '../resources/resource-name.ts';
import { conditionMiss } from './condition-miss.ts';
import type { ActionMiss, Miss, StatementExplanation } from './explanation.ts';
import { resourceMiss } from './resource-miss.ts';

/** Near misses of one step that an explanation tells of. */
const MOST_NEAR_MISSES = 20;
/** Patterns of one element that an explanation repeats. */
const SHOWN = 10;

/** What is told of the statements of one step. */
export interface ToldStatements {
  readonly statements: readonly StatementExplanation[];
  readonly leftOut: number;
}

/** A statement with its place among those of its step. */
interface Told {
  readonly order: number;
  readonly explanation: StatementExplanation;
}

/** Tells of the statements of a set of documents that apply to a resource, or nearly do. */
export function tellOfSet(
  { statements, unread }: PolicySet,
  request: RequestedAction,
  names: readonly ResourceName[],
  reached: boolean,
): ToldStatements {
  const tell = (statement: CompiledStatement) =>
    toldOf(statement, missesOf(statement, request, names), reached, request);
  return nearest(statements.flatMap(tell), unread);
}

/** Tells of the statements of a trust policy that apply to a caller, or nearly do. */
export function tellOfTrust(
  { deny, allow, unread }: CompiledTrust,
  caller: TrustedPrincipal,
  request: RequestedAction,
): ToldStatements {
  const tell = (statement: TrustStatement) =>
    toldOf(statement, trustMissesOf(statement, caller, request), true, request);
  return nearest([...deny, ...allow].flatMap(tell), unread);
}

type AnyStatement = CompiledStatement | TrustStatement;

function missesOf(
  statement: CompiledStatement,
  request: RequestedAction,
  names: readonly ResourceName[],
): readonly Miss[] {
  const { resource } = statement.source;
  return [
    ...actionMisses(statement, request),
    ...(resource === undefined || coversResource(statement.resources, names)
      ? []
      : [resourceMiss(resource, names)]),
    ...conditionMisses(statement, request),
  ];
}

function trustMissesOf(
  statement: TrustStatement,
  caller: TrustedPrincipal,
  request: RequestedAction,
): readonly Miss[] {
  const { principals } = statement.source;
  const named =
    principals === undefined ? [] : [...principals.RAM, ...principals.Service, ...principals.Federated];
  return [
    ...actionMisses(statement, request),
    ...(namesPrincipal(statement.principals, caller)
      ? []
      : [{ element: 'Principal', expected: named.slice(0, SHOWN), seen: titleOf(caller) } as const]),
    ...conditionMisses(statement, request),
  ];
}

function titleOf(caller: TrustedPrincipal): string {
  switch (caller.kind) {
    case 'service':
      return caller.name;
    case 'federated':
      return caller.provider;
    default:
      return `acs:ram::${caller.account}:${caller.kind}/${caller.name}`;
  }
}

function actionMisses({ source, actions }: AnyStatement, request: RequestedAction): readonly ActionMiss[] {
  if (source.action === undefined || coversAction(actions, request.actions)) return [];
  const { negated, patterns } = source.action;
  const element = negated ? 'NotAction' : 'Action';
  return [{ element, patterns: patterns.slice(0, SHOWN), value: request.actions }];
}

/** Conditions that cannot be read do not limit a Deny, and an Allow with one is not here. */
function conditionMisses(
  { source, conditions }: AnyStatement,
  { context }: RequestedAction,
): readonly Miss[] {
  if (conditions.length === 0) return [];
  return (source.conditions ?? [])
    .map(condition => conditionMiss(condition, context))
    .filter(miss => miss !== undefined);
}

/** @returns nothing for a statement about quite another action */
function toldOf(
  { source, reference, order }: AnyStatement,
  misses: readonly Miss[],
  reached: boolean,
  request: RequestedAction,
): readonly Told[] {
  const { effect } = source;
  if (misses.length === 0) {
    const outcome = reached ? 'Applied' : 'Shadowed';
    return [{ order, explanation: { ...reference, effect, outcome, misses } }];
  }
  if (!isNear(source, misses, request)) return [];
  return [{ order, explanation: { ...reference, effect, outcome: 'NearMiss', misses } }];
}

/** What misses the action is near only when nothing else is missed, and when it is about an action of the same service. */
function isNear({ action }: Statement, misses: readonly Miss[], request: RequestedAction): boolean {
  if (misses.every(({ element }) => element !== 'Action')) return true;
  return misses.length === 1 && isOfSameService(action, request);
}

function isOfSameService(list: PatternList | undefined, { actions }: RequestedAction): boolean {
  const services = new Set(actions.map(serviceOf));
  return list?.patterns.some(pattern => services.has(serviceOf(pattern))) === true;
}

function serviceOf(action: string): string {
  return fold(action.slice(0, action.indexOf(':') + 1));
}

/** What applied, and the near misses with the fewest misses, all in their order. */
function nearest(told: readonly Told[], unread: readonly UnreadStatement[]): ToldStatements {
  const applied = told.filter(({ explanation }) => explanation.outcome !== 'NearMiss');
  const near = [
    ...told.filter(({ explanation }) => explanation.outcome === 'NearMiss'),
    ...unread.map(({ order, reference }) => ({ order, explanation: unreadable(reference) })),
  ].toSorted((left, right) => left.explanation.misses.length - right.explanation.misses.length);
  const shown = [...applied, ...near.slice(0, MOST_NEAR_MISSES)];
  return {
    statements: shown
      .toSorted((left, right) => left.order - right.order)
      .map(({ explanation }) => explanation),
    leftOut: Math.max(0, near.length - MOST_NEAR_MISSES),
  };
}

function unreadable(reference: StatementReference): StatementExplanation {
  return { ...reference, effect: 'Allow', outcome: 'Unreadable', misses: [] };
}
