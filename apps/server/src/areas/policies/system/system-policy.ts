/** A policy that is part of the product and the same in every account. */
export interface SystemPolicy {
  readonly name: string;
  /** One English sentence. */
  readonly description: string;
  /** JSON text of its only version, `v1`. */
  readonly document: string;
  /** When it became part of the product, in milliseconds since 1970. */
  readonly createdAt: number;
}

const firstRelease = Date.UTC(2026, 10, 1);

/**
 * Writes a system policy that allows some actions on every resource.
 *
 * @param name as the policy is known to users of the RAM API
 * @param description one English sentence
 * @param actions action patterns
 */
export function allowing(
  name: string,
  description: string,
  actions: string | readonly string[],
): SystemPolicy {
  const document = { Version: '1', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
  return Object.freeze({
    name,
    description,
    document: JSON.stringify(document, undefined, 2),
    createdAt: firstRelease,
  });
}
