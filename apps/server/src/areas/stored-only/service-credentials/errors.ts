/** What calls on service credentials can answer. */
import { errorKind } from '../../../kernel/errors.ts';

export const credentialNotExist = errorKind(
  'EntityNotExist.User.ServiceCredential',
  404,
  '{owner} has no service credential "{credential}"; ListServiceCredentials shows those that there are.',
);

export const tooManyCredentials = errorKind(
  'LimitExceeded.User.ServiceCredential',
  409,
  '{owner} has reached the limit of {limit} credentials for the service "{service}"; delete one that is no longer used.',
);

export const nothingToUpdate = errorKind(
  'InvalidParameter',
  400,
  'At least one of the parameters ServiceCredentialName and Status must be given.',
);

export const allUsersOrOne = errorKind(
  'InvalidParameter',
  400,
  'The parameter - "UserPrincipalName" must not be given when AllUsers is true.',
);
