/** The record of one request: compact, self-contained, and everything that the audit trail will be built from. */

import type { RecordedCredentials } from '../kernel/callers/sessions.ts';
import type { RecordedDecision } from '../kernel/decisions.ts';

/** Who called, as far as it was proven. */
export interface RecordedCaller {
  /** As in the trail's userIdentity (spec: domain 11.1). */
  readonly type:
    | 'root-account'
    | 'ram-user'
    | 'assumed-role'
    | 'saml-user'
    | 'oidc-user'
    | 'gateway-token'
    | 'system'
    | 'anonymous';
  readonly accountId?: string;
  readonly principalId?: string;
  readonly userName?: string;
  readonly accessKeyId?: string;
  /** Who stands behind a session, as was said when it was made. */
  readonly sourceIdentity?: string;
  /** The chain behind a session: its role first, whoever took on the first role last. */
  readonly origins?: readonly RecordedOrigin[];
}

/** Something that a session was born from, for the record: it ends the session, and says who acted in it. */
export interface RecordedOrigin {
  readonly type: 'role' | 'key' | 'saml-provider' | 'oidc-provider';
  readonly accountId: string;
  /** Name of a role or a provider, id of an AccessKey. */
  readonly name: string;
  /** Immutable: of the role, the provider, or the user whose key it is. */
  readonly id: string;
}

/** What is written down about one request or service event. */
export interface JournalRecord {
  /** Version of this shape. */
  readonly v: 1;
  readonly requestId: string;
  readonly type: 'ApiCall' | 'ServiceEvent';
  readonly product: string;
  readonly version: string;
  readonly operation: string;
  readonly effect: 'read' | 'change';
  readonly caller: RecordedCaller;
  /** The AccessKey that a refused stranger named: anybody can name anybody's, so it says nothing about who it was. */
  readonly claimedAccessKeyId?: string;
  readonly resources: readonly string[];
  /** Parameters as sent, sensitive ones masked. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `Success` or the code that was answered. */
  readonly result: string;
  readonly message?: string;
  /** What the call gave out, without its secrets. */
  readonly issued?: RecordedCredentials;
  /** What was decided for a service that asked. */
  readonly decisions?: readonly RecordedDecision[];
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly secureTransport: boolean;
}

/** What stands in the place of a sensitive value. */
export const MASK = '***';

/** Cuts a text after so many characters; the cut shows. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
