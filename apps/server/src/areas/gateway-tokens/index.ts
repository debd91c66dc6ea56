/**
 * Gateway tokens: how a proxy in front of a service proves who it is. They promise to open one door and no other, and to be
 * worthless everywhere once they are deleted.
 */
import type { Area } from '../../kernel/area.ts';
import { wardenryCreateGatewayToken } from './create-gateway-token.ts';
import { wardenryDeleteGatewayToken } from './delete-gateway-token.ts';
import { wardenryListGatewayTokens } from './list-gateway-tokens.ts';

/** Operations on gateway tokens. */
export const gatewayTokens: Area = {
  name: 'gateway-tokens',
  operations: [wardenryCreateGatewayToken, wardenryListGatewayTokens, wardenryDeleteGatewayToken],
};
