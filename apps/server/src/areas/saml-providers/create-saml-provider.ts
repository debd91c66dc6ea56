import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { samlProviderAlreadyExists, tooManySamlProviders } from './errors.ts';
import { allSamlProviders } from './lookup.ts';
import { givenMetadata, unusableMetadata } from './metadata/metadata-parameter.ts';
import { description, metadataDocument, samlProviderName, signAlgorithm } from './parameters.ts';
import type { SamlProvider } from './saml-provider.ts';
import { countSamlProviders, findSamlProvider, insertSamlProvider } from './store.ts';
import { changedProviderFields, changedProviderMembers } from './wire.ts';

export const imsCreateSamlProvider = changeOperation({
  api: ims,
  name: 'CreateSAMLProvider',
  summary: ['Registers a SAML provider that roles may trust.', '创建可被角色信任的 SAML 身份提供商。'],
  parameters: { name: samlProviderName, metadataDocument, description, signAlgorithm },
  response: { SAMLProvider: object(changedProviderFields) },
  errors: [unusableMetadata, samlProviderAlreadyExists, tooManySamlProviders],
  authorization: { kind: 'policy', resources: () => [allSamlProviders] },
  prepare: async (preparation, command) => ({
    providerId: preparation.ids.samlProviderId(),
    metadata: await givenMetadata(preparation, metadataDocument.wire, command.metadataDocument),
  }),
  async run(scope, command, { providerId, metadata }): Promise<SamlProvider> {
    const { name } = command;
    if ((await findSamlProvider(scope, name)) !== undefined) {
      throw apiError(samlProviderAlreadyExists, { provider: name });
    }
    const limit = scope.context.limits.samlProviders;
    if ((await countSamlProviders(scope)) >= limit) throw apiError(tooManySamlProviders, { limit });
    const provider: SamlProvider = {
      providerId,
      name,
      metadata,
      description: command.description ?? '',
      signAlgorithm: command.signAlgorithm,
      sessionEpoch: 0,
      createdAt: scope.now,
      updatedAt: scope.now,
    };
    await insertSamlProvider(scope, provider);
    scope.touch('saml-provider', providerId);
    return provider;
  },
  render: (provider, { context }) => ({
    SAMLProvider: changedProviderMembers(provider, context.accountId),
  }),
});
