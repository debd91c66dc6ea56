import { apiError } from '../../kernel/errors.ts';
import { changeOperation, wardenry } from '../../kernel/operation.ts';
import { lettersDigitsAnd, text } from '../../kernel/parameters.ts';
import { tokenNotExist } from './errors.ts';
import { removeToken } from './store.ts';

/** Wardenry DeleteGatewayToken. */
export const wardenryDeleteGatewayToken = changeOperation({
  api: wardenry,
  name: 'DeleteGatewayToken',
  summary: [
    'Deletes a gateway token; whoever presents it is refused from then on, on every node.',
    '删除网关令牌，此后所有节点均拒绝该令牌。',
  ],
  parameters: {
    tokenId: text('TokenId', {
      required: true,
      min: 1,
      max: 64,
      characters: lettersDigitsAnd('-'),
      doc: ['Id of the token: what stands before its dot.', '令牌 ID，即令牌中点号之前的部分。'],
    }),
  },
  response: {},
  errors: [tokenNotExist],
  authorization: {
    kind: 'policy',
    resources: ({ tokenId }) => [{ relativeId: `gateway-token/${tokenId}` }],
  },
  async run(scope, { tokenId }) {
    if (!(await removeToken(scope, tokenId))) throw apiError(tokenNotExist, { tokenId });
    scope.touch('gateway-token', tokenId);
  },
  render: () => ({}),
});
