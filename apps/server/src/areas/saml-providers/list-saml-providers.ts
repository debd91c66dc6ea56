import { nameKey } from '../../kernel/callers/identity.ts';
import { ims, readOperation } from '../../kernel/operation.ts';
import { invalidMarker, pageFields, pageMembers, pageParameters, readPage } from '../../kernel/pages/page.ts';
import { wrappedList } from '../../kernel/response.ts';
import { allSamlProviders } from './lookup.ts';
import { listSamlProvidersAfter } from './store.ts';
import { listedProviderFields, listedProviderMembers } from './wire.ts';

export const imsListSamlProviders = readOperation({
  api: ims,
  name: 'ListSAMLProviders',
  summary: ['Lists the SAML providers in the order of their names.', '按名称顺序列出 SAML 身份提供商。'],
  parameters: pageParameters({ default: 100, max: 100 }),
  response: { SAMLProviders: wrappedList('SAMLProvider', listedProviderFields), ...pageFields },
  errors: [invalidMarker],
  authorization: { kind: 'policy', resources: () => [allSamlProviders] },
  run: (scope, request) =>
    readPage(
      request,
      (after, limit) => listSamlProvidersAfter(scope, after, limit),
      ({ name }) => nameKey(name),
    ),
  render: (page, { context }) => ({
    SAMLProviders: {
      SAMLProvider: page.items.map(provider => listedProviderMembers(provider, context.accountId)),
    },
    ...pageMembers(page),
  }),
});
