/** The SQL of network access policies. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insert, remove, select } from '../../store/index.ts';
import type { AccessKeyPolicy } from './access-key-policy.ts';
import { textOfPolicy } from './read-policy.ts';

/** Stands in place of a key's id for the policy of the whole account. */
export const WHOLE_ACCOUNT = '';

/**
 * The document of a policy.
 *
 * @param accessKeyId the key, or `WHOLE_ACCOUNT`
 * @returns undefined when none was set
 */
export async function findDocument(scope: Scope, accessKeyId: string): Promise<string | undefined> {
  const row = await select(scope, 'access_key_policies')
    .select('document')
    .where('access_key_id', '=', accessKeyId)
    .executeTakeFirst();
  return row?.document;
}

/**
 * Puts a policy in place of the one before.
 *
 * @param accessKeyId the key, or `WHOLE_ACCOUNT`
 */
export async function replacePolicy(
  scope: ChangeScope,
  accessKeyId: string,
  policy: AccessKeyPolicy,
): Promise<void> {
  await removePolicy(scope, accessKeyId);
  await insert(scope, 'access_key_policies', {
    access_key_id: accessKeyId,
    document: textOfPolicy(policy),
    updated_at: scope.now,
  });
}

/** Removes the policy of a key that is gone for good, if it has one. */
export async function removePolicy(scope: ChangeScope, accessKeyId: string): Promise<void> {
  await remove(scope, 'access_key_policies').where('access_key_id', '=', accessKeyId).execute();
}
