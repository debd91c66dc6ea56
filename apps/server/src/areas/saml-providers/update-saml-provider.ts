import { changed } from '../../kernel/changed.ts';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { nothingToUpdate, samlProviderNotExist } from './errors.ts';
import { samlProviderByName, samlProviderResource } from './lookup.ts';
import { givenMetadata, unusableMetadata } from './metadata/metadata-parameter.ts';
import { newDescription, newMetadataDocument, newSignAlgorithm, samlProviderName } from './parameters.ts';
import { updateSamlProviderRow } from './store.ts';
import { changedProviderFields, changedProviderMembers } from './wire.ts';

/** Metadata is replaced in whole, so that a certificate which is not in it any more vouches for nobody. */
export const imsUpdateSamlProvider = changeOperation({
  api: ims,
  name: 'UpdateSAMLProvider',
  summary: [
    'Changes a SAML provider; what is left out stays. The remarks or the metadata must be given.',
    '修改 SAML 身份提供商，未传的参数保持不变；备注和元数据至少传入一项。',
  ],
  parameters: {
    name: samlProviderName,
    description: newDescription,
    metadataDocument: newMetadataDocument,
    signAlgorithm: newSignAlgorithm,
  },
  response: { SAMLProvider: object(changedProviderFields) },
  errors: [nothingToUpdate, unusableMetadata, samlProviderNotExist],
  authorization: { kind: 'policy', resources: command => [samlProviderResource(command.name)] },
  prepare(preparation, { description, metadataDocument }) {
    if (description === undefined && metadataDocument === undefined) throw apiError(nothingToUpdate);
    return givenMetadata(preparation, newMetadataDocument.wire, metadataDocument);
  },
  async run(scope, { name, description, signAlgorithm }, metadata) {
    const provider = changed(await samlProviderByName(scope, name), {
      description,
      metadata,
      signAlgorithm,
      updatedAt: scope.now,
    });
    await updateSamlProviderRow(scope, provider);
    scope.touch('saml-provider', provider.providerId);
    return provider;
  },
  render: (provider, { context }) => ({
    SAMLProvider: changedProviderMembers(provider, context.accountId),
  }),
});
