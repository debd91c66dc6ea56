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
