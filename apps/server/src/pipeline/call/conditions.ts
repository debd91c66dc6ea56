/** The condition keys of a call: they come from the connection, the session and what the call is about, never from parameters of their own (spec: policy 3.5). */
import { type RequestContext as Conditions, requestContext } from '@wardenry/policy';
import { conditionOf } from '../../kernel/callers/condition-keys.ts';
import type { RequestContext } from '../../kernel/context.ts';
import type { ConditionValues } from '../../kernel/operation.ts';

/** Where the keys of a resource's tags begin, in canonical spelling. */
const RESOURCE_TAG = 'acs:resourcetag/';

/** The value of a tag of the resource that is decided on, by the tag's key. */
export type TagValue = (key: string) => string | undefined;

/**
 * The condition keys that a call is decided with.
 *
 * @param given what the operation itself says, e.g. the tags that it sets
 * @param resourceTag asked only when a statement asks
 */
export function conditionsOf(
  context: RequestContext,
  given: ConditionValues | undefined,
  resourceTag: TagValue,
): Conditions {
  const own = given && requestContext(given);
  return {
    get: key =>
      conditionOf(context, key) ??
      (key.startsWith(RESOURCE_TAG) ? resourceTag(key.slice(RESOURCE_TAG.length)) : own?.get(key)),
  };
}
