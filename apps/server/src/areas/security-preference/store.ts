/** The SQL of security preferences. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insert, remove, select } from '../../store/index.ts';
import {
  defaultSecurityPreference,
  type SecurityPreference,
  type VerificationType,
  verificationTypes,
} from './security-preference.ts';

/** The account's preference; the defaults when it never set one. */
export async function securityPreference(scope: Scope): Promise<SecurityPreference> {
  const row = await select(scope, 'security_preferences').selectAll().executeTakeFirst();
  if (row === undefined) return defaultSecurityPreference;
  return {
    saveMfaTicket: row.save_mfa_ticket === 1,
    changePassword: row.change_password === 1,
    loginWithPasskey: row.login_with_passkey === 1,
    sessionHours: row.session_hours,
    networkMasks: row.network_masks,
    mfaForLogin: row.mfa_for_login,
    riskLogin: row.risk_login,
    manageAccessKeys: row.manage_access_keys === 1,
    manageServiceCredentials: row.manage_service_credentials === 1,
    manageMfaDevices: row.manage_mfa_devices === 1,
    managePublicKeys: row.manage_public_keys === 1,
    managePersonalDingTalk: row.manage_personal_ding_talk === 1,
    verificationTypes: verificationTypesIn(row.verification_types),
    maxIdleDaysOfUsers: row.max_idle_days_users,
    maxIdleDaysOfAccessKeys: row.max_idle_days_access_keys,
  };
}

/** Puts a preference in force in place of the one before. */
export async function replaceSecurityPreference(
  scope: ChangeScope,
  preference: SecurityPreference,
): Promise<void> {
  await remove(scope, 'security_preferences').execute();
  await insert(scope, 'security_preferences', {
    save_mfa_ticket: Number(preference.saveMfaTicket),
    change_password: Number(preference.changePassword),
    login_with_passkey: Number(preference.loginWithPasskey),
    session_hours: preference.sessionHours,
    network_masks: preference.networkMasks,
    mfa_for_login: preference.mfaForLogin,
    risk_login: preference.riskLogin,
    manage_access_keys: Number(preference.manageAccessKeys),
    manage_service_credentials: Number(preference.manageServiceCredentials),
    manage_mfa_devices: Number(preference.manageMfaDevices),
    manage_public_keys: Number(preference.managePublicKeys),
    manage_personal_ding_talk: Number(preference.managePersonalDingTalk),
    verification_types: preference.verificationTypes.join(','),
    max_idle_days_users: preference.maxIdleDaysOfUsers,
    max_idle_days_access_keys: preference.maxIdleDaysOfAccessKeys,
  });
}

function verificationTypesIn(text: string): readonly VerificationType[] {
  const written = text.split(',');
  return verificationTypes.filter(type => written.includes(type));
}
