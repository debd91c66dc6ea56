/**
 * Sessions: who a caller is, and the exchange of one identity for another. What cannot be verified is refused with the
 * reason, and nothing is ever issued on the word of a stranger.
 */
import type { Area } from '../../kernel/area.ts';
import { stsAssumeRole } from './assume-role.ts';
import { stsAssumeRoleWithOidc } from './assume-role-with-oidc.ts';
import { stsAssumeRoleWithSaml } from './assume-role-with-saml.ts';
import { stsGetCallerIdentity } from './get-caller-identity.ts';

export { callerIdentity, callerIdentityFields } from './wire.ts';

/** Operations on sessions. */
export const sts: Area = {
  name: 'sts',
  operations: [stsGetCallerIdentity, stsAssumeRole, stsAssumeRoleWithSaml, stsAssumeRoleWithOidc],
};
