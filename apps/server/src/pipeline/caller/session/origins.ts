/** What sessions are born from, as it is now: roles, AccessKeys with their users, identity providers. */
import type { HeldItem } from '../held-items.ts';
import type { PermanentKey, RolePrincipal } from '../principal.ts';
import type { HeldProvider } from './provider.ts';
import type { LivingOrigin } from './sessions.ts';

/** A role that sessions are of. */
export function livingRole(role: RolePrincipal): LivingOrigin {
  return { item: role, generation: role.role.origin.generation, role };
}

/** A key that a user takes roles on with; undefined while it is disabled, and for one of the account itself. */
export function livingKey(key: PermanentKey): LivingOrigin | undefined {
  return key.active && key.generation !== undefined ? { item: key, generation: key.generation } : undefined;
}

export function livingProvider(provider: HeldProvider): LivingOrigin {
  return { item: provider, generation: provider.generation };
}

/** Items that a decision stands on, when nothing is said about it: the principal itself. */
export function standing(
  principal: HeldItem & { readonly standsOn?: readonly HeldItem[] },
): readonly HeldItem[] {
  return principal.standsOn ?? [principal];
}
