/** Replies to like calls, compared although each call makes something anew: ids, names, secrets, moments. */

/** Stands where two replies to like calls differ. */
const ANEW = '<anew>';

/**
 * A reply with a mark wherever two replies to like calls differ, so that what they agree on can be compared.
 *
 * @param reply to a third like call, or one of the two
 */
export function settled(reply: unknown, one: unknown, other: unknown): unknown {
  if (isList(reply) && isList(one) && isList(other)) {
    return one.length === other.length
      ? reply.map((item, index) => settled(item, one[index], other[index]))
      : ANEW;
  }
  if (isObject(reply) && isObject(one) && isObject(other)) {
    return Object.fromEntries(
      Object.entries(reply).map(([name, member]) => [name, settled(member, one[name], other[name])]),
    );
  }
  return one === other && !isMoment(one) ? reply : ANEW;
}

/** A second or a millisecond of which two calls may have the same, and a third another. */
function isMoment(value: unknown): boolean {
  return typeof value === 'string' && /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\d{13})$/.test(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
