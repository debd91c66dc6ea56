/** What the access-keys area can answer (spec: domain 2.3, appendix A). */
import { errorKind } from '../../kernel/errors.ts';

export const accessKeyNotExist = errorKind(
  'EntityNotExist.User.AccessKey',
  404,
  '{owner} has no AccessKey "{accessKey}"; ListAccessKeys shows the keys that there are.',
);

export const tooManyAccessKeys = errorKind(
  'LimitExceeded.User.AccessKey',
  409,
  '{owner} has reached the limit of {limit} AccessKeys; delete a key that is no longer used, then try again.',
);
