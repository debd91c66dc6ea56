/** Asking servers of others, which rules may do through this interface alone (spec: security Q23). */
import type { AccountId } from './callers/identity.ts';

/** Why a document could not be had; each is said to people in words by `outboundReason`. */
export type OutboundProblem =
  /** Not `https://`, or with a user in it. */
  | 'not-https'
  /** The name leads to addresses alone that the server must not reach: private ones, its own, those of its cloud. */
  | 'address-refused'
  /** The name is not known, or nobody answers. */
  | 'unreachable'
  /** The certificate is not for this name, or from no authority that is trusted. */
  | 'untrusted-certificate'
  | 'too-slow'
  /** The answer leads elsewhere, and is not followed. */
  | 'redirect'
  /** Any status but 200. */
  | 'status'
  | 'too-large'
  /** It does not say that it is JSON. */
  | 'content-type'
  /** Nobody asked for that. */
  | 'compressed'
  /** It says so, and is none. */
  | 'not-json'
  /** Too many documents are being fetched at this moment, of everybody or for this account. */
  | 'busy';

/** A document could not be had. */
export class OutboundFailure extends Error {
  override readonly name = 'OutboundFailure';
  readonly problem: OutboundProblem;

  constructor(problem: OutboundProblem, options: { readonly cause?: unknown } = {}) {
    super(outboundReason(problem), options);
    this.problem = problem;
  }
}

/** One for both: whoever may register a URL must not find out which names and addresses there are inside. */
const outOfReach =
  'it could not be reached, or has no public address and has not been opened with the setting outbound-allow';

const reasons: Readonly<Record<OutboundProblem, string>> = {
  'not-https': 'its URL is not an https URL',
  'address-refused': outOfReach,
  unreachable: outOfReach,
  'untrusted-certificate': 'its certificate is not trusted for this name',
  'too-slow': 'it took too long to answer',
  redirect: 'it answered with a redirect, which is not followed',
  status: 'it did not answer with the status 200',
  'too-large': 'its answer is too large',
  'content-type': 'the Content-Type of its answer is not application/json, nor another of JSON',
  compressed: 'its answer is compressed, which was not asked for',
  'not-json': 'its answer is not JSON',
  busy: 'too many documents are being fetched at this moment',
};

/** The problem as half a sentence, whose subject is the other server. */
export function outboundReason(problem: OutboundProblem): string {
  return reasons[problem];
}

/** A document of another server. */
export interface OutboundDocument {
  /** What the JSON gave. */
  readonly value: unknown;
  /**
   * SHA-1 of every certificate of the connection, from the server's own to that of the root, in hexadecimal and lower
   * case. Each was seen to have signed the one before it.
   */
  readonly fingerprints: readonly string[];
}

/** Fetches documents of other servers. */
export interface Outbound {
  /**
   * Fetches a JSON document with GET, without any credentials, following nothing.
   *
   * @param url an https URL
   * @param onBehalfOf the account whose setting names the URL: none keeps others from being served
   * @throws OutboundFailure
   */
  fetchJson(url: string, onBehalfOf: AccountId): Promise<OutboundDocument>;
}
