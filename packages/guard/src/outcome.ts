import type { Identity } from './identity.ts';
import type { Refusal, RefusalReply } from './refusals/refusal.ts';
import type { RouteParameters } from './rules/template.ts';

/** What the guard hands to the service with a request that it lets through. */
export interface Admission {
  /** Who sent the request; absent only in a dry run, when nobody could be verified. */
  readonly identity?: Identity;
  /** The verified bytes of the body; absent only in a dry run. The request itself can still be read as well. */
  readonly body?: Buffer;
  /** Parameters of the route, decoded. */
  readonly params: RouteParameters;
  /** Under which the server has recorded its answer. */
  readonly requestId: string;
  /** Dry run: the refusal that enforcing would have meant. */
  readonly wouldRefuse?: Refusal;
}

/** What becomes of a request. */
export type Outcome =
  /** Serve it. A public request has no admission. */
  | { readonly passed: true; readonly admission: Admission | undefined }
  /** Answer `reply` and do nothing else. */
  | { readonly passed: false; readonly refusal: Refusal; readonly reply: RefusalReply };

/** What a framework knows about a request beside the request itself. */
export interface RouteFacts {
  /** The target of the request line, where the framework has changed `url`. */
  readonly target?: string;
  /** Parameters of the matched route, decoded once. */
  readonly params?: RouteParameters;
}
