import { canonicalKey } from './conditions/condition-key.ts';

/** What statements look at in a request, its resources apart. */
export interface RequestedAction {
  /**
   * The action's names, such as `ram:CreateUser`; at least one. Several are alternative names of one action, and
   * a pattern that matches one of them matches the action (spec: policy 6.2).
   */
  readonly actions: readonly string[];
  /** The values of condition keys. */
  readonly context: RequestContext;
}

/**
 * Whether a text is the name of one action, `<service>:<action>` of printable ASCII: patterns with wildcards belong into
 * policies, and a request is for one action.
 */
export function isActionName(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon <= 0 || colon === text.length - 1) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code >= 0x7f || code === STAR || code === QUESTION_MARK) return false;
  }
  return true;
}

const STAR = 0x2a;
const QUESTION_MARK = 0x3f;

/**
 * Values of condition keys, read only when a statement asks. A `Map` is one; a context that computes costly
 * values when they are asked for is another.
 */
export interface RequestContext {
  /**
   * The value or values of a key, `undefined` when the request does not have it. The key comes in its canonical
   * spelling (see {@link canonicalKey}): `acs:sourceip`, `acs:requesttag/Team`. What this function throws, the
   * decision throws.
   */
  readonly get: (key: string) => string | readonly string[] | undefined;
}

/**
 * Makes a context of condition keys in any spelling, such as `{ 'acs:SourceIp': '192.0.2.7' }`. Throws a
 * `TypeError` when two spellings of one key are given, since one of the values would be lost.
 */
export function requestContext(values: Readonly<Record<string, string | readonly string[]>>): RequestContext {
  const context = new Map<string, string | readonly string[]>();
  for (const [key, value] of Object.entries(values)) {
    const canonical = canonicalKey(key);
    if (context.has(canonical)) throw new TypeError(`The condition key ${canonical} is given twice.`);
    context.set(canonical, value);
  }
  return context;
}
