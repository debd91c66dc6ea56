import type { RequestContext } from '../../kernel/context.ts';
import type { Scope } from '../../kernel/scope.ts';
import { findAlias } from './store.ts';

/** What the account is called by: its alias, or its id as long as it has none (spec: domain 0.13). */
export async function accountAlias(scope: Scope): Promise<string> {
  return (await findAlias(scope)) ?? scope.accountId;
}

/**
 * The domain that stands behind the `@` of the account's user principal names.
 *
 * @returns `<alias>.<suffix>`; the suffix is a setting, `onaliyun.com` unless it was set (spec: domain 6)
 */
export async function defaultDomain(scope: Scope): Promise<string> {
  return domainOf(await accountAlias(scope), scope.context);
}

/** The default domain of an account that is called by an alias. */
export function domainOf(alias: string, { domainSuffix }: Pick<RequestContext, 'domainSuffix'>): string {
  return `${alias}.${domainSuffix}`;
}

/** Whether a domain is the installation's to give: the suffix of all default domains, or any domain below it. */
export function isOwnDomain(domain: string, { domainSuffix }: Pick<RequestContext, 'domainSuffix'>): boolean {
  return `.${domain}`.toLowerCase().endsWith(`.${domainSuffix}`);
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

/** The name that an application of an account goes by, e.g. `shop@app.1234567890123456.onaliyun.com` (spec: domain 10). */
export function applicationPrincipalName(
  name: string,
  context: Pick<RequestContext, 'accountId' | 'domainSuffix'>,
): string {
  return userPrincipalName(name, `app.${domainOf(context.accountId, context)}`);
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
  return nameIn(scope, principalName, alias => [alias, domainOf(alias, scope.context)]);
}

/**
 * The name that a group is shown with outside of its account (spec: api ResourceManager).
 *
 * @param domain the account's default domain
 */
export function groupPrincipalName(name: string, domain: string): string {
  return userPrincipalName(name, `group.${domain}`);
}

/** Reads the group's name out of its principal name, as {@link userNameFromPrincipalName} does. */
export function groupNameFromPrincipalName(scope: Scope, principalName: string): Promise<string | undefined> {
  return nameIn(scope, principalName, alias => [`group.${domainOf(alias, scope.context)}`]);
}

/**
 * The name that a role is shown with outside of its account; its domain is no setting (spec: api ResourceManager).
 *
 * @param alias of the account, or its id
 */
export function rolePrincipalName(name: string, alias: string): string {
  return userPrincipalName(name, roleDomainOf(alias));
}

/** Reads the role's name out of its principal name, as {@link userNameFromPrincipalName} does. */
export function roleNameFromPrincipalName(scope: Scope, principalName: string): Promise<string | undefined> {
  return nameIn(scope, principalName, alias => [roleDomainOf(alias)]);
}

function roleDomainOf(alias: string): string {
  return `role.${alias}.onaliyunservice.com`;
}

/**
 * What stands before the `@` of a name in one of the account's domains.
 *
 * @param domainsOf the domains of an account that is called by an alias, or by its id
 */
async function nameIn(
  scope: Scope,
  principalName: string,
  domainsOf: (alias: string) => readonly string[],
): Promise<string | undefined> {
  const at = principalName.indexOf('@');
  if (at <= 0) return undefined;
  const domain = principalName.slice(at + 1).toLowerCase();
  const isOwn =
    domainsOf(scope.accountId).includes(domain) || domainsOf(await accountAlias(scope)).includes(domain);
  return isOwn ? principalName.slice(0, at) : undefined;
}
