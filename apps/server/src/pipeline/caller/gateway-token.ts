/** Tokens of proxies: who presents one may have requests verified in its account, and nothing else. */
import { hash, timingSafeEqual } from 'node:crypto';
import { type CompiledPolicies, compile, readStoredDocument } from '@wardenry/policy';
import type { GatewayCaller } from '../../kernel/callers/identity.ts';
import { apiError } from '../../kernel/errors.ts';
import type { GatewayTokenSnapshot } from '../../kernel/ledger.ts';
import type { Soon } from '../../kernel/soon.ts';
import { gatewayErrors } from '../errors.ts';
import type { Flow, Principal } from './principal.ts';

/** A proxy, ready to be believed. */
export interface GatewayPrincipal extends Principal {
  readonly caller: GatewayCaller;
  /** SHA-256 of the token's secret. */
  readonly secretHash: Buffer;
  readonly dryRun: boolean;
}

/** What every token grants: the engine decides about proxies as about everybody. */
const grant: CompiledPolicies = compile([
  {
    document: readStoredDocument(
      '{"Version":"1","Statement":[{"Effect":"Allow","Action":"wardenry:VerifyRequest","Resource":"*"}]}',
      'identity',
    ).document,
    policyName: 'GatewayToken',
    policyType: 'System',
    attachedTo: { type: 'RamUser', name: 'gateway-token' },
    scope: { type: 'Account' },
  },
]);

/** The name that a token is held by; ids of AccessKeys hold no spaces. */
export function tokenHoldingName(tokenId: string): string {
  return `gateway-token ${tokenId}`;
}

/** Makes a principal of a token that was read. */
export function gatewayPrincipal(snapshot: GatewayTokenSnapshot, flow: Flow): GatewayPrincipal {
  const { accountId, revision, tokenId, secretHash, dryRun } = snapshot;
  const name = tokenHoldingName(tokenId);
  return {
    caller: { kind: 'gateway', accountId, tokenId },
    subject: { kind: 'user', account: accountId, name, identity: grant },
    holding: { name, accountId, dependsOn: [{ kind: 'gateway-token', id: tokenId }] },
    revision,
    flow,
    secretHash: Buffer.from(secretHash, 'hex'),
    dryRun,
  };
}

/** Finds tokens by their ids. */
interface GatewayLookup {
  byGatewayToken(tokenId: string): Soon<GatewayPrincipal | undefined>;
}

/** Characters of a token; longer ones are nobody's. */
const LONGEST = 128;

/**
 * Finds the proxy that presents a token.
 *
 * @param token `<id>.<secret>`
 * @throws ApiError `InvalidGatewayToken`, the same for every token that is not valid
 */
export async function authenticateGateway(
  principals: GatewayLookup,
  token: string | undefined,
): Promise<GatewayPrincipal> {
  const dot = token?.indexOf('.') ?? -1;
  if (token === undefined || dot <= 0 || token.length > LONGEST) {
    throw apiError(gatewayErrors.invalidGatewayToken);
  }
  const gateway = await principals.byGatewayToken(token.slice(0, dot));
  const presented = hash('sha256', token.slice(dot + 1), 'buffer');
  if (gateway === undefined || !timingSafeEqual(presented, gateway.secretHash)) {
    throw apiError(gatewayErrors.invalidGatewayToken);
  }
  return gateway;
}
