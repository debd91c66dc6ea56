/** What the gateway-tokens area can answer. */
import { errorKind } from '../../kernel/errors.ts';

export const tokenNotExist = errorKind(
  'EntityNotExist.GatewayToken',
  404,
  'The gateway token "{tokenId}" does not exist; ListGatewayTokens shows those that do.',
);

export const tooManyTokens = errorKind(
  'LimitExceeded.GatewayToken',
  409,
  'The limit of {limit} gateway tokens is reached; delete one that no proxy presents any more, then create another.',
);
