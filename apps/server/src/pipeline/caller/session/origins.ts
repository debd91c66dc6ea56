/** What sessions are born from, as it is now: roles, AccessKeys with their users, identity providers. */
import type { Soon } from '../../../kernel/soon.ts';
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

/** Makes something of what is found, if anything is; at once when it is there at once. */
export function mapped<Found, Made>(
  found: Soon<Found | undefined>,
  make: (found: Found) => Made | undefined,
): Soon<Made | undefined> {
  const made = (each: Found | undefined) => (each === undefined ? undefined : make(each));
  return found instanceof Promise ? found.then(made) : made(found);
}

/** Items that a decision stands on, when nothing is said about it: the principal itself. */
export function standing(
  principal: HeldItem & { readonly standsOn?: readonly HeldItem[] },
): readonly HeldItem[] {
  return principal.standsOn ?? [principal];
}
