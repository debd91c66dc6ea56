/** Where a log-on may lead back to (RFC 8252, RFC 9700). */
import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import type { ApplicationType } from './application.ts';

const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Whether a text is an absolute URI that a log-on can lead back to: https, http to the own machine, or a scheme of an
 * application's own, which has a dot (RFC 8252 7.1). None has a fragment (RFC 6749 3.1.2) or a user, nor anything that is
 * read differently here than there.
 */
export function isRedirectUri(uri: string): boolean {
  const isPlain = !['#', '@', '\\', '*'].some(mark => uri.includes(mark)) && isPrintableAscii(uri);
  if (!isPlain || !URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  if (protocol === 'https:') return uri.startsWith('https://');
  if (protocol === 'http:') return uri.startsWith('http://') && loopbackHosts.includes(hostname);
  return protocol.includes('.');
}

function isPrintableAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20 || unit >= 0x7f) return false;
  }
  return true;
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
