import { type RefusalKind, refusalKinds } from './refusal.ts';

const ANOTHER_KEY = 'Use an AccessKey that exists and is active; whoever administers the account can tell.';
const FRESH_SESSION = 'Obtain new temporary credentials and sign with all three parts of them.';

/** An AccessKey may send so much, wherever it is used. */
const THROTTLED = 'Throttling.User';

/** By the server's code: what is wrong with a signature, and what to do about it. */
const KNOWN: ReadonlyMap<string, readonly [message: string, nextStep: string]> = new Map([
  [
    'SignatureDoesNotMatch',
    [
      'The signature does not match the request.',
      'Check the AccessKey secret, and that nothing between client and service changes method, path, query, Host or signed headers.',
    ],
  ],
  ['InvalidAccessKeyId.NotFound', ['The AccessKey does not exist.', ANOTHER_KEY]],
  ['InvalidAccessKeyId.Inactive', ['The AccessKey is disabled.', ANOTHER_KEY]],
  [
    'InvalidTimeStamp.Expired',
    [
      'The time of the request is too far off.',
      "Set the client's clock, and send a request right after signing it.",
    ],
  ],
  [
    'InvalidTimeStamp.Format',
    ['The time of the request cannot be read.', 'Write x-acs-date as 2026-01-31T23:59:59Z.'],
  ],
  [
    'SignatureNonceUsed',
    ['The request was sent before.', 'Sign every request anew, with a nonce of its own.'],
  ],
  ['InvalidSecurityToken.Expired', ['The temporary credentials have expired.', FRESH_SESSION]],
  ['InvalidSecurityToken.Malformed', ['The security token is not valid.', FRESH_SESSION]],
  [
    'InvalidSecurityToken.MismatchWithAccessKey',
    ['The security token does not belong to the AccessKey.', FRESH_SESSION],
  ],
  ['MissingSecurityToken', ['The security token is missing.', FRESH_SESSION]],
]);

/**
 * The refusal of a request whose signature the server did not accept.
 *
 * @param code the server's; one that is not known says no more than that
 */
export function unverifiedKind(code: string): RefusalKind {
  if (code === THROTTLED) return refusalKinds.throttled;
  const [message, nextStep] = KNOWN.get(code) ?? [
    'The signature was not accepted.',
    'Sign the request as the official SDKs do; whoever runs this service finds the cause under the requestId.',
  ];
  return { status: 401, code: KNOWN.has(code) ? code : 'InvalidSignature', message, nextStep };
}

/**
 * The refusal of a request that nobody has allowed. It tells the caller what was asked for, which the request itself says,
 * and not why the answer is no.
 */
export function forbiddenKind(action: string, resources: readonly string[]): RefusalKind {
  return {
    status: 403,
    code: 'NoPermission',
    message: `You are not allowed to do ${action} on ${resources.join(', ')}.`,
    nextStep: 'Ask whoever administers your account for a policy that allows this, and give the requestId.',
  };
}
