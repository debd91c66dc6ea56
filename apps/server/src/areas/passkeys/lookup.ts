import { apiError } from '../../kernel/errors.ts';
import type { Scope } from '../../kernel/scope.ts';
import { imsSubject } from '../users/index.ts';
import { passkeyNotExist } from './errors.ts';
import type { Passkey } from './passkey.ts';
import { findPasskey } from './store.ts';

/**
 * Finds a passkey of whoever a call names.
 *
 * @param principalName absent for the caller
 * @throws ApiError `EntityNotExist.User`, `EntityNotExist.User.Passkey`, also for somebody else's passkey
 */
export async function passkeyOfSubject(
  scope: Scope,
  principalName: string | undefined,
  passkeyId: string,
): Promise<Passkey> {
  const owner = await imsSubject(scope, principalName);
  const passkey = await findPasskey(scope, owner.id, passkeyId);
  if (passkey === undefined) throw apiError(passkeyNotExist, { owner: owner.title, passkey: passkeyId });
  return passkey;
}
