import { readOperation, wardenry } from '../../kernel/operation.ts';
import { wrappedList } from '../../kernel/response.ts';
import { tokensOf } from './store.ts';
import { tokenFields, tokenMembers } from './wire.ts';

/** Wardenry ListGatewayTokens. */
export const wardenryListGatewayTokens = readOperation({
  api: wardenry,
  name: 'ListGatewayTokens',
  summary: ['Lists the gateway tokens of the account, the oldest first.', '按创建时间列出账号的网关令牌。'],
  parameters: {},
  response: { GatewayTokens: wrappedList('GatewayToken', tokenFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [{ relativeId: 'gateway-token/*' }] },
  run: scope => tokensOf(scope),
  render: tokens => ({ GatewayTokens: { GatewayToken: tokens.map(tokenMembers) } }),
});
