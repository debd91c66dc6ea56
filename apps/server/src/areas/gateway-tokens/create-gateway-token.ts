import { hash } from 'node:crypto';
import { apiError } from '../../kernel/errors.ts';
import { changeOperation, wardenry } from '../../kernel/operation.ts';
import { boolean, text } from '../../kernel/parameters.ts';
import { object } from '../../kernel/response.ts';
import { multiLine } from '../../kernel/text/characters.ts';
import { tooManyTokens } from './errors.ts';
import type { GatewayToken } from './gateway-token.ts';
import { countTokens, insertToken } from './store.ts';
import { newTokenFields, tokenMembers } from './wire.ts';

/** Wardenry CreateGatewayToken. */
export const wardenryCreateGatewayToken = changeOperation({
  api: wardenry,
  name: 'CreateGatewayToken',
  summary: [
    'Creates a token with which a proxy asks at /v1/auth-request about the requests it receives; it is shown this once and can do nothing else.',
    '创建网关令牌，供反向代理在 /v1/auth-request 校验其收到的请求；令牌仅显示一次，且没有其他权限。',
  ],
  parameters: {
    description: text('Description', {
      min: 1,
      max: 128,
      characters: multiLine,
      doc: ['Which proxy presents it.', '说明由哪个代理使用。'],
    }),
    dryRun: boolean('DryRun', {
      default: false,
      doc: [
        'Whether the proxy is told to let every request pass; what would have been refused is recorded. For services that are about to be guarded: no header of a request can ask for it.',
        '是否放行全部请求并仅记录本应拒绝的请求；用于服务正式接入前的试运行，请求头无法启用此模式。',
      ],
    }),
  },
  response: { GatewayToken: object(newTokenFields) },
  errors: [tooManyTokens],
  authorization: { kind: 'policy', resources: () => [{ relativeId: 'gateway-token/*' }] },
  prepare({ ids }) {
    const tokenId = ids.gatewayTokenId();
    const secret = ids.accessKeySecret();
    // The secret is drawn, not chosen: nobody can guess it from a fast hash either.
    return { tokenId, token: `${tokenId}.${secret}`, secretHash: hash('sha256', secret, 'hex') };
  },
  async run(scope, { description = '', dryRun }, { tokenId, secretHash }) {
    const limit = scope.context.limits.gatewayTokens;
    if ((await countTokens(scope)) >= limit) throw apiError(tooManyTokens, { limit });
    const token: GatewayToken = { tokenId, description, dryRun, createdAt: scope.now };
    await insertToken(scope, token, secretHash);
    scope.touch('gateway-token', tokenId);
    return token;
  },
  render: (token, { prepared }) => ({ GatewayToken: { ...tokenMembers(token), Token: prepared.token } }),
});
