/** What the doors for other services can answer beside the refusals of whoever they are asked about. */
import { errorKind } from '../../kernel/errors.ts';

export const principalNotExist = errorKind(
  'EntityNotExist.Principal',
  404,
  '{path} names nobody of this account. Name a user or the account itself by its ARN, acs:ram::<account>:user/<name> or acs:ram::<account>:root, or one of their AccessKeys by its id.',
);

export const principalInactive = errorKind(
  'InvalidPrincipal.Inactive',
  400,
  '{path} names an AccessKey that is disabled: whoever uses it is to be refused.',
);
