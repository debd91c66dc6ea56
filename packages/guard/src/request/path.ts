/** A request whose path two readers could take for two paths. */
export class AmbiguousPath extends Error {
  override readonly name = 'AmbiguousPath';
}

/** A path, taken apart at its slashes. */
export interface PathSegments {
  /** Still encoded, none of them empty; none at all in `/`. */
  readonly texts: readonly string[];
  /** Whether a slash stands behind the last one. */
  readonly slash: boolean;
}

/** What no path has to encode (RFC 3986 section 2.3). */
const UNRESERVED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~';
/** What ends a segment, its name, the path, or an escape, for whoever decodes before looking for it. */
const SEPARATORS = '/\\;?#%';

/**
 * Refuses a path that servers or routers could take for another one. They resolve `.` and `..`, merge slashes, take `\`
 * and `%2F` for `/`, cut at `;`, decode `%61` to `a`, and `%2561` where two of them decode. Under ACS3 `+` and `%20` are
 * signed alike, so that anybody on the way could exchange them (spec: wire 1.3).
 *
 * @param path with valid escapes of UTF-8
 * @throws AmbiguousPath
 */
export function assertUnambiguous(path: string): void {
  const raw = path.includes('\\') || path.includes(';') || path.includes('+');
  if (
    !path.startsWith('/') ||
    raw ||
    path.includes('//') ||
    hasDeceptiveEscape(path) ||
    path.split('/').some(isDots)
  ) {
    throw new AmbiguousPath('The path can be read in more than one way.');
  }
}

/** Takes a path apart that {@link assertUnambiguous} has let through. */
export function segmentsOf(path: string): PathSegments {
  const texts = path.split('/').slice(1);
  const slash = texts.at(-1) === '';
  return { texts: slash ? texts.slice(0, -1) : texts, slash };
}

/**
 * What a segment is to the most generous of routers: decoded, in no letter case, in one of the forms that Unicode has for it.
 * Two segments with different folds are the same to nobody.
 */
export function foldOf(segment: string): string {
  const plain = decodeURIComponent(segment).normalize('NFKD');
  // There and back, since letters such as the sign of kelvin, the long s and the capital sharp s come home as others.
  return plain.toLowerCase().toUpperCase().toLowerCase().normalize('NFKD');
}

function isDots(segment: string): boolean {
  return segment === '.' || segment === '..';
}

function hasDeceptiveEscape(path: string): boolean {
  for (let at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
    const code = Number.parseInt(path.slice(at + 1, at + 3), 16);
    if (code < 0x20 || code === 0x7f) return true;
    const character = String.fromCharCode(code);
    if (UNRESERVED.includes(character) || SEPARATORS.includes(character)) return true;
  }
  return false;
}
