import { ims, readOperation } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { samlProviderNotExist } from './errors.ts';
import { samlProviderByName, samlProviderResource } from './lookup.ts';
import { samlProviderName } from './parameters.ts';
import { samlProviderFields, samlProviderMembers } from './wire.ts';

export const imsGetSamlProvider = readOperation({
  api: ims,
  name: 'GetSAMLProvider',
  summary: ['Shows one SAML provider with its metadata.', '查询单个 SAML 身份提供商及其元数据。'],
  parameters: { name: samlProviderName },
  response: { SAMLProvider: object(samlProviderFields) },
  errors: [samlProviderNotExist],
  authorization: { kind: 'policy', resources: command => [samlProviderResource(command.name)] },
  run: (scope, command) => samlProviderByName(scope, command.name),
  render: (provider, { context }) => ({ SAMLProvider: samlProviderMembers(provider, context.accountId) }),
});
