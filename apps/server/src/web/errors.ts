/** What the listeners answer themselves, around the pages and in front of the gateway. */
import { errorKind } from '../kernel/errors.ts';

export const webErrors = {
  invalidForwardedHeader: errorKind(
    'InvalidForwardedHeader',
    400,
    'The header {header}, which a trusted proxy sent, cannot be read: {reason}. Whoever runs the proxy must correct it.',
  ),
  wrongMethod: errorKind('UnsupportedHTTPMethod', 405, 'Use GET or HEAD for this page.'),
  pageNotFound: errorKind(
    'NotFound',
    404,
    'There is no such page here. This listener has /livez, /readyz, /version and /metrics.',
  ),
  pageUnavailable: errorKind(
    'ServiceUnavailable',
    503,
    'The page cannot be made now; the log holds the cause.',
  ),
} as const;
