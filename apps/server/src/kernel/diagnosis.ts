import type { AccountId } from './callers/identity.ts';

/** A policy that decided a refusal (spec: policy 5.3). */
export interface DiagnosedPolicy {
  readonly effect: 'Deny' | 'Allow';
  readonly name: string;
  readonly policyType: 'System' | 'Custom';
  /** Of a custom policy, e.g. `v1`. */
  readonly version?: string;
  readonly attachedTo: string;
  readonly scope: string;
}

/** Why a call was refused, with everything that the refused caller need not know (spec: policy 5.3). */
export interface Diagnosis {
  readonly explicitDeny: boolean;
  /** The step that ended the decision. */
  readonly policyType: string;
  readonly action: string;
  readonly resource: string;
  readonly principal: { readonly type: string; readonly ownerId: string; readonly displayName: string };
  /** The condition keys that the request had. */
  readonly conditions: readonly { readonly key: string; readonly values: readonly string[] }[];
  /** The denying policies; empty when nothing allowed. */
  readonly matched: readonly DiagnosedPolicy[];
}

/** Makes diagnoses unreadable for everybody but the account that they are of. */
export interface DiagnosisSeal {
  /**
   * Seals a diagnosis.
   *
   * @param now milliseconds since 1970
   * @returns a text that is opaque to whoever is handed it
   */
  seal(accountId: AccountId, diagnosis: Diagnosis, now: number): string;
  /**
   * Opens a text that was sealed for the account within the last 30 days.
   *
   * @returns undefined for every other text
   */
  open(accountId: AccountId, text: string, now: number): Diagnosis | undefined;
}
