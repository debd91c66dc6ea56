/** Proxies that ask about the requests they receive speak a language of their own: headers and a status, no bodies. */
import type { ApiError } from './errors.ts';
import type { WireObject } from './response.ts';

/** Headers by lower-case name. */
type Headers = ReadonlyMap<string, string>;

/** An operation's parameters, as the headers of a proxy's request name them. */
export interface ProxiedParameters {
  readonly parameters: ReadonlyMap<string, string>;
  readonly nested: ReadonlyMap<string, unknown>;
}

/** What a proxy is answered. */
export interface ProxyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** How one kind of proxy calls an operation. */
export interface ProxyDialect {
  /** The token that the proxy presents. */
  token(headers: Headers): string | undefined;
  /**
   * Reads what it asks, once it is known who it is.
   *
   * @param dryRun whether it is to let everything pass
   * @throws ApiError when it does not say what it must
   */
  parameters(headers: Headers, dryRun: boolean): ProxiedParameters;
  /** Answers with the members of the operation's reply. */
  answer(members: WireObject, headers: Headers, dryRun: boolean): ProxyAnswer;
  /** Answers that it was refused itself. */
  refusal(error: ApiError): ProxyAnswer;
}
