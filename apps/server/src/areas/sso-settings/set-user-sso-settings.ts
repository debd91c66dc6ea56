import { apiError, errorKind } from '../../kernel/errors.ts';
import { changeOperation, ims, wholeAccount } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { isOwnDomain } from '../accounts/index.ts';
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

/** Every domain below the suffix names an account, now or when it takes the alias (spec: domain 6). */
const domainOfInstallation = errorKind(
  'InvalidParameter.AuxiliaryDomain',
  400,
  'The auxiliary domain "{domain}" is one of this installation, whose domains name its accounts; names in the default domain of the account are accepted without, give one of your company instead.',
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
  errors: [unusableMetadata, metadataMissing, domainOfInstallation],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  prepare: (preparation, command) =>
    givenMetadata(preparation, metadataDocument.wire, command.metadataDocument),
  async run(scope, command, given): Promise<UserSsoSettings> {
    const { auxiliaryDomain: domain = '' } = command;
    if (isOwnDomain(domain, scope.context)) throw apiError(domainOfInstallation, { domain });
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
