/** Where a log-on may lead back to (RFC 8252, RFC 9700). */
import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import { isHttpsUrl, isLoopbackUrl, plainUri } from '../../kernel/text/url.ts';
import type { ApplicationType } from './application.ts';

/**
 * Whether a text is an absolute URI that a log-on can lead back to: https, http to the own machine, or a scheme of an
 * application's own, which has a dot (RFC 8252 7.1). None has a fragment (RFC 6749 3.1.2) or a user, nor anything that is
 * read differently here than there.
 */
export function isRedirectUri(uri: string): boolean {
  if (['#', '@', '*'].some(mark => uri.includes(mark))) return false;
  return isHttpsUrl(uri) || isLoopbackUrl(uri) || plainUri(uri)?.protocol.includes('.') === true;
}

/**
 * Refuses schemes of their own to applications that no user installs on a device.
 *
 * @throws ApiError `refusal`, filled with `uri` and `type`
 */
export function requireUrisOf(type: ApplicationType, uris: readonly string[], refusal: ErrorKind): void {
  if (type === 'NativeApp') return;
  const uri = uris.find(each => !each.startsWith('https:') && !each.startsWith('http:'));
  if (uri !== undefined) throw apiError(refusal, { uri, type });
}
