/** Why a request is not let through. */
export interface Refusal {
  /** HTTP status. */
  readonly status: number;
  /** For programs; stays the same between releases. */
  readonly code: string;
  /** What is wrong, for people. */
  readonly message: string;
  /** What to do about it. */
  readonly nextStep: string;
  /** Of the server's answer, where it gave one, so that its records can be found; else of the guard's own making. */
  readonly requestId: string;
}

/** A kind of refusal, with everything that is the same each time. */
export interface RefusalKind {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
}

const SIGN = 'Sign the request with ACS3-HMAC-SHA256 and an AccessKey, as the official SDKs do.';
const TRY_LATER = 'Try again after the time in Retry-After.';
const ASK_OPERATOR = 'Give the requestId to whoever runs this service; its log holds the cause.';

/** Everything that the guard refuses by itself. The sentences name no policy, no other caller and no address. */
export const refusalKinds = {
  invalidRequest: {
    status: 400,
    code: 'InvalidRequest',
    message: 'The request is ambiguous or malformed.',
    nextStep:
      'Send every parameter and header once, in percent-encoded UTF-8, and the plain spelling of the path: no dot segments, double slashes, backslashes, + and ;, and no encoded slashes, letters and digits.',
  },
  unknownOrigin: {
    status: 400,
    code: 'InvalidForwardedHeader',
    message: 'The address that the request comes from cannot be read.',
    nextStep:
      'Whoever runs the proxy in front of this service must correct X-Forwarded-For and X-Forwarded-Proto.',
  },
  unfitParameter: {
    status: 400,
    code: 'InvalidResourceName',
    message: 'A parameter of the path cannot be part of a resource name.',
    nextStep: 'Use letters, digits and - _ . ~ @ = , + only.',
  },
  incompleteBody: {
    status: 400,
    code: 'IncompleteBody',
    message: 'The body ended before the announced length was reached.',
    nextStep: 'Send the request again.',
  },
  missingSignature: {
    status: 401,
    code: 'MissingSignature',
    message: 'The request is not signed.',
    nextStep: SIGN,
  },
  unsupportedSignature: {
    status: 401,
    code: 'UnsupportedSignature',
    message: 'The Authorization header holds no signature that this service knows.',
    nextStep: SIGN,
  },
  bodyMismatch: {
    status: 401,
    code: 'ContentDigestMismatch',
    message: 'The body is not the one that was signed.',
    nextStep:
      'Sign the exact bytes that are sent: x-acs-content-sha256 is the hexadecimal digest of the raw body.',
  },
  noRule: {
    status: 403,
    code: 'NoRule',
    message: 'No rule of this service covers this method and path.',
    nextStep:
      "Check the method and path; whoever runs this service declares its routes in the guard's rules.",
  },
  bodyTooLarge: {
    status: 413,
    code: 'BodyTooLarge',
    message: 'The body is longer than this service reads.',
    nextStep: 'Send less at a time.',
  },
  throttled: {
    status: 429,
    code: 'Throttling.User',
    message: 'The AccessKey sends more requests than it may.',
    nextStep: TRY_LATER,
  },
  misconfigured: {
    status: 500,
    code: 'GuardMisconfigured',
    message: 'This service cannot tell what the request needs permission for.',
    nextStep: ASK_OPERATOR,
  },
  unavailable: {
    status: 503,
    code: 'AuthorizationUnavailable',
    message: 'This service cannot find out whether the request is allowed.',
    nextStep: TRY_LATER,
  },
} as const satisfies Record<string, RefusalKind>;

/** A refusal as it is sent. */
export interface RefusalReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
}

/** Seconds after which a failure or a flood may have passed. */
const RETRY_AFTER = '1';

/**
 * Renders a refusal as it is sent to the client.
 *
 * @param closing whether the connection is of no more use, because a body was left unread on it
 */
export function refusalReply(refusal: Refusal, closing: boolean): RefusalReply {
  const { code, message, nextStep, requestId } = refusal;
  const body = JSON.stringify({ code, message, nextStep, requestId });
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-acs-request-id': requestId,
  };
  if (refusal.status === 401) headers['www-authenticate'] = 'ACS3-HMAC-SHA256';
  if (refusal.status === 503 || refusal.status === 429) headers['retry-after'] = RETRY_AFTER;
  if (closing) headers.connection = 'close';
  return { status: refusal.status, headers, body };
}
