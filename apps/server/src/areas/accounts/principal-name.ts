import type { Scope } from '../../kernel/scope.ts';

/** The suffix of every default domain (spec: domain 6). */
const domainSuffix = 'onaliyun.com';

/**
 * The domain that stands behind the `@` of the account's user principal names.
 *
 * @returns `<accountId>.onaliyun.com` (spec: domain 6)
 */
export async function defaultDomain(scope: Scope): Promise<string> {
  return `${scope.accountId}.${domainSuffix}`;
}

/**
 * The name a user is shown with outside of its account, e.g. `alice@1234567890123456.onaliyun.com`.
 *
 * @param name the user's name
 * @param domain the account's default domain
 */
export function userPrincipalName(name: string, domain: string): string {
  return `${name}@${domain}`;
}

/**
 * Reads the user's name out of a user principal name of this account.
 *
 * @param scope the account that the user is looked for in
 * @param principalName `name@domain`; the domain is the account's default domain, or the account's id with or without
 *   the suffix, which stay valid whatever the default domain is (spec: domain 6)
 * @returns undefined for a domain of somebody else and for a text that is no principal name: such a user does not exist
 *   here
 */
export async function userNameFromPrincipalName(
  scope: Scope,
  principalName: string,
): Promise<string | undefined> {
  const at = principalName.indexOf('@');
  if (at <= 0) return undefined;
  const domain = principalName.slice(at + 1).toLowerCase();
  const own = [await defaultDomain(scope), `${scope.accountId}.${domainSuffix}`, scope.accountId];
  return own.includes(domain) ? principalName.slice(0, at) : undefined;
}
