import { type Account, textOf } from '../account.ts';
import { difficultLines, type ValidCalls } from './valid-call.ts';

function resource({ id }: Account, name: string): string {
  return `acs:wardenry:*:${id}:gateway-token/${name}`;
}

/** Makes a token and gives its id; so many are never there at once that a quota would count. */
async function token(account: Account): Promise<string> {
  const { GatewayToken } = await account.do('Wardenry CreateGatewayToken', { Description: 'edge' });
  return textOf(GatewayToken, 'TokenId');
}

/** Tokens of proxies. */
export const gatewayTokenCalls: ValidCalls = {
  'Wardenry CreateGatewayToken': [
    {
      title: '',
      outcome: 'Success',
      arrange: async account => ({
        parameters: { Description: difficultLines, DryRun: 'true' },
        resources: [resource(account, '*')],
      }),
    },
  ],
  'Wardenry ListGatewayTokens': [
    {
      title: '',
      outcome: 'Success',
      async arrange(account) {
        await token(account);
        return { parameters: {}, resources: [resource(account, '*')] };
      },
    },
  ],
  'Wardenry DeleteGatewayToken': [
    {
      title: '',
      outcome: 'Success',
      async arrange(account) {
        const TokenId = await token(account);
        return { parameters: { TokenId }, resources: [resource(account, TokenId)] };
      },
    },
  ],
};
