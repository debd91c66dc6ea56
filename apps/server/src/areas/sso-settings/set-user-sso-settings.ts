import { apiError, errorKind } from '../../kernel/errors.ts';
import { changeOperation, ims } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { givenMetadata, signAlgorithm, unusableMetadata } from '../saml-providers/index.ts';
import { auxiliaryDomain, metadataDocument, ssoEnabled, ssoLoginWithDomain } from './parameters.ts';
import { replaceUserSsoSettings, userSsoSettings } from './store.ts';
import type { UserSsoSettings } from './user-sso-settings.ts';
import { userSsoSettingsFields, userSsoSettingsMembers } from './wire.ts';

const metadataMissing = errorKind(
  'MissingMetadataDocument',
  400,
  'User SSO cannot be switched on without the metadata of an identity provider; give it as MetadataDocument.',
);

/** Settings may be stored while it is off; switched on without a provider nobody could log on any more (spec: domain 8.1). */
export const imsSetUserSsoSettings = changeOperation({
  api: ims,
  name: 'SetUserSsoSettings',
  summary: [
    'Sets whether and how users log on through an identity provider. Left out, the metadata and the auxiliary domain stay, everything else takes its default.',
    '设置用户 SSO 的身份提供商。不传元数据或辅助域名则保持不变，其余参数不传则取默认值。',
  ],
  parameters: {
    isEnabled: ssoEnabled,
    metadataDocument,
    auxiliaryDomain,
    isDomainRequired: ssoLoginWithDomain,
    signAlgorithm,
  },
  response: { UserSsoSettings: object(userSsoSettingsFields) },
  errors: [unusableMetadata, metadataMissing],
  authorization: { kind: 'policy', resources: () => [{ relativeId: '*' }] },
  prepare: (preparation, command) =>
    givenMetadata(preparation, metadataDocument.wire, command.metadataDocument),
  async run(scope, command, given): Promise<UserSsoSettings> {
    const before = await userSsoSettings(scope);
    const settings: UserSsoSettings = {
      isEnabled: command.isEnabled,
      metadata: command.metadataDocument === undefined ? before.metadata : given,
      auxiliaryDomain: command.auxiliaryDomain ?? before.auxiliaryDomain,
      isDomainRequired: command.isDomainRequired,
      signAlgorithm: command.signAlgorithm,
    };
    if (settings.isEnabled && settings.metadata === undefined) throw apiError(metadataMissing);
    await replaceUserSsoSettings(scope, settings);
    return settings;
  },
  render: settings => ({ UserSsoSettings: userSsoSettingsMembers(settings) }),
});
