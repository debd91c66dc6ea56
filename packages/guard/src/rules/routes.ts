import { type ChosenRule, PUBLIC, type RequestHead, type Rule, type RuleFunction } from './rule.ts';
import { isIdentifier, type RouteParameters } from './template.ts';

/** Rules by route: `GET /orders/{id}`, `* /health`, `PUT /files/{path...}`. */
export type RouteTable = Readonly<Record<string, Rule | typeof PUBLIC>>;

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'one' | 'rest'; readonly name: string };

interface Route {
  readonly method: string;
  readonly segments: readonly Segment[];
  readonly rule: Rule | typeof PUBLIC;
}

const ANY_METHOD = '*';
/** Literal text is closer than one parameter, and that closer than the rest of a path. */
const CLOSENESS = { literal: 0, one: 1, rest: 2 } as const;

/**
 * Chooses the rule by method and path, and refuses whatever the table does not list. For services without a router, and in
 * front of one, so that a route that somebody forgot to protect is closed.
 *
 * Paths are compared as they were sent, so `/Orders`, `/orders/` and `/%6frders` are not `/orders`. Where several routes
 * fit, the first segment in which they differ decides: literal text before `{one}` before `{rest...}`. HEAD counts as GET
 * unless it is listed.
 *
 * @throws TypeError when a route cannot be read or two of them are the same
 */
export function routes(table: RouteTable): RuleFunction {
  const known = Object.entries(table).map(([written, rule]) => parseRoute(written, rule));
  const shapes = new Set(known.map(shapeOf));
  if (shapes.size < known.length) throw new TypeError('Two routes of the table fit the same requests.');
  const ordered = known.toSorted(byCloseness);
  return head => chosen(ordered, head);
}

function chosen(ordered: readonly Route[], head: RequestHead): ChosenRule {
  const segments = head.path.split('/').slice(1);
  const methods = head.method === 'HEAD' ? ['HEAD', 'GET', ANY_METHOD] : [head.method, ANY_METHOD];
  for (const method of methods) {
    for (const route of ordered) {
      const params = route.method === method ? match(route.segments, segments) : undefined;
      if (params === undefined) continue;
      return route.rule === PUBLIC ? PUBLIC : { ...route.rule, params: { ...params, ...route.rule.params } };
    }
  }
  return undefined;
}

function match(pattern: readonly Segment[], path: readonly string[]): RouteParameters | undefined {
  const takesRest = pattern.at(-1)?.kind === 'rest';
  if (takesRest ? path.length < pattern.length : path.length !== pattern.length) return undefined;
  const params: [string, string | readonly string[]][] = [];
  for (const [index, segment] of pattern.entries()) {
    const text = path[index] ?? '';
    if (segment.kind === 'literal') {
      if (segment.text !== text) return undefined;
    } else if (text === '') return undefined;
    else if (segment.kind === 'one') params.push([segment.name, decodeURIComponent(text)]);
    else params.push([segment.name, path.slice(index).map(decodeURIComponent)]);
  }
  return Object.fromEntries(params);
}

function parseRoute(written: string, rule: Rule | typeof PUBLIC): Route {
  const [method = '', path = '', ...excess] = written.split(' ');
  if (method === '' || method !== method.toUpperCase() || !path.startsWith('/') || excess.length > 0) {
    throw new TypeError(`The route ${written} must be written METHOD /path, such as GET /orders/{id}.`);
  }
  const pieces = path.split('/').slice(1);
  const segments = pieces.map((piece, index) => parseSegment(piece, index === pieces.length - 1, written));
  const names = segments.flatMap(segment => (segment.kind === 'literal' ? [] : [segment.name]));
  if (new Set(names).size < names.length)
    throw new TypeError(`The route ${written} names a parameter twice.`);
  return { method, segments, rule };
}

function parseSegment(piece: string, last: boolean, written: string): Segment {
  if (!piece.includes('{') && !piece.includes('}')) return { kind: 'literal', text: piece };
  const inner = piece.startsWith('{') && piece.endsWith('}') ? piece.slice(1, -1) : '';
  const rest = inner.endsWith('...');
  const name = rest ? inner.slice(0, -3) : inner;
  if (!isIdentifier(name) || (rest && !last)) {
    throw new TypeError(
      `The route ${written} must have whole segments as parameters, {rest...} only at its end.`,
    );
  }
  return { kind: rest ? 'rest' : 'one', name };
}

function shapeOf({ method, segments }: Route): string {
  const shape = segments.map(segment => (segment.kind === 'literal' ? segment.text : `{${segment.kind}}`));
  return `${method} /${shape.join('/')}`;
}

function byCloseness(a: Route, b: Route): number {
  for (const [index, segment] of a.segments.entries()) {
    const other = b.segments[index];
    if (other === undefined) return 0;
    const difference = CLOSENESS[segment.kind] - CLOSENESS[other.kind];
    if (difference !== 0) return difference;
  }
  return 0;
}
