/**
 * The account: the house that users, groups and policies live in, and the domain its users are named with.
 * It promises that a principal name of another account never names a user of this one.
 */
import type { Area } from '../../kernel/area.ts';
import { wardenryEndAccountSessions } from './end-account-sessions.ts';

export {
  accountAlias,
  applicationPrincipalName,
  defaultDomain,
  domainOf,
  groupNameFromPrincipalName,
  groupPrincipalName,
  isOwnDomain,
  roleNameFromPrincipalName,
  rolePrincipalName,
  userNameFromPrincipalName,
  userPrincipalName,
} from './principal-name.ts';
export { accountCreatedAt, removeAlias, replaceAlias, rootPasswordSetAt } from './store.ts';

/** The account's sessions as a whole; everything else about it later areas build on its names. */
export const accounts: Area = { name: 'accounts', operations: [wardenryEndAccountSessions] };
