import type { Scope } from '../../kernel/scope.ts';
import { findAlias } from './store.ts';

/** The suffix of every default domain (spec: domain 6). */
export const domainSuffix = 'onaliyun.com';

/** What the account is called by: its alias, or its id as long as it has none (spec: domain 0.13). */
export async function accountAlias(scope: Scope): Promise<string> {
  return (await findAlias(scope)) ?? scope.accountId;
}

/**
 * The domain that stands behind the `@` of the account's user principal names.
 *
 * @returns `<alias>.onaliyun.com` (spec: domain 6)
 */
export async function defaultDomain(scope: Scope): Promise<string> {
  return domainOf(await accountAlias(scope));
}

/** The default domain of an account that is called by an alias. */
export function domainOf(alias: string): string {
  return `${alias}.${domainSuffix}`;
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
 * @param principalName `name@domain`; the domain is the account's alias or its id, with or without the suffix; the id
 *   stays valid whatever the alias is, an alias that was replaced does not (spec: domain 6)
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
  const isOwn = isNamedBy(domain, scope.accountId) || isNamedBy(domain, await accountAlias(scope));
  return isOwn ? principalName.slice(0, at) : undefined;
}

function isNamedBy(domain: string, alias: string): boolean {
  return domain === alias || domain === domainOf(alias);
}
