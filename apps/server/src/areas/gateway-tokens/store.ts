/** The SQL of gateway tokens. */
import type { ChangeScope, Scope } from '../../kernel/scope.ts';
import { count, type GatewayTokensTable, insert, remove, select } from '../../store/index.ts';
import type { GatewayToken } from './gateway-token.ts';

// All but the hash of the secret, which only the decision path reads.
const shownColumns = ['token_id', 'description', 'dry_run', 'created_at'] as const;

/** The tokens of the account, the oldest first; as many as the quota allows. */
export async function tokensOf(scope: Scope): Promise<GatewayToken[]> {
  const rows = await select(scope, 'gateway_tokens')
    .select(shownColumns)
    .orderBy('created_at')
    .orderBy('token_id')
    .execute();
  return rows.map(tokenOf);
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
  const { numDeletedRows } = await remove(scope, 'gateway_tokens')
    .where('token_id', '=', tokenId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

function tokenOf(row: Pick<GatewayTokensTable, (typeof shownColumns)[number]>): GatewayToken {
  return {
    tokenId: row.token_id,
    description: row.description,
    dryRun: row.dry_run === 1,
    createdAt: row.created_at,
  };
}
