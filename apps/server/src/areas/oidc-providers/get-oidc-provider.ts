import { ims, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { oidcProviderNotExist } from './errors.ts';
import { oidcProviderByName, oidcProviderResource } from './lookup.ts';
import { oidcProviderName } from './parameters.ts';
import { oidcProviderFields, oidcProviderMembers } from './wire.ts';

export const imsGetOidcProvider = readOperation({
  api: ims,
  name: 'GetOIDCProvider',
  summary: ['Shows one OIDC provider.', '查询单个 OIDC 身份提供商的信息。'],
  parameters: { name: oidcProviderName },
  response: { OIDCProvider: object(oidcProviderFields) },
  errors: [oidcProviderNotExist],
  authorization: { kind: 'policy', resources: command => [oidcProviderResource(command.name)] },
  run: (scope, command) => oidcProviderByName(scope, command.name),
  render: (provider, { context }) => ({ OIDCProvider: oidcProviderMembers(provider, context.accountId) }),
});
