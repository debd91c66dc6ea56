import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import {
  issuerUrlTaken,
  oidcProviderAlreadyExists,
  tooManyClientIds,
  tooManyFingerprints,
  tooManyOidcProviders,
} from './errors.ts';
import { clientIdsWithin, fingerprintsWithin } from './item-quotas.ts';
import { allOidcProviders } from './lookup.ts';
import type { OidcProvider } from './oidc-provider.ts';
import {
  clientIds,
  description,
  fingerprints,
  issuanceLimitTime,
  issuerUrl,
  oidcProviderName,
} from './parameters.ts';
import {
  countOidcProviders,
  findOidcProvider,
  findOidcProviderByIssuer,
  insertOidcProvider,
} from './store.ts';
import { oidcProviderFields, oidcProviderMembers } from './wire.ts';

export const imsCreateOidcProvider = changeOperation({
  api: ims,
  name: 'CreateOIDCProvider',
  summary: ['Registers an OIDC provider that roles may trust.', '创建可被角色信任的 OIDC 身份提供商。'],
  parameters: {
    name: oidcProviderName,
    issuerUrl,
    clientIds,
    fingerprints,
    issuanceLimitTime,
    description,
  },
  response: { OIDCProvider: object(oidcProviderFields) },
  errors: [
    oidcProviderAlreadyExists,
    issuerUrlTaken,
    tooManyOidcProviders,
    tooManyClientIds,
    tooManyFingerprints,
  ],
  authorization: { kind: 'policy', resources: () => [allOidcProviders] },
  prepare: ({ ids }) => ids.oidcProviderId(),
  async run(scope, command, providerId): Promise<OidcProvider> {
    const { name } = command;
    if ((await findOidcProvider(scope, name)) !== undefined) {
      throw apiError(oidcProviderAlreadyExists, { provider: name });
    }
    const holder = await findOidcProviderByIssuer(scope, command.issuerUrl);
    if (holder !== undefined) {
      throw apiError(issuerUrlTaken, { provider: holder.name, issuer: holder.issuerUrl });
    }
    const { limits } = scope.context;
    const limit = limits.oidcProviders;
    if ((await countOidcProviders(scope)) >= limit) throw apiError(tooManyOidcProviders, { limit });
    const provider: OidcProvider = {
      providerId,
      name,
      issuerUrl: command.issuerUrl,
      clientIds: clientIdsWithin(limits, command.clientIds),
      fingerprints: fingerprintsWithin(limits, command.fingerprints),
      issuanceLimitTime: command.issuanceLimitTime,
      description: command.description ?? '',
      createdAt: scope.now,
      updatedAt: scope.now,
    };
    await insertOidcProvider(scope, provider);
    scope.touch('oidc-provider', providerId);
    return provider;
  },
  render: (provider, { context }) => ({ OIDCProvider: oidcProviderMembers(provider, context.accountId) }),
});
