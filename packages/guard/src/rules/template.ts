import { isPlainName, isPlainPath } from './parameter.ts';

/** Values of a route's parameters by name, decoded once; a list where one parameter took several segments of the path. */
export type RouteParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A resource name with gaps, read once. */
export interface ResourceTemplate {
  /** Names of the parameters that it needs. */
  readonly parameters: readonly string[];
  /**
   * Fills the gaps.
   *
   * @throws UnfitParameter when a value is missing or could mean more than itself
   */
  fill(parameters: RouteParameters): string;
}

/** A value that cannot become part of a resource name. Its message names the parameter and never the value. */
export class UnfitParameter extends Error {
  override readonly name = 'UnfitParameter';
  readonly parameter: string;
  /** The route has no such parameter: a mistake in the rule, not in the request. */
  readonly missing: boolean;

  constructor(parameter: string, missing: boolean) {
    super(
      missing
        ? `The resource names {${parameter}}, which the route does not have.`
        : `The parameter ${parameter} cannot be part of a resource name.`,
    );
    this.parameter = parameter;
    this.missing = missing;
  }
}

/** Literal text, or a gap; `rest` takes several segments of a path. */
type Piece = string | { readonly name: string; readonly rest: boolean };

const SEGMENTS_BEFORE_ID = 4;
const REST = '...';

/**
 * Reads a resource name such as `acs:shop:*:{account}:order/{id}`. `{account}` is the account of the guard; every other
 * gap is a parameter of the route, and `{key...}` takes the rest of a path, slashes included. Gaps of parameters stand
 * behind the fourth colon only: service, region and account are never a client's to choose (RAM policy elements, Resource).
 *
 * @param account id to fill in for `{account}`
 * @throws TypeError when the text is no resource name, with what to write instead
 */
export function parseTemplate(text: string, account: string | undefined): ResourceTemplate {
  const pieces = piecesOf(withAccount(text, account));
  assertShape(text, pieces);
  const parameters = pieces.flatMap(piece => (typeof piece === 'string' ? [] : [piece.name]));
  return {
    parameters,
    fill: values =>
      pieces.map(piece => (typeof piece === 'string' ? piece : valueFor(piece, values))).join(''),
  };
}

function withAccount(text: string, account: string | undefined): string {
  if (!text.includes('{account}')) return text;
  if (account === undefined || !isPlainName(account)) {
    throw new TypeError(`The resource ${text} names {account}: give the guard the option account.`);
  }
  return text.replaceAll('{account}', account);
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', start)) {
    const close = text.indexOf('}', open);
    if (close < 0) throw new TypeError(`The resource ${text} opens a { that it does not close.`);
    const written = text.slice(open + 1, close);
    const rest = written.endsWith(REST);
    const name = rest ? written.slice(0, -REST.length) : written;
    if (!isIdentifier(name)) throw new TypeError(`The resource ${text} has a gap without a plain name.`);
    pieces.push(text.slice(start, open), { name, rest });
    start = close + 1;
  }
  pieces.push(text.slice(start));
  return pieces.filter(piece => piece !== '');
}

function assertShape(text: string, pieces: readonly Piece[]): void {
  const head = typeof pieces[0] === 'string' ? pieces[0] : '';
  const [scheme, service, , , id] = head.split(':', SEGMENTS_BEFORE_ID + 1);
  if (scheme !== 'acs' || !service || id === undefined || (id === '' && pieces.length === 1)) {
    throw new TypeError(
      `The resource ${text} must be written acs:<service>:<region>:<account>:<relative id>, with parameters of the route in the relative id only.`,
    );
  }
  const blurred = pieces.some(
    (piece, index) => typeof piece !== 'string' && !isDelimited(piece, pieces.slice(index + 1)),
  );
  if (blurred) {
    throw new TypeError(
      `The resource ${text} must have a / or : between two parameters, and nothing behind one that ends in ${REST}.`,
    );
  }
}

/** Whether a value ends where anybody can see it: 1-2 and 3 must not make the same name as 1 and 2-3. */
function isDelimited(gap: Exclude<Piece, string>, behind: readonly Piece[]): boolean {
  const [next] = behind;
  if (next === undefined) return true;
  if (gap.rest || typeof next !== 'string') return false;
  return behind.length === 1 || next.includes('/') || next.includes(':');
}

function valueFor(gap: Exclude<Piece, string>, values: RouteParameters): string {
  const given = Object.hasOwn(values, gap.name) ? values[gap.name] : undefined;
  if (given === undefined) throw new UnfitParameter(gap.name, true);
  const segments = typeof given === 'string' ? [given] : given;
  const fits = gap.rest
    ? segments.length > 0 && segments.every(isPlainPath)
    : segments.length === 1 && segments.every(isPlainName);
  if (!fits) throw new UnfitParameter(gap.name, false);
  return segments.join('/');
}

/** What names a parameter: letters, digits and `_`, no digit first. */
export function isIdentifier(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i);
    const letter = (mark >= 'a' && mark <= 'z') || (mark >= 'A' && mark <= 'Z') || mark === '_';
    if (!letter && (i === 0 || mark < '0' || mark > '9')) return false;
  }
  return text !== '';
}

/** Whether a value can be the parameters of a route. */
export function isRouteParameters(value: unknown): value is RouteParameters {
  return typeof value === 'object' && value !== null && Object.values(value).every(isParameter);
}

function isParameter(value: unknown): boolean {
  return value === undefined || typeof value === 'string' || (Array.isArray(value) && value.every(isText));
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
