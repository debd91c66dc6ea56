import { first } from './0001-first.ts';
import { plannerStatistics } from './0002-planner-statistics.ts';
import { gatewayTokens } from './0003-gateway-tokens.ts';
import { roles } from './0010-roles.ts';
import { tags } from './0011-tags.ts';
import { accountAliases } from './0020-account-aliases.ts';
import { passwordPolicies } from './0021-password-policies.ts';
import { securityPreferences } from './0022-security-preferences.ts';
import { passwords } from './0023-passwords.ts';
import { mfaDevices } from './0030-mfa-devices.ts';
import { passkeys } from './0031-passkeys.ts';
import { verificationDevices } from './0032-verification-devices.ts';
import { oidcProviders } from './0040-oidc-providers.ts';
import { samlProviders } from './0041-saml-providers.ts';
import { userSsoSettings } from './0042-user-sso-settings.ts';
import { applications } from './0050-applications.ts';
import { storedOnly } from './0051-stored-only.ts';
import { recycleBin } from './0060-recycle-bin.ts';
import { accessKeyPolicies } from './0061-access-key-policies.ts';
import { reports } from './0070-reports.ts';
import { sessionEpochs } from './0080-session-epochs.ts';
import { policyHolders } from './0084-policy-holders.ts';
import { readsOfKeys } from './0085-reads-of-keys.ts';
import { resourceGroups } from './0086-resource-groups.ts';
import { tagsByCarrier } from './0090-tags-by-carrier.ts';
import { serviceLinkedRoles } from './0091-service-linked-roles.ts';
import type { SchemaMaker } from './schema-maker.ts';

/** One step forward; there are none back. A step that has been released never changes again. */
export type Migration = (schema: SchemaMaker) => Promise<void>;

/** Every step in its order; the number of steps made is the version of a schema. */
export const migrations: readonly Migration[] = [
  first,
  plannerStatistics,
  gatewayTokens,
  roles,
  tags,
  accountAliases,
  passwordPolicies,
  securityPreferences,
  passwords,
  mfaDevices,
  passkeys,
  verificationDevices,
  oidcProviders,
  samlProviders,
  userSsoSettings,
  applications,
  storedOnly,
  recycleBin,
  accessKeyPolicies,
  reports,
  tagsByCarrier,
  serviceLinkedRoles,
  policyHolders,
  sessionEpochs,
  resourceGroups,
  readsOfKeys,
];
