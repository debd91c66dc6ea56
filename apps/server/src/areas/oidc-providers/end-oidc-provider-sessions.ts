import { changeOperation, wardenry } from '../../kernel/operation.ts';
import { oidcProviderNotExist } from './errors.ts';
import { oidcProviderByName, oidcProviderResource } from './lookup.ts';
import { oidcProviderName } from './parameters.ts';
import { endSessionsOfOidcProvider } from './store.ts';

/** Wardenry EndOIDCProviderSessions: sessions end on every node, and so do those that they made; new ones may begin at once. */
export const wardenryEndOidcProviderSessions = changeOperation({
  api: wardenry,
  name: 'EndOIDCProviderSessions',
  summary: [
    'Ends every session that began with a token of an OIDC provider.',
    '结束通过该 OIDC 身份提供商建立的全部会话。',
  ],
  parameters: { name: oidcProviderName },
  response: {},
  errors: [oidcProviderNotExist],
  authorization: { kind: 'policy', resources: ({ name }) => [oidcProviderResource(name)] },
  async run(scope, { name }) {
    const provider = await oidcProviderByName(scope, name);
    await endSessionsOfOidcProvider(scope, provider);
    scope.touch('oidc-provider', provider.providerId);
  },
  render: () => ({}),
});
