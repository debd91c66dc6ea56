import type { Preparation } from '../../../kernel/preparation.ts';
import { userSsoSettings } from '../../sso-settings/index.ts';
import { type AccountFacts, accountFacts } from '../facts.ts';
import { type FullAccess, fullAccess } from './full-access.ts';

/** What the governance report looks at of the account itself. */
export interface GovernedAccount extends AccountFacts {
  /** Whether users log on through an identity provider. */
  readonly hasUserSso: boolean;
  readonly fullAccess: readonly FullAccess[];
}

/** Takes stock of the account itself. */
export async function governedAccount(read: Preparation['read']): Promise<GovernedAccount> {
  return {
    ...(await read(accountFacts)),
    hasUserSso: (await read(userSsoSettings)).isEnabled,
    fullAccess: await fullAccess(read),
  };
}
