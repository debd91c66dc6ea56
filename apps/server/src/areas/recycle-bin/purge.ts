/** How things leave the recycle bin for good; nothing brings them back. */
import type { ChangeScope } from '../../kernel/scope.ts';
import { removePolicy } from '../access-key-policies/index.ts';
import { removeLastUse } from '../access-keys/index.ts';
import { keysBeyond, removeRecycledKey } from './keys-store.ts';
import { removeRecycledUser } from './users-store.ts';

/** Purges a user, and its keys with it. */
export async function purgeUser(scope: ChangeScope, userId: string): Promise<void> {
  for (const key of await keysBeyond(scope, userId, 0)) await purgeKey(scope, key);
  await removeRecycledUser(scope, userId);
}

/** Purges a key of the bin. */
export async function purgeKey(scope: ChangeScope, accessKeyId: string): Promise<void> {
  await removeRecycledKey(scope, accessKeyId);
  await forgetKey(scope, accessKeyId);
}

/** Forgets what is kept beside a key for as long as it may come back. */
export async function forgetKey(scope: ChangeScope, accessKeyId: string): Promise<void> {
  await removeLastUse(scope, accessKeyId);
  await removePolicy(scope, accessKeyId);
}
