/**
 * Sessions: who a caller is, and the exchange of one identity for another. What cannot be verified is refused with the
 * reason, and nothing is ever issued on the word of a stranger.
 */
import type { Area } from '../../kernel/area.ts';
import { stsAssumeRole } from './assume-role.ts';
import { stsGetCallerIdentity } from './get-caller-identity.ts';
import { stsAssumeRoleWithOidc } from './oidc/assume-role-with-oidc.ts';
import { stsAssumeRoleWithSaml } from './saml/assume-role-with-saml.ts';
import type { SessionParts } from './session/parts.ts';

export { type ServiceProvider, serviceProvider, serviceProviderMetadata } from './saml/service-provider.ts';
export type { SessionParts } from './session/parts.ts';
export { callerIdentity, callerIdentityFields } from './wire.ts';

/** Operations on sessions. */
export function stsArea(parts: SessionParts): Area {
  return {
    name: 'sts',
    operations: [
      stsGetCallerIdentity,
      stsAssumeRole(parts),
      stsAssumeRoleWithSaml(parts),
      stsAssumeRoleWithOidc(parts),
    ],
  };
}
