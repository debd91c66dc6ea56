/** What the verification area can answer. No codes are published (spec: domain 14, Q14). */
import { errorKind } from '../../kernel/errors.ts';

export const addressMissing = errorKind(
  'Missing{name}',
  400,
  '{name} is mandatory for the VerifyType {kind}.',
);

export const verificationNotExist = errorKind(
  'EntityNotExist.User.Verification',
  404,
  '{owner} is not bound to that {device}; GetVerificationInfo shows what is bound.',
);
