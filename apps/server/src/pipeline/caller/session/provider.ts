import type { AccountId } from '../../../kernel/callers/identity.ts';
import type { ProviderKind, ProviderSnapshot } from '../../../kernel/ledger.ts';
import type { HeldItem } from '../held-items.ts';

/** An identity provider that sessions are born from. */
export interface HeldProvider extends HeldItem {
  readonly providerId: string;
  readonly generation: string;
}

/** The name that a provider is held by; ids of AccessKeys hold no spaces. */
export function providerHoldingName(accountId: AccountId, kind: ProviderKind, name: string): string {
  return `${kind} ${accountId} ${name.toLowerCase()}`;
}

/**
 * Makes what is held of a provider that was read.
 *
 * @param name that it was looked up by
 */
export function heldProvider(snapshot: ProviderSnapshot, name: string): HeldProvider {
  const { accountId, kind, providerId, generation, revision } = snapshot;
  const dependsOn = [{ kind: 'account', id: accountId } as const, { kind, id: providerId }];
  return {
    providerId,
    generation,
    holding: { name: providerHoldingName(accountId, kind, name), accountId, dependsOn },
    revision,
  };
}
