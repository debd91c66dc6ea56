/**
 * The security preference of an account: what all its users may do for themselves, and how they log on (spec: domain 0.5).
 * A switch that is on allows what no policy denies; an explicit deny still wins (spec: domain 0.28).
 */
import type { Area } from '../../kernel/area.ts';
import { imsGetSecurityPreference, ramGetSecurityPreference } from './get-security-preference.ts';
import { imsSetSecurityPreference, ramSetSecurityPreference } from './set-security-preference.ts';

export { openToUsers } from './self-service.ts';
export { securityPreference } from './store.ts';

/** The operations on the security preference. */
export const securityPreferences: Area = {
  name: 'security-preference',
  operations: [
    ramSetSecurityPreference,
    imsSetSecurityPreference,
    ramGetSecurityPreference,
    imsGetSecurityPreference,
  ],
};
