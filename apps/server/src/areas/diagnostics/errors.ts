import { errorKind } from '../../kernel/errors.ts';

// One answer for every message that cannot be read: which it is would help only who made it up.
export const notSupport = errorKind(
  'NotSupport',
  400,
  'The diagnostic message cannot be read: it was cut or altered, is older than 30 days, or belongs to another account. Pass the EncodedDiagnosticMessage of a refusal as it is.',
);
