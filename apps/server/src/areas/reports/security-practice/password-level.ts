import type { PasswordPolicy } from '../../password-policy/index.ts';

/** How strong the passwords are that a policy asks for. */
export type PasswordLevel = 'low' | 'mid' | 'high';

/** Judges a policy (spec: domain 9.1). */
export function passwordLevel(policy: PasswordPolicy): PasswordLevel {
  const classes = [
    policy.requireLowercase,
    policy.requireUppercase,
    policy.requireNumbers,
    policy.requireSymbols,
  ].filter(isRequired => isRequired).length;
  if (policy.minimumLength >= 12 && classes >= 3 && policy.reusePrevention >= 1) return 'high';
  return classes >= 2 ? 'mid' : 'low';
}
