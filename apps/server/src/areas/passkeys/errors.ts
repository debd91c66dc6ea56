/** What the passkeys area can answer. No code is published (spec: domain 14, Q14). */
import { errorKind } from '../../kernel/errors.ts';

export const passkeyNotExist = errorKind(
  'EntityNotExist.User.Passkey',
  404,
  '{owner} has no passkey "{passkey}"; ListPasskeys shows those that there are.',
);
