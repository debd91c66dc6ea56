/** The SQL of gateway tokens. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, type GatewayTokensTable, insert, remove, removed, select } from '../../store/index.ts';
import type { GatewayToken } from './gateway-token.ts';

/** Tokens of one account: as many as the quota can be set to. */
const MOST = 1000;

/** The tokens of the account, the oldest first. */
export async function tokensOf(scope: Scope): Promise<GatewayToken[]> {
  const rows = await select(scope, 'gateway_tokens').selectAll().orderBy('token_id').limit(MOST).execute();
  return rows.map(tokenOf).toSorted((one, other) => one.createdAt - other.createdAt);
}

/** How many tokens the account has. */
export function countTokens(scope: Scope): Promise<number> {
  return count(scope, 'gateway_tokens');
}

/**
 * Stores a new token.
 *
 * @param secretHash SHA-256 of the secret, in hexadecimal
 */
export function insertToken(scope: ChangeScope, token: GatewayToken, secretHash: string): Promise<void> {
  return insert(scope, 'gateway_tokens', {
    token_id: token.tokenId,
    description: token.description,
    secret_hash: secretHash,
    dry_run: token.dryRun ? 1 : 0,
    created_at: token.createdAt,
  });
}

/** @returns whether there was such a token */
export async function removeToken(scope: ChangeScope, tokenId: string): Promise<boolean> {
  return removed(remove(scope, 'gateway_tokens').where('token_id', '=', tokenId));
}

/** The hash of the secret stays behind: only the decision path has a use for it. */
function tokenOf(row: GatewayTokensTable): GatewayToken {
  return {
    tokenId: row.token_id,
    description: row.description,
    dryRun: row.dry_run === 1,
    createdAt: row.created_at,
  };
}
