/** The condition keys of a call: they come from the connection, the session and what the call is about, never from parameters of their own (spec: policy 3.5). */
import { type RequestContext as Conditions, requestContext } from '@wardenry/policy';
import type { RequestContext } from '../../kernel/context.ts';
import type { ConditionValues } from '../../kernel/operation.ts';
import { isoSeconds } from '../../kernel/time.ts';

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
    get(key) {
      switch (key) {
        case 'acs:sourceip':
          return context.connection.sourceIp;
        case 'acs:securetransport':
          return String(context.connection.secureTransport);
        case 'acs:currenttime':
          return isoSeconds(context.now);
        case 'acs:principalarn':
          return context.caller.kind === 'user'
            ? `acs:ram:*:${context.accountId}:user/${context.caller.userName}`
            : undefined;
        case 'acs:useragent':
          return context.connection.userAgent;
        default:
          return key.startsWith(RESOURCE_TAG) ? resourceTag(key.slice(RESOURCE_TAG.length)) : own?.get(key);
      }
    },
  };
}
