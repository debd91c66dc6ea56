/** Gateway tokens as Wardenry shows them. */
import { booleanField, type Rendered, secretField, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { GatewayToken } from './gateway-token.ts';

/** A token in lists. */
export const tokenFields = {
  TokenId: textField,
  Description: textField,
  DryRun: booleanField,
  CreateDate: timeField,
} as const;

/** Fills `tokenFields`. */
export function tokenMembers(token: GatewayToken): Rendered<typeof tokenFields> {
  return {
    TokenId: token.tokenId,
    Description: token.description,
    DryRun: token.dryRun,
    CreateDate: isoSeconds(token.createdAt),
  };
}

/** A token with its secret: the reply to CreateGatewayToken, the only one that ever shows it. */
export const newTokenFields = { ...tokenFields, Token: secretField } as const;
