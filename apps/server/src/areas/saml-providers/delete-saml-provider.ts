import { changeOperation, ims } from '../../kernel/operation.ts';
import { samlProviderNotExist } from './errors.ts';
import { samlProviderByName, samlProviderResource } from './lookup.ts';
import { samlProviderName } from './parameters.ts';
import { removeSamlProviderRow } from './store.ts';

/** Trust policies that name the provider stay as they are; they just match nobody any more (spec: domain 2.9a). */
export const imsDeleteSamlProvider = changeOperation({
  api: ims,
  name: 'DeleteSAMLProvider',
  summary: [
    'Deletes a SAML provider; roles that trust it can no longer be assumed through it.',
    '删除 SAML 身份提供商；此后无法再通过它扮演角色。',
  ],
  parameters: { name: samlProviderName },
  response: {},
  errors: [samlProviderNotExist],
  authorization: { kind: 'policy', resources: command => [samlProviderResource(command.name)] },
  async run(scope, command) {
    const provider = await samlProviderByName(scope, command.name);
    await removeSamlProviderRow(scope, provider);
    scope.touch('saml-provider', provider.providerId);
  },
  render: () => ({}),
});
