import { nameKey } from '../../kernel/callers/identity.ts';
import { ims, readOperation } from '../../kernel/operation.ts';
import { invalidMarker, pageFields, pageMembers, pageParameters, readPage } from '../../kernel/pages/page.ts';
import { wrappedList } from '../../kernel/response.ts';
import { allOidcProviders } from './lookup.ts';
import { listOidcProvidersAfter } from './store.ts';
import { oidcProviderFields, oidcProviderMembers } from './wire.ts';

export const imsListOidcProviders = readOperation({
  api: ims,
  name: 'ListOIDCProviders',
  summary: ['Lists the OIDC providers in the order of their names.', '按名称顺序列出 OIDC 身份提供商。'],
  parameters: pageParameters({ default: 100, max: 100 }),
  response: { OIDCProviders: wrappedList('OIDCProvider', oidcProviderFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allOidcProviders] },
  run: (scope, request) =>
    readPage(
      request,
      (after, limit) => listOidcProvidersAfter(scope, after, limit),
      ({ name }) => nameKey(name),
    ),
  render: (page, { context }) => ({
    OIDCProviders: {
      OIDCProvider: page.items.map(provider => oidcProviderMembers(provider, context.accountId)),
    },
    ...pageMembers(page),
  }),
});
