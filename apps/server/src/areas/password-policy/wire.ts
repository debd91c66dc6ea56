/** Password policies as RAM and as IMS show them (spec: domain 4.2). */
import { booleanField, integerField, type Rendered } from '../../kernel/response.ts';
import type { PasswordPolicy } from './password-policy.ts';

const sharedFields = {
  MinimumPasswordLength: integerField,
  RequireLowercaseCharacters: booleanField,
  RequireUppercaseCharacters: booleanField,
  RequireNumbers: booleanField,
  RequireSymbols: booleanField,
  MaxPasswordAge: integerField,
  PasswordReusePrevention: integerField,
  MaxLoginAttemps: integerField,
} as const;

function shared(policy: PasswordPolicy): Rendered<typeof sharedFields> {
  return {
    MinimumPasswordLength: policy.minimumLength,
    RequireLowercaseCharacters: policy.requireLowercase,
    RequireUppercaseCharacters: policy.requireUppercase,
    RequireNumbers: policy.requireNumbers,
    RequireSymbols: policy.requireSymbols,
    MaxPasswordAge: policy.maxAge,
    PasswordReusePrevention: policy.reusePrevention,
    MaxLoginAttemps: policy.maxLoginAttempts,
  };
}

/** RAM's policies. */
export const ramPolicyFields = { ...sharedFields, HardExpiry: booleanField } as const;

/** Fills `ramPolicyFields`. */
export function ramPolicy(policy: PasswordPolicy): Rendered<typeof ramPolicyFields> {
  return { ...shared(policy), HardExpiry: policy.hardExpire };
}

/** IMS' policies. */
export const imsPolicyFields = {
  ...sharedFields,
  HardExpire: booleanField,
  MinimumPasswordDifferentCharacter: integerField,
  PasswordNotContainUserName: booleanField,
  InitialPasswordAge: integerField,
  InterceptRiskPasswordOnApi: booleanField,
} as const;

/** Fills `imsPolicyFields`. */
export function imsPolicy(policy: PasswordPolicy): Rendered<typeof imsPolicyFields> {
  return {
    ...shared(policy),
    HardExpire: policy.hardExpire,
    MinimumPasswordDifferentCharacter: policy.minimumDifferent,
    PasswordNotContainUserName: policy.notContainUserName,
    InitialPasswordAge: policy.initialAge,
    InterceptRiskPasswordOnApi: policy.interceptRisk,
  };
}
