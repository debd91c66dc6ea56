/** What the recycle-bin area can answer (spec: domain 2.3, 3.5). */
import { errorKind } from '../../kernel/errors.ts';

export const recycledUserNotExist = errorKind(
  'EntityNotExist.User',
  404,
  'No user of the recycle bin goes by "{reference}"; ListUsersInRecycleBin shows those that do. What was purged does not come back.',
);

export const recycledKeyNotExist = errorKind(
  'EntityNotExist.User.AccessKey',
  404,
  'The AccessKey "{accessKey}" is not in the recycle bin of that user; ListAccessKeysInRecycleBin shows the keys that are. What was purged does not come back.',
);

export const ownerRecycled = errorKind(
  'EntityNotExist.User',
  404,
  'The user "{user}" of this AccessKey is in the recycle bin itself; call RestoreUserFromRecycleBin first.',
);

export const missingUserId = errorKind(
  'MissingUserId',
  400,
  'The account itself has no AccessKeys in the recycle bin: name the user with the parameter - "UserId".',
);
