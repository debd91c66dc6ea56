/**
 * The default domain of an account and its alias: two views of one value. An alias is of one account of the installation,
 * and no alias looks like another account's id.
 */
import type { Area } from '../../kernel/area.ts';
import { ramClearAccountAlias } from './clear-account-alias.ts';
import { imsGetDefaultDomain, ramGetAccountAlias } from './get-default-domain.ts';
import { imsSetDefaultDomain, ramSetAccountAlias } from './set-default-domain.ts';

/** The operations on alias and default domain. */
export const domains: Area = {
  name: 'domains',
  operations: [
    ramSetAccountAlias,
    imsSetDefaultDomain,
    ramGetAccountAlias,
    imsGetDefaultDomain,
    ramClearAccountAlias,
  ],
};
