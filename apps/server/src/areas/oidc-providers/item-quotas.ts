import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import type { Limits } from '../../kernel/limits.ts';
import { commaList } from '../../kernel/text/list-text.ts';
import { tooManyClientIds, tooManyFingerprints } from './errors.ts';

/**
 * Reads the client ids of a provider that are given all at once.
 *
 * @throws ApiError `LimitExceeded.OIDCProvider.ClientId`
 */
export function clientIdsWithin(
  { clientIdsPerOidcProvider }: Limits,
  given: string | undefined,
): readonly string[] {
  return itemsWithin(clientIdsPerOidcProvider, given, tooManyClientIds);
}

/**
 * Reads the fingerprints of a provider that are given all at once.
 *
 * @throws ApiError `LimitExceeded.OIDCProvider.Fingerprint`
 */
export function fingerprintsWithin(
  { fingerprintsPerOidcProvider }: Limits,
  given: string | undefined,
): readonly string[] {
  return itemsWithin(fingerprintsPerOidcProvider, given, tooManyFingerprints);
}

function itemsWithin(limit: number, given: string | undefined, tooMany: ErrorKind): readonly string[] {
  const items = commaList.itemsOf(given);
  if (items.length > limit) throw apiError(tooMany, { limit });
  return items;
}
