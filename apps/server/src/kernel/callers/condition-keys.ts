/** Condition keys that a request has by itself, whatever it is about (spec: policy 3.5). */
import type { RequestContext } from '../context.ts';
import { isoSeconds } from '../time.ts';
import { type Identity, principalArn } from './identity.ts';

/**
 * The value of a condition key that comes from the connection, the clock or the caller, never from parameters.
 *
 * @param key in canonical spelling
 * @returns undefined for a key that the request does not have, and for one that it is about
 */
export function conditionOf(context: RequestContext, key: string): string | undefined {
  switch (key) {
    case 'acs:sourceip':
      return context.connection.sourceIp;
    case 'acs:securetransport':
      return String(context.connection.secureTransport);
    case 'acs:currenttime':
      return isoSeconds(context.now);
    case 'acs:principalarn':
      return principalArn(context.caller);
    case 'acs:useragent':
      return context.connection.userAgent;
    default:
      return context.caller.kind === 'session' ? sessionCondition(context.caller, key) : undefined;
  }
}

/**
 * The value of a condition key that somebody's session has and its requests keep. A session of an AccessKey knows of no
 * second factor, so that `acs:MFAPresent` is missing rather than false.
 */
export function sessionCondition(identity: Identity, key: string): string | undefined {
  if (identity.kind !== 'session') return undefined;
  switch (key) {
    case 'acs:mfapresent':
      return identity.mfaPresent === undefined ? undefined : String(identity.mfaPresent);
    case 'sts:sourceidentity':
      return identity.sourceIdentity;
    default:
      return undefined;
  }
}
