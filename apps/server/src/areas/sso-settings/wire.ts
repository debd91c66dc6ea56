/** The settings of user SSO as IMS shows them (spec: domain 8.1). */
import { booleanField, type Rendered, textField } from '../../kernel/response.ts';
import type { UserSsoSettings } from './user-sso-settings.ts';

export const userSsoSettingsFields = {
  SsoEnabled: booleanField,
  MetadataDocument: textField,
  AuxiliaryDomain: textField,
  SsoLoginWithDomain: booleanField,
  AuthnSignAlgo: textField,
} as const;

/** Fills `userSsoSettingsFields`. */
export function userSsoSettingsMembers(settings: UserSsoSettings): Rendered<typeof userSsoSettingsFields> {
  return {
    SsoEnabled: settings.isEnabled,
    MetadataDocument: settings.metadata?.document ?? '',
    AuxiliaryDomain: settings.auxiliaryDomain,
    SsoLoginWithDomain: settings.isDomainRequired,
    AuthnSignAlgo: settings.signAlgorithm,
  };
}
