/** The SQL of password policies. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { insert, remove, select } from '../../store/index.ts';
import { defaultPasswordPolicy, type PasswordPolicy } from './password-policy.ts';

/** The account's policy; the defaults when it never set one. */
export async function passwordPolicy(scope: Scope): Promise<PasswordPolicy> {
  const row = await select(scope, 'password_policies').selectAll().executeTakeFirst();
  if (row === undefined) return defaultPasswordPolicy;
  return {
    minimumLength: row.minimum_length,
    requireLowercase: row.require_lowercase === 1,
    requireUppercase: row.require_uppercase === 1,
    requireNumbers: row.require_numbers === 1,
    requireSymbols: row.require_symbols === 1,
    minimumDifferent: row.minimum_different,
    notContainUserName: row.not_contain_user_name === 1,
    maxAge: row.max_age_days,
    hardExpire: row.hard_expire === 1,
    reusePrevention: row.reuse_prevention,
    maxLoginAttempts: row.max_login_attempts,
    initialAge: row.initial_age_days,
    interceptRisk: row.intercept_risk === 1,
  };
}

/** Puts a policy in force in place of the one before. */
export async function replacePasswordPolicy(scope: ChangeScope, policy: PasswordPolicy): Promise<void> {
  await remove(scope, 'password_policies').execute();
  await insert(scope, 'password_policies', {
    minimum_length: policy.minimumLength,
    require_lowercase: Number(policy.requireLowercase),
    require_uppercase: Number(policy.requireUppercase),
    require_numbers: Number(policy.requireNumbers),
    require_symbols: Number(policy.requireSymbols),
    minimum_different: policy.minimumDifferent,
    not_contain_user_name: Number(policy.notContainUserName),
    max_age_days: policy.maxAge,
    hard_expire: Number(policy.hardExpire),
    reuse_prevention: policy.reusePrevention,
    max_login_attempts: policy.maxLoginAttempts,
    initial_age_days: policy.initialAge,
    intercept_risk: Number(policy.interceptRisk),
  });
}
