/** What the access-keys area can answer (spec: domain 2.3, appendix A). */
import { errorKind } from '../../kernel/errors.ts';

export const accessKeyNotExist = errorKind(
  'EntityNotExist.User.AccessKey',
  404,
  'The AccessKey "{accessKey}" does not belong to {owner}; ListAccessKeys shows the keys that do.',
);

export const tooManyAccessKeys = errorKind(
  'LimitExceeded.User.AccessKey',
  409,
  'The limit of {limit} AccessKeys is reached for {owner}; delete a key that is no longer used, then create another.',
);
