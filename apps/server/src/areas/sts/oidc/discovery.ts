/** Where an issuer's keys are, as the issuer itself says (OpenID Connect Discovery 1.0). */
import type { AccountId } from '../../../kernel/callers/identity.ts';
import type { Outbound } from '../../../kernel/outbound.ts';
import { isHttpsUrl } from '../../../kernel/text/url.ts';
import { BrokenDocument, KeySet, membersOf } from './key-set.ts';

/** What an issuer publishes, and who vouched for the connections that it came over. */
export interface Publication {
  readonly keys: KeySet;
  /** SHA-1 fingerprints of the certificates of each connection to the issuer's own host. */
  readonly chains: readonly (readonly string[])[];
}

/**
 * Asks an issuer for its keys.
 *
 * @param issuer exactly as it is registered, and so as its document must name it
 * @throws OutboundFailure, BrokenDocument
 */
export async function askIssuer(
  outbound: Outbound,
  issuer: string,
  onBehalfOf: AccountId,
): Promise<Publication> {
  const place = discoveryUrl(issuer);
  const configuration = await outbound.fetchJson(place, onBehalfOf);
  const { issuer: named, jwks_uri: keysUrl } = membersOf(configuration.value);
  if (named !== issuer) throw new BrokenDocument('Its discovery document names another issuer.');
  if (typeof keysUrl !== 'string' || !isHttpsUrl(keysUrl)) {
    throw new BrokenDocument('Its discovery document names no https URL as "jwks_uri".');
  }
  const keySet = await outbound.fetchJson(keysUrl, onBehalfOf);
  const chains = [configuration.fingerprints];
  if (new URL(keysUrl).host === new URL(place).host) chains.push(keySet.fingerprints);
  return { keys: new KeySet(keySet.value), chains };
}

/** Where an issuer's document is; a slash at the issuer's end is no part of the place (Discovery, 4.1). */
export function discoveryUrl(issuer: string): string {
  const base = issuer.endsWith('/') ? issuer.slice(0, -1) : issuer;
  return `${base}/.well-known/openid-configuration`;
}
