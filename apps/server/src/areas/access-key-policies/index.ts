/**
 * Network access policies of AccessKeys: from where a key, or every key of the account, may be used. A policy belongs to
 * its key for as long as the key can come back, so that no deletion and restoration lifts it.
 */
import type { Area } from '../../kernel/area.ts';
import { imsGetAccessKeyPolicy, imsGetAccessKeyPolicyForAccount } from './get-access-key-policy.ts';
import { imsSetAccessKeyPolicy, imsSetAccessKeyPolicyForAccount } from './set-access-key-policy.ts';

export { removePolicy } from './store.ts';

/** The operations on network access policies. */
export const accessKeyPolicies: Area = {
  name: 'access-key-policies',
  operations: [
    imsSetAccessKeyPolicy,
    imsGetAccessKeyPolicy,
    imsSetAccessKeyPolicyForAccount,
    imsGetAccessKeyPolicyForAccount,
  ],
};
