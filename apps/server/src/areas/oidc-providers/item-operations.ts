/** Adding single client ids and fingerprints to a provider, and taking them away: one rule for both lists. */
import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import { changeOperation, ims, type Operation } from '../../kernel/operation.ts';
import type { Localized, TextParameter } from '../../kernel/parameters.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { oidcProviderNotExist } from './errors.ts';
import { oidcProviderByName, oidcProviderResource } from './lookup.ts';
import type { OidcProvider } from './oidc-provider.ts';
import { oidcProviderName } from './parameters.ts';
import { updateOidcProviderRow } from './store.ts';
import { oidcProviderFields, oidcProviderMembers } from './wire.ts';

/** One of the two lists of a provider. */
export interface ItemList {
  readonly list: 'clientIds' | 'fingerprints';
  readonly parameter: TextParameter<true>;
  readonly quota: 'clientIdsPerOidcProvider' | 'fingerprintsPerOidcProvider';
  /** What is the same of two items that are the same. */
  readonly keyOf: (item: string) => string;
  readonly alreadyExists: ErrorKind;
  readonly notExist: ErrorKind;
  readonly tooMany: ErrorKind;
}

/** @param limit items at most */
type Change = (
  items: readonly string[],
  value: string,
  provider: OidcProvider,
  limit: number,
) => readonly string[];

/** The operation that adds an item. */
export function addItem(name: string, summary: Localized, items: ItemList): Operation {
  const { keyOf, alreadyExists, tooMany } = items;
  return itemOperation(name, summary, items, [alreadyExists, tooMany], (held, value, provider, limit) => {
    if (held.some(each => keyOf(each) === keyOf(value))) {
      throw apiError(alreadyExists, { provider: provider.name, value });
    }
    if (held.length >= limit) throw apiError(tooMany, { limit });
    return [...held, value];
  });
}

/** The operation that takes an item away. */
export function removeItem(name: string, summary: Localized, items: ItemList): Operation {
  const { keyOf, notExist } = items;
  return itemOperation(name, summary, items, [notExist], (held, value, provider) => {
    const left = held.filter(each => keyOf(each) !== keyOf(value));
    if (left.length === held.length) throw apiError(notExist, { provider: provider.name, value });
    return left;
  });
}

function itemOperation(
  name: string,
  summary: Localized,
  { list, parameter, quota }: ItemList,
  errors: readonly ErrorKind[],
  change: Change,
): Operation {
  return changeOperation({
    api: ims,
    name,
    summary,
    parameters: { name: oidcProviderName, value: parameter },
    response: { OIDCProvider: object(oidcProviderFields) },
    errors: [oidcProviderNotExist, ...errors],
    authorization: { kind: 'policy', resources: command => [oidcProviderResource(command.name)] },
    async run(scope: ChangeScope, command) {
      const provider = await oidcProviderByName(scope, command.name);
      const items = change(provider[list], command.value, provider, scope.context.limits[quota]);
      const updated: OidcProvider = { ...provider, [list]: items, updatedAt: scope.now };
      await updateOidcProviderRow(scope, updated);
      scope.touch('oidc-provider', provider.providerId);
      return updated;
    },
    render: (provider, { context }) => ({
      OIDCProvider: oidcProviderMembers(provider, context.accountId),
    }),
  });
}
