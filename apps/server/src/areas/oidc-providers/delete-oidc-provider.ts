import { changeOperation, ims } from '../../kernel/operation.ts';
import { oidcProviderNotExist } from './errors.ts';
import { oidcProviderByName, oidcProviderResource } from './lookup.ts';
import { oidcProviderName } from './parameters.ts';
import { removeOidcProviderRow } from './store.ts';

/** Trust policies that name the provider stay as they are; they just match nobody any more (spec: domain 2.9a). */
export const imsDeleteOidcProvider = changeOperation({
  api: ims,
  name: 'DeleteOIDCProvider',
  summary: [
    'Deletes an OIDC provider; roles that trust it can no longer be assumed through it.',
    '删除 OIDC 身份提供商；此后无法再通过它扮演角色。',
  ],
  parameters: { name: oidcProviderName },
  response: {},
  errors: [oidcProviderNotExist],
  authorization: { kind: 'policy', resources: command => [oidcProviderResource(command.name)] },
  async run(scope, command) {
    const provider = await oidcProviderByName(scope, command.name);
    await removeOidcProviderRow(scope, provider);
    scope.touch('oidc-provider', provider.providerId);
  },
  render: () => ({}),
});
