/** What calls on external applications can answer. */
import { errorKind } from '../../../kernel/errors.ts';

export const externalApplicationNotExist = errorKind(
  'EntityNotExist.Application',
  404,
  'The external application "{application}" is not installed; ListExternalApplications shows those that are.',
);

export const ownApplication = errorKind(
  'InvalidParameter.AppId',
  400,
  'The application "{application}" belongs to this account; ProvisionApplication installs it.',
);

export const tooManyExternalApplications = errorKind(
  'LimitExceeded.Application',
  409,
  'The limit of {limit} external applications is reached; uninstall one that nobody uses any more.',
);
