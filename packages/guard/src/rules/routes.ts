import { assertUnambiguous, foldOf, type PathSegments, segmentsOf } from '../request/path.ts';
import { ANY_METHOD, paramsOf, parseRoute, type Route, type Segment } from './route.ts';
import { type ChosenRule, PUBLIC, type RequestHead, type Rule, type RuleFunction } from './rule.ts';

/** Rules by route: `GET /orders/{id}`, `* /health`, `PUT /files/{path...}`. */
export type RouteTable = Readonly<Record<string, Rule | typeof PUBLIC>>;

/** All routes of one path, whatever their parameters are called. */
interface Place {
  readonly segments: readonly Segment[];
  /** By method. */
  readonly routes: ReadonlyMap<string, Route>;
}

/** From the closest: a segment that ends the route where another takes the rest of the path is closer than that. */
const CLOSENESS = { literal: 0, one: 1, end: 2, rest: 3 } as const;

/**
 * Chooses the rule by method and path, and refuses whatever the table does not list. For services without a router, and in
 * front of one, so that a route that somebody forgot to protect is closed.
 *
 * A request is for the closest path of the table that any router could take it for: in any letter case, encoded or not,
 * with or without a slash at its end, `{rest...}` being nothing, too. Of several such paths the first segment in which they
 * differ decides: literal text before `{one}`, the end of the path before `{rest...}`; the order of the table and the method
 * do not matter. Only then the method chooses among the routes of that path, HEAD counting as GET unless it is listed, and
 * the request must spell the route as the table does. So there is no spelling, and no method, with which a request for a
 * path gets the rule of a path that is less close.
 *
 * @throws TypeError when a route cannot be read or two of them are one to some router
 */
export function routes(table: RouteTable): RuleFunction {
  const places = placesOf(Object.entries(table).map(([written, rule]) => parseRoute(written, rule)));
  return head => chosen(places, head);
}

function chosen(places: readonly Place[], { method, path }: RequestHead): ChosenRule {
  // The guard has done so with its own, but a function may hand on another path, say without a prefix.
  assertUnambiguous(path);
  const asked = segmentsOf(path);
  const route = routeFor(places, asked, method);
  const params = route && paramsOf(route, asked);
  if (route === undefined || params === undefined) return undefined;
  const { rule } = route;
  return rule === PUBLIC ? PUBLIC : { ...rule, params: { ...params, ...rule.params } };
}

function routeFor(places: readonly Place[], { texts }: PathSegments, method: string): Route | undefined {
  const folds = texts.map(foldOf);
  const routes = places.find(({ segments }) => couldServe(segments, folds))?.routes;
  return (
    routes?.get(method) ?? routes?.get(method === 'HEAD' ? 'GET' : ANY_METHOD) ?? routes?.get(ANY_METHOD)
  );
}

/** Whether the most generous of routers would serve a path under these segments. */
function couldServe(segments: readonly Segment[], folds: readonly string[]): boolean {
  const rest = segments.at(-1)?.kind === 'rest';
  if (rest ? folds.length < segments.length - 1 : folds.length !== segments.length) return false;
  return segments.every((segment, index) => segment.kind !== 'literal' || segment.fold === folds[index]);
}

function placesOf(known: readonly Route[]): Place[] {
  const places = Object.values(Object.groupBy(known, shapeOf));
  return places.map((routes = []) => placeOf(routes)).toSorted(byCloseness);
}

/** @param sharing routes that some router cannot tell apart by their paths */
function placeOf(sharing: readonly Route[]): Place {
  const routes = new Map<string, Route>();
  for (const route of sharing) {
    const twin = routes.get(route.method) ?? sharing.find(other => spellingOf(other) !== spellingOf(route));
    if (twin !== undefined) {
      throw new TypeError(
        `The routes ${twin.written} and ${route.written} are one and the same to some routers.`,
      );
    }
    routes.set(route.method, route);
  }
  return { segments: sharing[0]?.segments ?? [], routes };
}

/** What the paths have in common that the most generous of routers takes for one. */
function shapeOf({ segments }: Route): string {
  return JSON.stringify(
    segments.map(segment => (segment.kind === 'literal' ? [segment.fold] : segment.kind)),
  );
}

function spellingOf({ segments, slash }: Route): string {
  const texts = segments.map(segment => (segment.kind === 'literal' ? segment.text : ''));
  return `${texts.join('/')}${slash ? '/' : ''}`;
}

/** A total order: paths that it holds for equally close fit no common request. */
function byCloseness(a: Place, b: Place): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let index = 0; index < length; index++) {
    const difference = closenessOf(a.segments[index]) - closenessOf(b.segments[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function closenessOf(segment: Segment | undefined): number {
  return CLOSENESS[segment === undefined ? 'end' : segment.kind];
}
