import { changed } from '../../kernel/changed.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { oidcProviderNotExist, tooManyClientIds } from './errors.ts';
import { clientIdsWithin } from './item-quotas.ts';
import { oidcProviderByName, oidcProviderResource } from './lookup.ts';
import { clientIds, newDescription, newIssuanceLimitTime, oidcProviderName } from './parameters.ts';
import { updateOidcProviderRow } from './store.ts';
import { oidcProviderFields, oidcProviderMembers } from './wire.ts';

export const imsUpdateOidcProvider = changeOperation({
  api: ims,
  name: 'UpdateOIDCProvider',
  summary: [
    'Changes an OIDC provider; client ids that are given replace all that it has.',
    '修改 OIDC 身份提供商；传入的客户端 ID 会替换原有的全部客户端 ID。',
  ],
  parameters: {
    name: oidcProviderName,
    clientIds,
    issuanceLimitTime: newIssuanceLimitTime,
    description: newDescription,
  },
  response: { OIDCProvider: object(oidcProviderFields) },
  errors: [oidcProviderNotExist, tooManyClientIds],
  authorization: { kind: 'policy', resources: command => [oidcProviderResource(command.name)] },
  async run(scope, command) {
    const provider = changed(await oidcProviderByName(scope, command.name), {
      clientIds:
        command.clientIds === undefined
          ? undefined
          : clientIdsWithin(scope.context.limits, command.clientIds),
      issuanceLimitTime: command.issuanceLimitTime,
      description: command.description,
      updatedAt: scope.now,
    });
    await updateOidcProviderRow(scope, provider);
    scope.touch('oidc-provider', provider.providerId);
    return provider;
  },
  render: (provider, { context }) => ({ OIDCProvider: oidcProviderMembers(provider, context.accountId) }),
});
