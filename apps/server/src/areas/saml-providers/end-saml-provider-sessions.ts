import { changeOperation, wardenry } from '../../kernel/operation.ts';
import { samlProviderNotExist } from './errors.ts';
import { samlProviderByName, samlProviderResource } from './lookup.ts';
import { samlProviderName } from './parameters.ts';
import { endSessionsOfSamlProvider } from './store.ts';

/** Wardenry EndSAMLProviderSessions: sessions end on every node, and so do those that they made; new ones may begin at once. */
export const wardenryEndSamlProviderSessions = changeOperation({
  api: wardenry,
  name: 'EndSAMLProviderSessions',
  summary: [
    'Ends every session that began with an assertion of a SAML provider.',
    '结束通过该 SAML 身份提供商建立的全部会话。',
  ],
  parameters: { name: samlProviderName },
  response: {},
  errors: [samlProviderNotExist],
  authorization: { kind: 'policy', resources: ({ name }) => [samlProviderResource(name)] },
  async run(scope, { name }) {
    const { providerId } = await samlProviderByName(scope, name);
    await endSessionsOfSamlProvider(scope, providerId);
    scope.touch('saml-provider', providerId);
  },
  render: () => ({}),
});
