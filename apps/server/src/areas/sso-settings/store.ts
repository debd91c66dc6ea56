/** The SQL of the settings of user SSO. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insert, remove, select } from '../../store/index.ts';
import { metadataColumns, metadataIn } from '../saml-providers/index.ts';
import { defaultUserSsoSettings, type UserSsoSettings } from './user-sso-settings.ts';

/** The account's settings; the defaults when it never set any. */
export async function userSsoSettings(scope: Scope): Promise<UserSsoSettings> {
  const row = await select(scope, 'user_sso_settings').selectAll().executeTakeFirst();
  if (row === undefined) return defaultUserSsoSettings;
  return {
    isEnabled: row.enabled === 1,
    metadata: metadataIn(row),
    auxiliaryDomain: row.auxiliary_domain,
    isDomainRequired: row.domain_required === 1,
    signAlgorithm: row.sign_algorithm,
  };
}

/** Puts settings in force in place of those before. */
export async function replaceUserSsoSettings(scope: ChangeScope, settings: UserSsoSettings): Promise<void> {
  await remove(scope, 'user_sso_settings').execute();
  await insert(scope, 'user_sso_settings', {
    enabled: Number(settings.isEnabled),
    auxiliary_domain: settings.auxiliaryDomain,
    domain_required: Number(settings.isDomainRequired),
    sign_algorithm: settings.signAlgorithm,
    ...metadataColumns(settings.metadata),
  });
}
