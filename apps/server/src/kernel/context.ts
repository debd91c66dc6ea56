import type { AccountId, Caller } from './callers/identity.ts';
import type { Limits } from './limits.ts';

/** What default domains end in unless the operator says otherwise; other people's clients know it (spec: domain 6). */
export const DEFAULT_DOMAIN_SUFFIX = 'onaliyun.com';

/** Facts about the connection, taken from the socket or a trusted proxy, never from parameters of the request. */
export interface Connection {
  /** Canonical text of the caller's address; IPv4-mapped IPv6 is shown as IPv4. */
  readonly sourceIp: string;
  readonly secureTransport: boolean;
  /** Host header without the port; what error bodies show as HostId. */
  readonly host: string;
  readonly userAgent: string;
}

/** What a request carries before, or without, knowing who sent it: nothing of it names an account. */
export interface AnonymousContext {
  /** Upper-case UUID. */
  readonly requestId: string;
  /** When the request was accepted, in milliseconds since 1970; the only clock that rules may read. */
  readonly now: number;
  readonly connection: Connection;
  readonly limits: Limits;
  /** What the default domain of every account ends in, a setting: `onaliyun.com`. */
  readonly domainSuffix: string;
}

/** What one authenticated request carries through target, authorize, prepare, run and render. */
export interface RequestContext extends AnonymousContext {
  readonly caller: Caller;
  readonly accountId: AccountId;
}
