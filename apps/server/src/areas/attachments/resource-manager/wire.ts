/** Attachments as ResourceManager shows them (spec: api ResourceManager). */
import type { RequestContext } from '../../../kernel/context.ts';
import { type Rendered, textField, timeField } from '../../../kernel/response.ts';
import { isoSeconds } from '../../../kernel/time.ts';
import type { Policy } from '../../policies/index.ts';
import { WHOLE_ACCOUNT } from '../grant.ts';
import type { WirePrincipalType } from './parameters.ts';

/** An attachment with what it is between. */
export interface ShownAttachment {
  readonly policy: Policy;
  readonly principalType: WirePrincipalType;
  readonly principalName: string;
  /** A resource group, or empty for the whole account. */
  readonly resourceGroupId: string;
  /** Milliseconds since 1970. */
  readonly attachedAt: number;
}

/** An attachment in lists. */
export const attachmentFields = {
  PolicyName: textField,
  PolicyType: textField,
  Description: textField,
  PrincipalName: textField,
  PrincipalType: textField,
  ResourceGroupId: textField,
  AttachDate: timeField,
} as const;

/** Fills `attachmentFields`; the whole account is shown by its id. */
export function renderAttachment(
  { policy, principalType, principalName, resourceGroupId, attachedAt }: ShownAttachment,
  { accountId }: RequestContext,
): Rendered<typeof attachmentFields> {
  return {
    PolicyName: policy.name,
    PolicyType: policy.type,
    Description: policy.description,
    PrincipalName: principalName,
    PrincipalType: principalType,
    ResourceGroupId: resourceGroupId === WHOLE_ACCOUNT ? accountId : resourceGroupId,
    AttachDate: isoSeconds(attachedAt),
  };
}
