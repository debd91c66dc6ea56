import { parseTarget, RequestSyntaxError } from '@wardenry/signature';
import { AmbiguousPath, assertUnambiguous, foldOf, type PathSegments, segmentsOf } from '../request/path.ts';
import type { PUBLIC, Rule } from './rule.ts';
import { isIdentifier, type RouteParameters } from './template.ts';

/** A segment of a route. */
export type Segment =
  /** `text` is encoded as in a request line; `fold` is what all of its spellings have in common. */
  | { readonly kind: 'literal'; readonly text: string; readonly fold: string }
  | { readonly kind: 'one' | 'rest'; readonly name: string };

/** One line of a table of routes. */
export interface Route {
  /** As in the table, for messages. */
  readonly written: string;
  readonly method: string;
  readonly segments: readonly Segment[];
  /** Whether a slash stands behind the last segment. */
  readonly slash: boolean;
  readonly rule: Rule | typeof PUBLIC;
}

/** Stands for every method that a path has no line of its own for. */
export const ANY_METHOD = '*';

/**
 * Reads a line of a table.
 *
 * @param written such as `GET /orders/{id}`
 * @throws TypeError when it is no route, or none that a request could have
 */
export function parseRoute(written: string, rule: Rule | typeof PUBLIC): Route {
  const [method = '', path = '', ...excess] = written.split(' ');
  if (!isMethod(method) || !path.startsWith('/') || excess.length > 0) {
    throw new TypeError(`The route ${written} must be written METHOD /path, such as GET /orders/{id}.`);
  }
  const { texts, slash } = segmentsOf(path);
  const segments = texts.map((text, index) =>
    parseSegment(text, written, !slash && index === texts.length - 1),
  );
  const names = segments.flatMap(segment => (segment.kind === 'literal' ? [] : [segment.name]));
  if (new Set(names).size < names.length)
    throw new TypeError(`The route ${written} names a parameter twice.`);
  return { written, method, segments, slash, rule };
}

/** The parameters of a path, when it spells the route to the letter. */
export function paramsOf(route: Route, { texts, slash }: PathSegments): RouteParameters | undefined {
  if (slash !== route.slash) return undefined;
  const params: [string, string | readonly string[]][] = [];
  for (const [index, segment] of route.segments.entries()) {
    const text = texts[index];
    if (text === undefined || (segment.kind === 'literal' && segment.text !== text)) return undefined;
    if (segment.kind === 'one') params.push([segment.name, decodeURIComponent(text)]);
    if (segment.kind === 'rest') params.push([segment.name, texts.slice(index).map(decodeURIComponent)]);
  }
  return Object.fromEntries(params);
}

function isMethod(text: string): boolean {
  if (text === ANY_METHOD) return true;
  for (const mark of text) if (mark !== '-' && (mark < 'A' || mark > 'Z')) return false;
  return text !== '';
}

function parseSegment(piece: string, written: string, last: boolean): Segment {
  if (!piece.includes('{') && !piece.includes('}')) return parseLiteral(piece, written);
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

/** Refuses what no request could spell, and what would be a parameter elsewhere: such a line would protect nothing. */
function parseLiteral(piece: string, written: string): Segment {
  const text = encoded(piece);
  if (piece === '' || piece.startsWith(':') || piece.includes('*') || !isReadable(`/${text}`)) {
    throw new TypeError(
      `The route ${written} must spell its path plainly, with {name} for a segment and {name...} for the rest.`,
    );
  }
  return { kind: 'literal', text, fold: foldOf(text) };
}

/** As clients send it: what a request line cannot hold is percent-encoded, and what is encoded already stays so. */
function encoded(piece: string): string {
  return piece.toWellFormed().split('%').map(encodeURI).join('%');
}

function isReadable(path: string): boolean {
  try {
    assertUnambiguous(path);
    return parseTarget(path).path === path;
  } catch (error) {
    if (error instanceof AmbiguousPath || error instanceof RequestSyntaxError) return false;
    throw error;
  }
}
